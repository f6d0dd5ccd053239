import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  BUILT_IN_DIALECTS,
  convertDocument,
  type Dialect,
  documentPath,
  newPostmortem,
  nextIncidentId,
  parsePostmortem,
  renderPostmortem,
} from '#core/markdown';
import { type Postmortem, resolveRecord } from '#core/record';

import { arrangeRecord, contentOf } from '../markdown/arrange-record.ts';
import { anyPostmortem } from '../markdown/record-arbitrary.fixture.ts';
import { NOTES, OWN_DIALECTS, SHOP, TEMPLATE } from './own-dialects.fixture.ts';
import { readDialectFile } from './read-dialect-file.ts';

const RUNS = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 8) };

/** The template, or what is wrong with it. */
function dialectIn(text: string, file: string): Dialect {
  const { dialect, findings } = readDialectFile(text, file);
  if (dialect === null) throw new Error(JSON.stringify(findings, null, 2));
  return dialect;
}

/** What the law compares: everything but the name of the dialect and the prompts that stand for absent values. */
function content(record: Postmortem): unknown {
  const { dialect: _dialect, ...rest } = contentOf(record);
  return JSON.parse(JSON.stringify(rest));
}

describe.each(OWN_DIALECTS)('the template of %s', (file, text) => {
  const dialect = dialectIn(text, file);

  it('reads back every record that it wrote, whatever the record holds', () => {
    fc.assert(
      fc.property(anyPostmortem, (record) => {
        const { markdown } = renderPostmortem(record, dialect);
        const expected = resolveRecord(arrangeRecord(record, dialect));
        expect(content(parsePostmortem(markdown, { dialect }).record)).toEqual(content(expected));
      }),
      RUNS,
    );
  });

  it('writes a document that it wrote before the same way again', () => {
    fc.assert(
      fc.property(anyPostmortem, (record) => {
        const { markdown } = renderPostmortem(record, dialect);
        expect(renderPostmortem(parsePostmortem(markdown, { dialect }).record, dialect).markdown).toBe(markdown);
      }),
      RUNS,
    );
  });

  it('loses nothing on the way into another template and back', () => {
    fc.assert(
      fc.property(anyPostmortem, fc.constantFrom(...BUILT_IN_DIALECTS), (record, other) => {
        const own = parsePostmortem(renderPostmortem(record, dialect).markdown, { dialect });
        const there = parsePostmortem(convertDocument(own, other).markdown, { dialect: other });
        const back = parsePostmortem(convertDocument(there, dialect).markdown, { dialect });
        const expected = resolveRecord(arrangeRecord(resolveRecord(arrangeRecord(own.record, other)), dialect));
        expect(content(back.record)).toEqual(content(expected));
      }),
      RUNS,
    );
  });

  it('opens a new document that is recognised among all others', () => {
    const record = newPostmortem(dialect, { title: 'Checkout outage', date: '2026-02-23', severity: 'S1', id: 'A-1' });
    const { markdown } = renderPostmortem(record, dialect, { prompts: true, guidance: true });
    const document = parsePostmortem(markdown, { dialects: [...BUILT_IN_DIALECTS, dialect] });
    expect(document.dialect).toBe(dialect.id);
    expect(document.record.title).toBe('Checkout outage');
    const { guidance: _guidance, ...rest } = document.record;
    expect(content(rest)).toEqual(content(record));
  });
});

describe('what follows from a template', () => {
  const shop = dialectIn(SHOP, 'shop.dialect.yaml');

  it('is where its documents stand and how incidents are numbered', () => {
    expect(documentPath(shop, { title: 'Basket is slow', date: '2026-02-23', id: 'SHOP-2026-0007' })).toBe(
      'docs/incidents/SHOP-2026-0007-basket-is-slow.md',
    );
    const taken = ['SHOP-2026-0006', 'SHOP-2025-0099', 'INC-2026-0042'];
    expect(nextIncidentId(shop, { date: '2026-02-23', taken })).toBe('SHOP-2026-0007');
  });

  it('is how it measures', () => {
    expect(shop.durations?.map(({ id, from, to, note }) => [id, from.words, to.words, to.choose, note])).toEqual([
      ['outage', 'impact started', 'restored or resolved', 'first-known', undefined],
      ['noticing', 'impact started', 'alert fired or reported', 'earliest', 'Whichever came first.'],
    ]);
  });

  it('is how a document is read that people wrote by it', () => {
    const { record } = parsePostmortem(
      `# Incident report: Basket is slow

| Fact | Value |
|---|---|
| Incident | SHOP-2026-0007 |
| Date | 2026-02-23 |
| Class | S2 |
| First alarm | 10:05 |

## TL;DR

Baskets took a minute.

## Course of events (CET)

| When | What | Who |
|---|---|---|
| 10:02 | Baskets get slow | |
| 10:05 | Pager rings | pager |

## Causes

An index was missing.

Contributing:

- **Process:** no review of migrations

## Later

| Task | By | State | Effort |
|---|---|---|---|
| Check for indexes | @mei | open | small |
`,
      { dialect: shop },
    );
    expect(record).toMatchObject({
      title: 'Basket is slow',
      incident: { id: 'SHOP-2026-0007', date: { written: '2026-02-23' } },
      severity: { label: 'S2' },
      summary: { text: 'Baskets took a minute.' },
      timelineZone: 'CET',
      timeline: [{ text: 'Baskets get slow' }, { text: 'Pager rings', who: 'pager', moments: ['alert-fired'] }],
      rootCause: { technical: 'An index was missing.' },
      factors: [{ category: 'Process', text: 'no review of migrations' }],
      actions: [
        { text: 'Check for indexes', owner: '@mei', status: 'open', horizon: 'quarter', details: 'Effort: small' },
      ],
    });
    expect(record.unmapped).toBeUndefined();
  });

  it('is how items of a list are read, whatever of them is there', () => {
    const notes = dialectIn(NOTES, 'nevertwice.dialect.yaml');
    const { record } = parsePostmortem(
      `# Slow basket

## What happened

All clocks show UTC.

- **10:02** Baskets get slow
- **10:05** **Alert fired.** Pager rings
- Somebody looks

## To do

- [x] Add the index (@mei, due 2026-03-01, #12)
- [ ] Check others (due 2026-04-01)
- [ ] Tell support
`,
      { dialect: notes },
    );
    expect(record.timeline.map(({ at, text, moments }) => [at?.written, text, moments])).toEqual([
      ['10:02', 'Baskets get slow', undefined],
      ['10:05', 'Pager rings', ['alert-fired']],
      [undefined, 'Somebody looks', undefined],
    ]);
    expect(record.actions).toEqual([
      { text: 'Add the index', owner: '@mei', due: '2026-03-01', ticket: '#12', status: 'done' },
      { text: 'Check others', due: '2026-04-01' },
      { text: 'Tell support' },
    ]);
  });
});

function problems(text: string, file = 'own.dialect.yaml'): string[] {
  const { dialect, findings } = readDialectFile(text, file);
  expect(dialect).toBeNull();
  return findings.map(({ place, code, message, help }) => `${String(place?.line)} ${code}: ${message} ${help ?? ''}`);
}

const section = (...lines: string[]): string => ['id: own', 'sections:', '  - heading: A', ...lines].join('\n');

describe('a mistake in a template', () => {
  it.each([
    [
      section('    text: rootCause.triger'),
      '4 template-path-unknown: A post-mortem has no field “rootCause.triger”. Write “rootCause.trigger” if that is meant.',
    ],
    [
      section('    table: action', '    columns: { Task: text }'),
      '4 template-path-unknown: A post-mortem has no list “action”. Write “actions” if that is meant.',
    ],
    [
      section('    table: actions', '    columns: { Task: txt, By: owner }'),
      '4 template-path-unknown: An item of “actions” has no “txt”. Write “text” if that is meant.',
    ],
    [
      section('    table: actions', '    columns: { By: owner }'),
      '4 template-key-missing: The table for “actions” has no place for “text”, without which there is no item. Add a column for it.',
    ],
    [
      section('    text: summary.text', '  - heading: "1. a"', '    text: rootCause.trigger'),
      '5 template-heading-repeated: “1. a” names two sections. Word one of them differently; the other is in line 3.',
    ],
    [
      section('    text: summary.text', '  - heading: B', '    text: summary.text'),
      '6 template-path-repeated: “summary.text” stands twice. It stands in line 4 already; take it out of one place.',
    ],
    [
      section('    text: summary.text', '    list: factors'),
      '4 template-invalid: It holds text and list at once. Write one of text, fields, list, table, sentence, fixed; for several, a list under “holds”.',
    ],
    [
      section('    txt: summary.text'),
      '4 team-key-unknown: There is no setting “txt” in “sections[1]”. Write “text” if that is meant.',
    ],
    [
      'id: sev\nsections:\n  - { heading: A, text: summary.text }',
      '1 template-invalid: “sev” is the name of another template. Give yours a name of its own.',
    ],
    [
      `fileName: '{datum}.md'\n${section('    text: summary.text')}`,
      '1 template-invalid: “{datum}.md” is no file name for documents. Use {date}, {title} and {id}, and end it with ".md".',
    ],
    [
      `incidentId: INC\n${section('    text: summary.text')}`,
      '1 template-invalid: “INC” is no rule for incident ids. Use {n} for the number, and {date} or {year} before it if you like.',
    ],
    [
      section('    text: timeline'),
      '4 template-path-unknown: “timeline” is a list, which stands for something else here. See docs/reference/templates.md for all fields.',
    ],
  ])('of YAML is told with its line: %#', (text, message) => {
    expect(problems(text)).toContain(message);
  });

  it.each([
    [
      '# {{title}}\n\n## Cause\n\n{{rootCause.technicl}}\n',
      '5 template-path-unknown: A post-mortem has no field “rootCause.technicl”. Write “rootCause.technical” if that is meant.',
    ],
    [
      '---\nlabel: Own\n---\n# {{title}}\n\n{{ what happened }}\n',
      '6 template-path-unknown: “{{ what happened }}” is no placeholder. Write a path, as {{rootCause.trigger}}, or one with a prompt, as {{rootCause.trigger: What set it off}}.',
    ],
    [
      '---\nsections:\n  Cuase: { optional: true }\n---\n# {{title}}\n\n## Cause\n\n{{rootCause.technical}}\n',
      '3 template-invalid: The template has no heading “Cuase”. Write it as it stands in the document below.',
    ],
    [
      '# {{title}}\n\n## Tasks\n\n| Owner |\n|---|\n| {{actions.owner}} |\n',
      '5 template-key-missing: The table for “actions” has no place for “text”, without which there is no item. Add a column for it.',
    ],
    [
      '# {{title}}\n\n## Cause of {{incident.id}}\n',
      '3 template-invalid: The heading “Cause of {{incident.id}}” has a value outside of parentheses, so the section could not be found again. Put it in parentheses behind the words, as "Timeline ({{timelineZone}})".',
    ],
  ])('of a document with placeholders is told with its line: %#', (text, message) => {
    expect(problems(text, 'own.md')).toContain(message);
  });

  it('never makes it throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), placeholderText),
        fc.constantFrom('a.yaml', 'a.md'),
        (text, file) => {
          expect(readDialectFile(text, file).findings.every(({ message }) => message !== '')).toBe(true);
        },
      ),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 100) },
    );
  });

  it('takes a template with other text before its name from the file', () => {
    expect(dialectIn(TEMPLATE, 'docs/platform-review.template.md').id).toBe('platform-review');
  });
});

/** Pieces of templates in any order. */
const placeholderText = fc
  .array(
    fc.constantFrom(
      '# {{title}}\n\n',
      '## A ({{timelineZone}})\n\n',
      '- {{actions.text}} ({{actions.owner}})\n\n',
      '| a | b |\n|---|---|\n| {{timeline.at}} | {{timeline.text}} |\n\n',
      '**L:** {{severity.label}}\n',
      '{{summary.text}}\n\n',
      '---\n',
      '<!-- x -->\n\n',
      '> {{x}}\n\n',
      'All in {{timelineZone}}.\n\n',
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));
