import { describe, expect, it } from 'vitest';

import type { Postmortem } from '#core/record';

import { parsePostmortem } from '../parse-postmortem.ts';
import { withValue, writeDocument } from './write-document.ts';

const TABLES = `# Cache was cold

| Field | Value |
|---|---|
| Date | 2026-02-03 |
| Severity | SEV-2 |

## Timeline (UTC)

| Time  | Event                  |
| ----- | ---------------------- |
| 10:05 | cache emptied          |
| 10:20 | refilled by hand       |

## Action items

| # | Action | Owner | Due |
|---|--------|-------|-----|
| 1 | Refill on start | @ana | 2026-03-01 |
| 2 | Alert on misses |  |  |
`;

const LISTS = `---
title: "Queue: stuck"
date: 2026-05-06
---

# What happened

Workers stopped\u0020\u0020
for an hour.

# Timeline

 * 09:10 - first job waits
 * 09:40 - @bo restarts the workers
   and tells support

# Action items

1. [x] Restart on timeout (@bo)
2. [ ] Show the length of the queue
3. Write it down, see [the notes][n]

[n]: https://example.org/notes
`;

type Edit = (record: Postmortem) => Postmortem;

const set =
  (path: string, value: unknown): Edit =>
  (record) =>
    withValue(record, path, value);

function written(source: string, edit: Edit): { markdown: string; codes: string[] } {
  const document = parsePostmortem(source, { file: 'notes.md' });
  expect(document.dialect).toBe('foreign');
  const { markdown, findings } = writeDocument(document, edit(document.record));
  return { markdown, codes: findings.map(({ code }) => code) };
}

const at = {
  written: '10:12',
  instant: null,
  precision: 'unknown',
  approximate: false,
  zone: null,
  zoneStated: false,
} as const;

describe('a change in a document of another team', () => {
  it.each<[string, Edit, string, string]>([
    ['a cell', set('severity.label', 'SEV-1'), '| Severity | SEV-2 |', '| Severity | SEV-1 |'],
    [
      'a text with a bar',
      set('timeline.0.text', 'emptied | twice'),
      'cache emptied          |',
      'emptied \\| twice          |',
    ],
    ['a time', set('timeline.1.at', at), '10:20', '10:12'],
    ['an owner that was missing', set('actions.1.owner', '@bo'), 'misses |  |  |', 'misses | @bo |  |'],
    ['a day that is taken away', set('actions.0.due', undefined), '@ana | 2026-03-01 |', '@ana |  |'],
    [
      'a value that the head does not have',
      set('status', 'Final'),
      '| Severity | SEV-2 |\n',
      '| Severity | SEV-2 |\n| Status | Final |\n',
    ],
    [
      'a row between two others',
      (record) => ({ ...record, timeline: record.timeline.toSpliced(1, 0, { at, text: 'noticed' }) }),
      '| 10:20 |',
      '| 10:12 | noticed                |\n| 10:20 |',
    ],
    [
      'a row less',
      (record) => ({ ...record, timeline: record.timeline.slice(1) }),
      '| 10:05 | cache emptied          |\n',
      '',
    ],
    [
      'two rows in the other order',
      (record) => ({ ...record, timeline: record.timeline.toReversed() }),
      '| 10:05 | cache emptied          |\n| 10:20 | refilled by hand       |\n',
      '| 10:20 | refilled by hand       |\n| 10:05 | cache emptied          |\n',
    ],
    [
      'an action more, with the next number',
      (record) => ({ ...record, actions: [...record.actions, { id: '3', text: 'Test it', owner: '@cy' }] }),
      '| 2 | Alert on misses |  |  |\n',
      '| 2 | Alert on misses |  |  |\n| 3 | Test it | @cy |  |\n',
    ],
    [
      'a section of its own',
      set('rootCause.systemic', 'Nobody had planned for it.'),
      '## Action items\n',
      '## Root cause\n\nNobody had planned for it.\n\n## Action items\n',
    ],
  ])('of %s is made in a table', (...[, edit, before, after]) => {
    expect(written(TABLES, edit)).toEqual({ markdown: TABLES.replace(before, () => after), codes: [] });
  });

  it.each<[string, Edit, string, string]>([
    ['a title', set('title', 'Queue "stuck"'), '"Queue: stuck"', '"Queue \\"stuck\\""'],
    ['a date', set('incident.date', { ...at, written: '2026-05-07' }), 'date: 2026-05-06', 'date: 2026-05-07'],
    ['a key', set('severity.label', 'P2'), 'date: 2026-05-06\n', 'date: 2026-05-06\nseverity: P2\n'],
    ['a word', set('summary.whatHappened', 'Workers stopped  \nfor two hours.'), 'an hour', 'two hours'],
    ['a text of two lines', set('timeline.1.text', '@bo restarts them\nand tells support'), 'the workers', 'them'],
    ['a box', set('actions.1.status', 'done'), '2. [ ]', '2. [x]'],
    ['a box that was ticked', set('actions.0.status', 'open'), '1. [x]', '1. [ ]'],
    ['another owner', set('actions.0.owner', '@cy'), '(@bo)', '(@cy)'],
    ['an owner', set('actions.1.owner', '@cy'), 'of the queue\n', 'of the queue (@cy)\n'],
    ['no owner', set('actions.0.owner', undefined), ' (@bo)', ''],
    ['a due day', set('actions.1.due', '2026-06-01'), 'of the queue\n', 'of the queue (due: 2026-06-01)\n'],
    [
      'an item less, with the numbers behind it',
      (record) => ({ ...record, actions: record.actions.toSpliced(1, 1) }),
      '2. [ ] Show the length of the queue\n3. ',
      '2. ',
    ],
    [
      'an item more, with the numbers behind it',
      (record) => ({ ...record, actions: record.actions.toSpliced(1, 0, { text: 'Split the queue', status: 'open' }) }),
      '2. [ ] Show the length of the queue\n3. ',
      '2. [ ] Split the queue\n3. [ ] Show the length of the queue\n4. ',
    ],
    [
      'a row, with the same marks',
      (record) => ({ ...record, timeline: record.timeline.toSpliced(1, 0, { at, text: 'noticed' }) }),
      ' * 09:40',
      ' * 10:12 - noticed\n * 09:40',
    ],
  ])('of %s is made in a list', (...[, edit, before, after]) => {
    expect(written(LISTS, edit)).toEqual({ markdown: LISTS.replace(before, () => after), codes: [] });
  });

  it('keeps a byte order mark, Windows line ends, and the end without a line break', () => {
    const strange = (text: string): string => `\uFEFF${text.trimEnd().replaceAll('\n', '\r\n')}`;
    const edit: Edit = (record) => ({
      ...record,
      actions: [...record.actions, { id: '3', text: 'Test it' }],
      timeline: record.timeline.slice(0, 1),
    });
    expect(written(strange(TABLES), edit).markdown).toBe(
      strange(`${TABLES.replace('| 10:20 | refilled by hand       |\n', '')}| 3 | Test it |  |  |`),
    );
  });

  it('goes under notes with a finding where the document cannot say it, and is read back from there', () => {
    const { markdown, codes } = written(TABLES, set('recurrence.confidence', '7 / 10'));
    expect(codes).toEqual(['written-under-notes']);
    expect(markdown).toBe(`${TABLES}\n## Additional notes\n\n- **Confidence in prevention:** 7 / 10\n`);
    expect(parsePostmortem(markdown).record.recurrence?.confidence).toBe('7 / 10');
    const more = written(markdown, set('actions.0.criterion', 'No cold start in May'));
    expect(parsePostmortem(more.markdown).record.actions[0]?.criterion).toBe('No cold start in May');
    expect(more.markdown.startsWith(TABLES)).toBe(true);
  });

  it('takes what somebody else wrote under the heading of the notes for a section like any other', () => {
    const source = `${TABLES}\n## Additional notes\n\n- we met on Monday\n`;
    const document = parsePostmortem(source);
    expect(document.record.unmapped?.[0]?.markdown).toBe('## Additional notes\n\n- we met on Monday');
    expect(writeDocument(document, document.record).markdown).toBe(source);
  });

  it('tells when a value follows that the document does not state', () => {
    const source = '# Outage\n\n## Timeline\n\n- 2026-01-02 10:00 down\n- 2026-01-02 11:00 up\n';
    const { markdown, codes } = written(source, set('timeline.0.at', { ...at, written: '2026-01-01 23:50' }));
    expect(codes).toEqual(['concluded-value-changed']);
    expect(markdown).toBe(source.replace('2026-01-02 10:00', '2026-01-01 23:50'));
  });

  it('tells in which group a new item stands', () => {
    const source = '# Outage\n\n## Action items\n\n### Now\n\n- Limit the pool\n\n### Later\n\n- Move the pool\n';
    const { markdown, codes } = written(source, (record) => ({
      ...record,
      actions: [...record.actions, { text: 'Watch the pool' }],
    }));
    expect(codes).toEqual(['item-in-group']);
    expect(markdown).toBe(`${source}- Watch the pool\n`);
  });

  it('can be many changes at once', () => {
    const { markdown, codes } = written(LISTS, (record) =>
      [
        set('actions.1.owner', '@cy'),
        set('actions.0.status', 'open'),
        set('timeline.0.text', 'a job waits'),
        set('status', 'Final'),
      ].reduce((changed, edit) => edit(changed), record),
    );
    expect(codes).toEqual([]);
    expect(markdown).toBe(
      LISTS.replace('of the queue\n', 'of the queue (@cy)\n')
        .replace('[x]', '[ ]')
        .replace('first job waits', 'a job waits')
        .replace('date: 2026-05-06\n', 'date: 2026-05-06\nstatus: Final\n'),
    );
  });
});
