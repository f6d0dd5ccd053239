import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { DIALECT_IDS, dialects, type DialectId } from '#core/markdown';
import { postmortemSchema } from '#core/record';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs', 'reference', 'templates.md'), 'utf8');

interface Row {
  readonly from: number;
  readonly to: number;
  readonly says: string;
  readonly home: string;
}

/** The table of one template. */
function rowsOf(id: DialectId): Row[] {
  const section = page.split(/^## /mu).find((part) => part.startsWith(`${id}\n`)) ?? '';
  return [...section.matchAll(/^\| *(\d+)(?:–(\d+))? *\| *(.*?) *\| *(.*?) *\|$/gmu)].map(
    ([, from, to, says, home]) => ({
      from: Number(from),
      to: Number(to ?? from),
      says: says ?? '',
      home: home ?? '',
    }),
  );
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Paths in backticks that look like paths; names of moments and horizons stand in parentheses. */
function pathsIn(home: string): string[] {
  return [...home.replaceAll(/\([^()]*\)/gu, '').matchAll(/`([^`]+)`/gu)]
    .map((match) => match[1] ?? '')
    .filter((path) => !path.includes('/'));
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
}

const schema = z.toJSONSchema(postmortemSchema) as JsonSchema;

function inRecord(path: string): boolean {
  let node: JsonSchema | undefined = schema;
  for (const part of path.split('.')) {
    const key = part.replace(/\[\]$/u, '');
    const open: JsonSchema | undefined =
      typeof node?.additionalProperties === 'object' ? node.additionalProperties : undefined;
    node = node?.properties?.[key] ?? open;
    if (part.endsWith('[]')) node = node?.items;
    if (node === undefined) return false;
  }
  return true;
}

function inDialect(path: string, id: DialectId): boolean {
  let node: unknown = dialects[id];
  for (const part of path.split('.')) node = (node as Record<string, unknown> | undefined)?.[part];
  return Array.isArray(node) ? node.length > 0 : node !== undefined;
}

describe.each(DIALECT_IDS)('the table of the %s template', (id) => {
  const rows = rowsOf(id);

  it('names only paths that the record or the dialect has', () => {
    const unknown = rows.flatMap((row) =>
      pathsIn(row.home).filter((path) =>
        path.startsWith('dialect.') ? !inDialect(path.slice(8), id) : !inRecord(path),
      ),
    );
    expect(rows.length).toBeGreaterThan(30);
    expect(unknown).toEqual([]);
  });

  it('gives every row a home', () => {
    expect(rows.filter((row) => row.home === '')).toEqual([]);
  });
});

/** What a line of a template calls by name: heading, labels, boxes, columns, rows of values. */
function namesIn(line: string): string[] {
  const heading = /^#+ (?:\d+(?:\.\d+)?\.? )?([^:[\\]+)/u.exec(line)?.[1];
  const box = /^- \[ \] (?:\*\*)?([^:[*]+)/u.exec(line)?.[1];
  const moment = /^- ([A-Z][a-z]+(?: [a-z]+)+): /u.exec(line)?.[1];
  const labels = [...line.matchAll(/\*\*([^*{}]+?):?\*\*/gu)].map((match) => match[1] ?? '');
  const cells = line.startsWith('|') ? line.split('|').map((cell) => cell.replaceAll('*', '').trim()) : [];
  // Cells that name something stand alone or in a head; the others are prompts, dates and examples.
  const named = cells.filter(
    (cell) => /^[A-Z(#][A-Za-z/() -]*$/u.test(cell) && !/^(?:HH:MM|YYYY.*|Open|Yes.*|Backlog)$/u.test(cell),
  );
  const head = cells.length > 0 && !/\[|\{\{|\\<|HH:MM/u.test(line) ? named : [];
  const rowLabel =
    cells[1] !== undefined && /^[A-Z][A-Za-z]/u.test(cells[1]) && /^\| *[A-Z*]/u.test(line) && !/HH:MM/u.test(cells[1])
      ? [cells[1]]
      : [];
  return [heading, box, moment, ...labels, ...head, ...rowLabel].flatMap((name) =>
    name === undefined || words(name) === '' ? [] : [name],
  );
}

/** Values that a template shows as examples are no names. */
const EXAMPLES =
  /^(?:(?:Why|X|Draft \/|Ops Architect|Initial draft|Add|Write|Fix|Update|Communicate)(?: .*)?|A\d|Prevention|Process|Nice-to-have|Critical|High|Medium|TBD)$/u;

const templates = join(root, '..', 'shared', 'templates');

describe.skipIf(!existsSync(templates)).each(DIALECT_IDS)(
  'the table of the %s template, held against the template',
  (id) => {
    const lines = existsSync(templates) ? readFileSync(join(templates, `${id}.md`), 'utf8').split('\n') : [];
    const rows = rowsOf(id);
    const numbered = lines
      .map((line, index) => ({ line, number: index + 1 }))
      .filter(({ line }) => line.trim() !== '' && !/^(?:---|\|[-|: ]+\|)$/u.test(line));

    it('has a row for every line', () => {
      const without = numbered.filter(({ number }) => !rows.some((row) => row.from <= number && number <= row.to));
      expect(without).toEqual([]);
    });

    it('has no line twice and none that the template lacks', () => {
      const covered = rows.flatMap((row) =>
        Array.from({ length: row.to - row.from + 1 }, (_value, index) => row.from + index),
      );
      expect(new Set(covered).size).toBe(covered.length);
      expect(Math.max(...covered)).toBeLessThanOrEqual(lines.length);
      const real = new Set(numbered.map(({ number }) => number));
      expect(rows.filter((row) => !real.has(row.from) || !real.has(row.to))).toEqual([]);
    });

    it('calls headings, labels, columns, rows and boxes by their names', () => {
      const missing = numbered.flatMap(({ line, number }) => {
        const says = ` ${words(rows.find((row) => row.from <= number && number <= row.to)?.says ?? '')} `;
        const names = namesIn(line).filter((name) => !EXAMPLES.test(name));
        return names.filter((name) => !says.includes(` ${words(name)} `)).map((name) => `${String(number)}: ${name}`);
      });
      expect(missing).toEqual([]);
    });
  },
);

it('finds names in lines of templates', () => {
  expect(namesIn('### 5.2 Contributing Factors')).toEqual(['Contributing Factors']);
  expect(namesIn('- **On-call primary:** \\<name\\>')).toEqual(['On-call primary']);
  expect(namesIn('| Role | Name | Date |')).toEqual(['Role', 'Name', 'Date', 'Role']);
  expect(namesIn('| Users Affected | [Number or %] |')).toEqual(['Users Affected']);
  expect(namesIn('- [ ] **Code Defect**: [Bug in code]')).toEqual(['Code Defect', 'Code Defect']);
  expect(namesIn('- Fix applied: HH:MM')).toEqual(['Fix applied']);
});
