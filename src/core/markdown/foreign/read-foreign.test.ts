import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { postmortemSchema } from '#core/record';

import { readDocument } from './foreign.fixture.ts';
import { tokenizer } from './tokens.ts';

const tokensOf = tokenizer();

const corpus = fileURLToPath(new URL('../../../../../shared/corpus/', import.meta.url));

/** Signs that the record keeps as a status. */
const STATUS_SIGNS = /✅|❌|☑|✔|✓|⬜|🔲|☐|🔴|🟡|🟢|⏳|🚧|\uFE0F/gu;

/** Lines of which some word stands nowhere in the record. */
function lostLines(markdown: string, record: object): string[] {
  const kept = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') for (const token of tokensOf(value)) kept.add(token);
    else if (typeof value === 'object' && value !== null) for (const child of Object.values(value)) collect(child);
  };
  collect(record);
  const lines = markdown.replaceAll(STATUS_SIGNS, ' ').split(/\r\n|\r|\n/u);
  return lines.filter((line) => tokensOf(line).some((token) => !kept.has(token)));
}

const word = fc.constantFrom(
  'alert',
  'Timeline',
  'Impact',
  'web-1',
  '12:05',
  '2021-03-04',
  'Owner:',
  '@ana',
  '**bold**',
  '(done)',
  'Why?',
  '`x`',
  '~~old~~',
  '[link](u)',
  '<br>',
  '???',
  'ünï',
  '{{x}}',
);
const phrase = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
const lead = fc.constantFrom(
  '',
  '# ',
  '## ',
  '### ',
  '- ',
  '  - ',
  '    - ',
  '1. ',
  '- [ ] ',
  '- [x] ',
  '> ',
  '| ',
  '**',
  '    ',
  '```',
  '---',
  '<!-- ',
  '+++',
  '* **',
  '\t- ',
  '~~~',
);
const heading = fc.constantFrom(
  '## Timeline',
  '## Action items',
  '### What went well',
  '## Root cause',
  '## Five whys',
  '**Impact:**',
  '**Timeline**',
  '## Follow-ups',
  '- **Key events**',
  '- **Impact**: x',
  '| Time | Event |\n|---|---|',
  '| Action | Owner |\n|---|---|',
  '| Why | Question | Answer |\n|--|--|--|',
  'Lessons\n-------',
);
const line = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(lead, phrase).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: heading },
);
const documents = fc
  .tuple(
    fc.constantFrom('', '\uFEFF', '---\ntitle: A b\ndate: 2020-01-02\n---\n'),
    fc.array(line, { maxLength: 25 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([start, lines, end]) => start + lines.join(end));

/** Pieces of documents in any order: what is read as one thing here may stand inside another there. */
const piece = fc.constantFrom(
  '# Queue stuck',
  'Postmortem: the queue stuck',
  '<h3>Timeline</h3>\n- 12:05 x',
  '2. Timeline\n12:05 UTC: alert\n12:20 UTC: fix',
  'Root Cause:\nA disk was full.',
  '## Issue Summary\n\n- **Duration**: 2 h\n- Impact: no logins\n- **Poem**: roses',
  '## Summary\n\n**Incident ID:** INC-7\n**Severity:** P1\n\nIt stuck.',
  '## Summary\n\nDuration: 2 h\nImpact: all\nOwner: bo',
  '| Field | Value |\n|---|---|\n| Date | on 2021-03-04, Thursday |\n| Mood | bad |',
  '## Timeline\n\n- **Report:** it rang\n- **Fix:** reverted',
  '## Timeline\n\nAll times are in CET.\n\n| Time | Event | Ref |\n|---|---|---|\n| 12:05 | ran `a || true` | #1 |\n| J | b |',
  '### Alert (12:05)\n\nIt rang.',
  '- 2021-03-04\n  - 12:05 alert\n  - nobody saw it',
  '**12:05** - **ALERT:** it rang',
  '- 12:05 a<br>12:06 b',
  '| time | rate |\n|---|---|\n| 12:05 | 0.1 |\n| 12:06 | 0.2 |\n| 12:07 | 0.3 |',
  '## Action items\n\n- Team:\n  - [x] **DONE:** one (@ana)\n  - [ ] two - owner: bo\n- ~~three~~',
  '## Action items\n\n| Action | Owner | Status |\n|---|---|---|\n| one | — | **done** |\n\n### Legend\n\n- **done**: done',
  '### 1. Add an alert\n\nOn the disk.\n\n- really',
  '- [ ] a box\n- [x] another',
  '**Action:** add an alert',
  '## Five whys\n\n1. Why? A disk.\n   - No alert.\n2. Why?',
  '## What went well\n\n- one\n\n> said so',
  '- **Impact**: all\n- **Root cause**:\n  a disk\n- plain',
  '**Timeline:**\n12:05 a\n12:06 b',
  '<!-- note -->',
  '***',
  '```\n12:05 log\n```',
  '    12:05 indented',
  '> 12:05 quoted\n> 12:06 again',
  '## 再発防止策\n\n• 一\n• 二',
  '[l]: https://x.example "t"',
  '[^1]: A footnote.',
);
const recombined = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.constantFrom('\n', '\n\n'), fc.constantFrom('\n', '\r\n'))
  .map(([pieces, gap, end]) => pieces.join(gap + '\n').replaceAll('\n', end));

describe('reading a foreign document', () => {
  it('loses no word of any recombination of pieces and gives a valid record', () => {
    fc.assert(
      fc.property(recombined, (markdown) => {
        const { record } = readDocument(markdown);
        expect(postmortemSchema.safeParse(record).error?.issues ?? []).toEqual([]);
        expect(lostLines(markdown, record)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('loses no word of any document', () => {
    fc.assert(
      fc.property(documents, (markdown) => {
        expect(lostLines(markdown, readDocument(markdown).record)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('never throws, loses no word and gives a valid record, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(documents, fc.string({ unit: 'grapheme', maxLength: 300 })), (markdown) => {
        const { record } = readDocument(markdown);
        const parsed = postmortemSchema.safeParse(record);
        expect(parsed.error?.issues ?? []).toEqual([]);
        expect(lostLines(markdown, record)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it.skipIf(!existsSync(corpus))('loses no word of real documents and gives valid records', () => {
    const files = readdirSync(corpus).filter((file) => file.includes('__'));
    const wrong = files.flatMap((file) => {
      const source = readFileSync(corpus + file, 'utf8');
      const { record } = readDocument(source, file);
      const issues = postmortemSchema.safeParse(record).error?.issues ?? [];
      return [
        ...lostLines(source, record),
        ...issues.map((issue) => `${file}: ${issue.path.join('.')} ${issue.message}`),
      ];
    });
    expect(files.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  it('takes title, date and people from where they stand', () => {
    const { record } = readDocument(
      '---\ntitle: "Queues down"\ndate: 2022-12-20\nauthors:\n  - ana\n  - bo\n---\n\n# Timeline\n\n- 13:00 start\n',
    );
    expect(record).toMatchObject({
      title: 'Queues down',
      roles: { authors: 'ana, bo' },
      incident: { date: { instant: '2022-12-20T00:00:00Z' } },
    });
    expect(record.timeline[0]?.at?.instant).toBe('2022-12-20T13:00:00Z');
  });

  it.each([
    ['bold keys', '**Date:** 2022-04-20\n**Severity**: SEV-2\n**Status:** Final'],
    ['plain keys', 'Date: 2022-04-20\nSeverity: SEV-2\nStatus: Final'],
    ['a list', '- Date: 2022-04-20\n- Severity: SEV-2\n- Status: Final'],
    ['a table', '| | |\n|---|---|\n| Date | 2022-04-20 |\n| Severity | SEV-2 |\n| Status | Final |'],
    [
      'a list at the end',
      '## Summary\n\nIt broke.\n\n## Stats\n\n- Date: 2022-04-20\n- Severity: SEV-2\n- Status: Final',
    ],
  ])('reads metadata written as %s', (_name, body) => {
    const { record } = readDocument(`# Outage\n\n${body}\n`);
    expect([record.incident?.date?.written, record.severity?.label, record.status]).toEqual([
      '2022-04-20',
      'SEV-2',
      'Final',
    ]);
  });

  it.each([
    ['# March 26th, 2019 Boskos outage\n', undefined, '2019-03-26T00:00:00Z'],
    ['+++\ntitle = "The October 15, 2018 incident"\n+++\n\nIt broke.\n', undefined, '2018-10-15T00:00:00Z'],
    ['# Outage\n', 'docs/2019-03-26-outage.md', '2019-03-26T00:00:00Z'],
    ['# Outage\n', '06272022-review.md', '2022-06-27T00:00:00Z'],
    ['# Outage\n\nOn July 12th, 2018, it broke.\n', undefined, '2018-07-12T00:00:00Z'],
  ])('finds the day of the incident in %j, file %s', (markdown, file, instant) => {
    expect(readDocument(markdown, file).record.incident?.date?.instant).toBe(instant);
  });

  it('puts sections where they belong and keeps the others verbatim', () => {
    const { record } = readDocument(
      '# Outage\n\n## TL;DR\n\nIt broke.\n\n## Fallout\n\nTrees closed.\n\n## Analysis of causes\n\nA bug.\n\n## Poem\n\nRoses.\n\n## What went well\n\n- one\n\n## Where we got lucky\n\nIt was Friday.\n',
    );
    expect(record.summary?.text).toBe('It broke.');
    expect(record.impact?.statement).toBe('Trees closed.');
    expect(record.rootCause?.systemic).toBe('A bug.');
    expect(record.unmapped?.map((extra) => extra.markdown)).toEqual(['## Poem\n\nRoses.']);
    expect(record.wentWell).toEqual([{ text: 'one' }]);
    expect(record.lucky).toEqual([{ text: 'It was Friday.' }]);
    expect(record.headings?.map((kept) => kept.text)).toContain('Analysis of causes');
  });

  it('knows headings, columns and keys of other languages', () => {
    const { record } = readDocument(
      '# 障害\n\n- **日付**: 2026-03-25\n- **ステータス**: 完了\n\n## タイムライン\n\n| 時刻 (JST) | イベント |\n|---|---|\n| 01:35 | 検知 |\n\n## Maßnahmen\n\n- eins\n\n## Lo que salió bien\n\n- algo\n',
    );
    expect(record.timeline.map(({ at, text }) => [at?.instant, text])).toEqual([['2026-03-24T16:35:00Z', '検知']]);
    expect(record.status).toBe('完了');
    expect(record.actions.map(({ text }) => text)).toEqual(['eins']);
    expect(record.wentWell?.map(({ text }) => text)).toEqual(['algo']);
  });

  it('reads signs for bullets that Markdown does not know', () => {
    const { record } = readDocument('# O\n\n## Action items\n\n• one\n• two\n  and more\n');
    expect(record.actions.map(({ text }) => text)).toEqual(['one', 'two\nand more']);
  });

  it('reads several keys of one line, and keys in a quote', () => {
    const { record } = readDocument(
      '# O\n\n**Id:** INC-7 | **Severity:** P1\n\n> **Status:** Final\n> **Author:** Ana\n',
    );
    expect(record).toMatchObject({
      incident: { id: 'INC-7' },
      severity: { label: 'P1' },
      status: 'Final',
      roles: { authors: 'Ana' },
    });
  });

  it('says behind which section an unknown one stands', () => {
    const { record } = readDocument('# O\n\n## Impact\n\nBad.\n\n## Poem\n\nRoses.\n');
    expect(record.unmapped).toEqual([{ after: 'impact', markdown: '## Poem\n\nRoses.' }]);
  });

  it('reads five whys as a chain and as a tree', () => {
    const chain = readDocument('# O\n\n## Five whys\n\n1. **Why did it fail?** Disk full.\n2. Why? No alert.\n').record
      .whys;
    expect(chain).toEqual([
      { parent: null, question: 'Why did it fail?', answer: 'Disk full.' },
      { parent: 0, question: 'Why?', answer: 'No alert.' },
    ]);
    const tree = readDocument('# O\n\n## 5 Whys\n\n- It failed\n  - No alert\n    - No time\n  - No test\n').record
      .whys;
    expect(tree?.map(({ answer, parent }) => [answer, parent])).toEqual([
      ['It failed', null],
      ['No alert', 0],
      ['No time', 1],
      ['No test', 0],
    ]);
  });

  it('reads every row of a long document', () => {
    const row = '- 12:05 something happened on web-1, see #12\n';
    const { record } = readDocument(
      `# Outage\n\n## Timeline\n\n${row.repeat(5_000)}\n## Action items\n\n${'- [ ] do it (@ana)\n'.repeat(5_000)}`,
    );
    expect([record.timeline.length, record.actions.length]).toEqual([5_000, 5_000]);
  });
});
