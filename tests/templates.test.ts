import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';

import {
  convertDocument,
  DIALECT_IDS,
  parsePostmortem,
  renderPostmortem,
  writeDocument,
  type DialectId,
} from '#core/markdown';
import type { Postmortem } from '#core/record';

import { clearTemplate, fillTemplate } from './support/fill-template.ts';

const root = join(import.meta.dirname, '..');
const filled = join(import.meta.dirname, 'fixtures', 'filled');

function fixture(name: string): string {
  return readFileSync(join(filled, name), 'utf8');
}

/** The record as a person would write it down: times as written, nothing that follows from other fields. */
function asWritten(record: Postmortem): unknown {
  const { people: _people, guidance: _guidance, ...rest } = record;
  const withoutRank = rest.severity === undefined ? rest : { ...rest, severity: { label: rest.severity.label } };
  return JSON.parse(
    JSON.stringify(withoutRank, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && 'written' in value && 'precision' in value ? value.written : value,
    ),
  );
}

/** Blanks at the ends of lines inside a text are kept, since two of them mean a line break. */
function withoutBlanks(record: unknown): unknown {
  return JSON.parse(JSON.stringify(record).replaceAll(/ +(?=\\n)/gu, ''));
}

/** Comments name eight moments in the standard template, its markers only three of them. */
function byMarkers(id: DialectId, record: unknown): unknown {
  if (id !== 'standard') return record;
  const { timeline, ...rest } = record as { timeline: { moments: string[] }[] };
  const marked = ['impact-started', 'acknowledged', 'resolved'];
  return {
    ...rest,
    timeline: timeline.map(({ moments, ...row }) =>
      moments.some((kind) => marked.includes(kind)) ? { ...row, moments } : row,
    ),
  };
}

/** Actions stand in the order of the groups of a template. */
function byAction(record: object): unknown {
  const { actions, ...rest } = record as { actions: { text: string }[] };
  return { ...rest, actions: actions.toSorted((a, b) => a.text.localeCompare(b.text)) };
}

/** Every single value of a record with the name of its field, wherever it stands in a list. */
function leaves(value: unknown, name = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${name}=${String(value)}`];
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'parent' ? [] : leaves(child, Array.isArray(value) ? name : `${name}.${key}`),
  );
}

/** A document without one section and those below it. */
function withoutSection(markdown: string, heading: string): string {
  const depth = heading.indexOf(' ');
  const start = markdown.indexOf(`\n${heading}\n`) + 1;
  const next = new RegExp(`\n(?=#{1,${String(depth)}} |---\n)`, 'u').exec(markdown.slice(start));
  return markdown.slice(0, start) + (next === null ? '' : markdown.slice(start + next.index + 1));
}

/** What people write into templates. */
const WORDS: readonly { readonly name: string; readonly word: (number: number) => string }[] = [
  { name: 'links', word: (n) => `[Doc ${String(n)}](https://wiki.example/${String(n)})` },
  { name: 'names', word: (n) => `Ann Lee${String(n)}, Bob Roe and @carl${String(n)}` },
  { name: 'code', word: (n) => `\`kubectl get pods --limit=${String(n)}\` was run` },
  { name: 'emphasis', word: (n) => `**Very ${String(n)}** important` },
  { name: 'numbers', word: (n) => String(1000 + n) },
  { name: 'sentences', word: (n) => `It broke ${String(n)} times. Then it was fixed (twice).` },
  { name: 'times', word: (n) => `12:${String(10 + (n % 49))}:07 CET #${String(n)}` },
  { name: 'comparisons', word: (n) => `p95 < ${String(n)} ms & > 3` },
  { name: 'words in brackets', word: (n) => `see [INC-${String(n)}] for more` },
  { name: 'N/A and more', word: (n) => `N/A ${String(n)}` },
];

/** How people change the form of a document without changing what it says. */
const FORMS: readonly { readonly name: string; readonly change: (markdown: string) => string }[] = [
  { name: 'as it is', change: (markdown) => markdown },
  { name: 'with CRLF line endings', change: (markdown) => markdown.replaceAll('\n', '\r\n') },
  { name: 'without a line break at its end', change: (markdown) => markdown.trimEnd() },
  {
    name: 'with headings that have lost their numbers',
    change: (markdown) => markdown.replaceAll(/^(#+) \d+(?:\.\d+)?\.? (?!Whys)/gmu, '$1 '),
  },
  { name: 'without comments', change: (markdown) => markdown.replaceAll(/[ \t]*<!--[\s\S]*?-->/gu, '') },
  { name: 'with asterisks for bullets', change: (markdown) => markdown.replaceAll(/^- /gmu, '* ') },
  { name: 'with blanks behind its lines', change: (markdown) => markdown.replaceAll(/([^\n])$/gmu, '$1  ') },
  { name: 'with rules of five dashes', change: (markdown) => markdown.replaceAll(/^---$/gmu, '-----') },
];

describe.each(DIALECT_IDS)('a completely filled %s template', (id) => {
  const source = fixture(`${id}.md`);
  const expected = parseYaml(fixture(`${id}.record.yaml`)) as unknown;

  it.each(FORMS)('$name has every value at its place and nothing unmapped', ({ name, change }) => {
    const document = parsePostmortem(change(source));
    expect(document.dialect).toBe(id);
    expect(document.record.unmapped).toBeUndefined();
    expect((document.record.guidance ?? []).filter((entry) => entry.kind === 'prompt')).toEqual([]);
    // The filled timelines state no zone where their template has no place for one.
    expect(document.findings.filter(({ code }) => code !== 'document-zone-assumed')).toEqual([]);
    expect(withoutBlanks(asWritten(document.record))).toEqual(
      name === 'without comments' ? byMarkers(id, expected) : expected,
    );
  });

  it.each(FORMS)('$name is written back byte for byte', ({ change }) => {
    const document = parsePostmortem(change(source));
    expect(writeDocument(document, document.record).markdown).toBe(change(source));
    expect(convertDocument(document, id).markdown).toBe(change(source));
  });

  it('is recognised, and says nothing else, when any one of its sections is missing', () => {
    const headings = [...source.matchAll(/^#{2,3} .*$/gmu)].map((match) => match[0]);
    for (const heading of headings) {
      const shorter = withoutSection(source, heading);
      const document = parsePostmortem(shorter);
      expect([heading, document.dialect, document.record.unmapped]).toEqual([heading, id, undefined]);
      expect(leaves(expected)).toEqual(
        expect.arrayContaining(leaves({ ...(asWritten(document.record) as object), timeline: [] })),
      );
      expect(writeDocument(document, document.record).markdown).toBe(shorter);
    }
  });

  it('takes as many rows as people add to its table of actions', () => {
    const rows = source.split('\n').filter((line) => line.startsWith('|'));
    const last = parsePostmortem(source).record.actions.at(-1);
    const line = rows.find((row) => row.includes(last?.text ?? '')) ?? '';
    const longer = source.replace(line, `${line}\n${line.replace(last?.text ?? '', 'One more action')}`);
    const document = parsePostmortem(longer);
    expect(document.record.actions.map((action) => action.text).slice(-2)).toEqual([last?.text, 'One more action']);
    expect(writeDocument(document, document.record).markdown).toBe(longer);
  });

  it('needs no additional notes in its own template, and reads back the same', () => {
    const { record } = parsePostmortem(source);
    const { markdown, findings } = renderPostmortem(record, id);
    expect(findings).toEqual([]);
    expect(markdown).not.toContain('Additional notes');
    expect(asWritten(parsePostmortem(markdown).record)).toEqual(expected);
  });

  it('is written as the canonical document', () => {
    const canonical = fixture(`${id}.canonical.md`);
    expect(renderPostmortem(parsePostmortem(source).record, id).markdown).toBe(canonical);
    expect(renderPostmortem(parsePostmortem(canonical).record, id).markdown).toBe(canonical);
  });

  it('keeps everything it says in every other template', () => {
    const { record } = parsePostmortem(source);
    for (const other of DIALECT_IDS) {
      const { markdown } = renderPostmortem(record, other);
      const back = asWritten(parsePostmortem(markdown, { dialect: other }).record) as object;
      expect(byAction(back)).toEqual(byAction({ ...(expected as object), dialect: other }));
    }
  });
});

describe('times in filled templates', () => {
  it('come from the day of the incident and the zone of the timeline', () => {
    const instants = (id: DialectId): unknown[] =>
      parsePostmortem(fixture(`${id}.md`)).record.timeline.map((row) => row.at?.instant);
    expect(instants('operations').slice(0, 2)).toEqual(['2026-03-04T12:35:00Z', '2026-03-04T13:02:00Z']);
    expect(instants('cycle').at(-1)).toBe('2026-05-12T12:30:00Z');
    expect(instants('platform')[0]).toBe('2026-09-21T16:04:00Z');
    expect(instants('sev')[0]).toBe('2026-07-14T13:05:00Z');
  });
});

/** Nothing of a document is about an incident. */
function expectEmpty(id: DialectId, markdown: string): void {
  const { record, dialect } = parsePostmortem(markdown);
  expect(dialect).toBe(id);
  // What stays when a template is filled in: its head, its zone, its checklists, who signs, what is tracked.
  const { document: _document, signOffs, publication, targets, followUp, related, statement, ...rest } = record;
  const { guidance: _guidance, timelineZone: _zone, closureTarget: _target, ...empty } = rest;
  expect(empty).toEqual({ dialect: id, timeline: [], actions: [] });
  expect(
    (signOffs ?? []).every((row) => row.date === undefined && row.signature === undefined && row.name === undefined),
  ).toBe(true);
  expect((publication ?? []).every((box) => !box.done)).toBe(true);
  expect((targets ?? []).every((row) => row.current === undefined && row.by === undefined)).toBe(true);
  expect(Object.keys(followUp ?? {})).toEqual(id === 'operations' ? ['schedule'] : []);
  expect(Object.keys(related ?? {})).toEqual(id === 'standard' ? ['documents'] : []);
  expect(statement === undefined).toBe(id !== 'standard' && id !== 'platform');
}

const templates = join(root, '..', 'shared', 'templates');

describe.skipIf(!existsSync(templates))('the real templates', () => {
  const template = (id: DialectId): string => readFileSync(join(templates, `${id}.md`), 'utf8');

  it.each(DIALECT_IDS)('%s, unfilled, says nothing about an incident and asks for everything', (id) => {
    const { record, findings } = parsePostmortem(template(id));
    expectEmpty(id, template(id));
    expect(record.guidance?.some((entry) => entry.kind === 'prompt')).toBe(true);
    expect(findings.some((finding) => finding.code === 'prompt-left')).toBe(true);
  });

  it.each(DIALECT_IDS)('%s, with its prompts deleted, has no rows and items without words', (id) => {
    const { record, dialect } = parsePostmortem(clearTemplate(template(id)));
    expect(dialect).toBe(id);
    const { title, unmapped, moments, factors, wentWell, wentPoorly, lucky, introductions, remarks, timeline } = record;
    expect({
      title,
      unmapped,
      moments,
      factors,
      wentWell,
      wentPoorly,
      lucky,
      introductions,
      remarks,
      timeline,
    }).toEqual({ timeline: [] });
    expect(record.actions.filter((action) => action.text === '–')).toEqual([]);
    expect((record.whys ?? []).filter((why) => why.question === undefined && why.answer === undefined)).toEqual([]);
  });

  it.each(DIALECT_IDS)('%s, with a value for every prompt, has each of them in the record', (id) => {
    const { markdown, values } = fillTemplate(template(id));
    const document = parsePostmortem(markdown);
    expect(document.dialect).toBe(id);
    const { guidance, unmapped, remarks, introductions, ...fields } = document.record;
    expect(unmapped).toBeUndefined();
    expect(remarks).toBeUndefined();
    // The two sections of one template that ask for a text before their list.
    expect(Object.keys(introductions ?? {})).toEqual(id === 'cycle' ? ['went-well', 'went-poorly'] : []);
    const text = JSON.stringify({ ...fields, introductions });
    const examples = JSON.stringify((guidance ?? []).filter((entry) => entry.kind === 'example'));
    expect(values.filter((value) => !text.includes(value) && !examples.includes(value))).toEqual([]);
    expect(values.length).toBeGreaterThan(30);
    expect(writeDocument(document, document.record).markdown).toBe(markdown);
    expect(renderPostmortem(document.record, id).findings).toEqual([]);
  });

  it.each(DIALECT_IDS.flatMap((id) => WORDS.map(({ name, word }) => ({ id, name, word }))))(
    '$id, filled with $name, has each of them in the record',
    ({ id, word }) => {
      const { markdown, values } = fillTemplate(template(id), word);
      const document = parsePostmortem(markdown);
      const { guidance, unmapped, remarks, ...fields } = document.record;
      expect([document.dialect, unmapped, remarks]).toEqual([id, undefined, undefined]);
      const text =
        JSON.stringify(fields) + JSON.stringify((guidance ?? []).filter((entry) => entry.kind === 'example'));
      expect(values.filter((value) => !text.includes(JSON.stringify(value).slice(1, -1)))).toEqual([]);
      expect(writeDocument(document, document.record).markdown).toBe(markdown);
      expect(renderPostmortem(document.record, id).findings).toEqual([]);
    },
  );
});
