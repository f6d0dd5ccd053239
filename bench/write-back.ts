import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { locateValue, parsePostmortem, type ParsedDocument, writeDocument } from '#core/markdown';

import { editsOf, type Edit, valueEdits } from './data/record-edits.ts';
import { printTable } from './print-table.ts';

/**
 * How few lines change when one thing in a record changes: every document of the corpus and every filled template, every kind
 * of edit. `npm run bench:write-back`; behind `--`: `--details` lists the edits that touched more than they had to, `--values`
 * changes every value of the record instead, `--every=5` takes a sample of the documents, `--only=` and `--kind=` choose.
 */

const folders = ['../../shared/corpus/', '../tests/fixtures/filled/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

interface Outcome {
  readonly file: string;
  readonly edit: Edit;
  /** `minimal`: only the lines of the edit differ and it reads back; `wide`: other lines differ; the rest are codes of findings. */
  readonly verdict: string;
  readonly foreign: boolean;
  readonly ms: number;
}

function documentsIn(folder: string): { file: string; text: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md' && !name.includes('.canonical.'))
    .map((name) => ({ file: name, text: readFileSync(folder + name, 'utf8') }));
}

function measure(document: ParsedDocument, edit: Edit): string {
  const { markdown, findings } = writeDocument(document, edit.apply(document.record));
  const code = findings.find((finding) => !['item-in-group', 'concluded-value-changed'].includes(finding.code))?.code;
  if (code !== undefined) return code;
  return isMinimal(document, edit, markdown) ? 'minimal' : 'wide';
}

/** Lines that differ: those between what both texts begin and end with. */
function changedRegion(
  before: readonly string[],
  after: readonly string[],
): { start: number; gone: number; come: number } {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start, gone: before.length - tail - start, come: after.length - tail - start };
}

function isMinimal(document: ParsedDocument, edit: Edit, markdown: string): boolean {
  const { source } = document;
  const { start, gone, come } = changedRegion(source.split('\n'), markdown.split('\n'));
  if (edit.kind.startsWith('new ')) return gone <= 1 || renumbered(source, markdown);
  if (edit.kind.startsWith('moved ')) return sorted(source) === sorted(markdown);
  const span = locateValue(document, edit.path);
  if (span === null) return gone <= 1;
  const first = source.slice(0, span.start).split('\n').length - 1;
  const last = source.slice(0, span.end).split('\n').length - 1;
  if (edit.kind.startsWith('removed ')) return come <= 1 || renumbered(source, markdown);
  return start >= first && start + gone <= last + 1;
}

/** The lines of a text in an order of their own, without numbers in front. */
function sorted(text: string): string {
  return withoutNumbers(text)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join('\n');
}

/** True where nothing but numbers of a list differs in the lines that both texts have. */
function renumbered(before: string, after: string): boolean {
  const { gone, come } = changedRegion(withoutNumbers(before), withoutNumbers(after));
  return gone <= 1 || come <= 1;
}

function withoutNumbers(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/^\s*\d+[.)]/u, '1.'));
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

function row(name: string, outcomes: readonly Outcome[]): string[] {
  const minimal = outcomes.filter(({ verdict }) => verdict === 'minimal').length;
  const count = (verdict: string): string => String(outcomes.filter((outcome) => outcome.verdict === verdict).length);
  return [
    name,
    String(outcomes.length),
    percent(minimal, outcomes.length),
    count('wide'),
    count('written-under-notes'),
    count('document-rewritten'),
    count('change-not-written'),
  ];
}

function printOutcomes(title: string, outcomes: readonly Outcome[]): void {
  const existing = outcomes.filter(({ edit }) => !edit.kind.startsWith('new '));
  const added = outcomes.filter(({ edit }) => edit.kind.startsWith('new '));
  const kinds = [...Map.groupBy(outcomes, ({ edit }) => edit.kind)];
  printTable(
    title,
    [
      ['edit', 'tried', 'minimal', 'wide', 'in notes', 'drawn anew', 'not written'],
      row('all of what is there', existing),
      row('all additions', added),
      ...kinds.map(([kind, own]) => row(kind, own)),
    ],
    'minimal: the change reads back and no line differs but its own.',
  );
}

function argument(name: string): string | undefined {
  return process.argv.find((text) => text.startsWith(`--${name}=`))?.slice(name.length + 3);
}

function outcomesOf({ file, text }: { file: string; text: string }): Outcome[] {
  const document = parsePostmortem(text, { file: file.split('__').at(-1) ?? file });
  const edits = process.argv.includes('--values') ? valueEdits(document) : editsOf(document);
  const kind = argument('kind');
  return edits
    .filter((edit) => kind === undefined || edit.kind === kind)
    .map((edit) => {
      const from = performance.now();
      const verdict = measure(document, edit);
      return { file, edit, verdict, foreign: document.dialect === 'foreign', ms: performance.now() - from };
    });
}

function main(): void {
  const every = Number(argument('every') ?? 1);
  const documents = folders
    .flatMap(documentsIn)
    .filter(({ file }, index) => index % every === 0 && file.includes(argument('only') ?? ''));
  const started = performance.now();
  const outcomes = documents.flatMap(outcomesOf);
  const ms = performance.now() - started;
  printOutcomes(
    'Documents of other teams',
    outcomes.filter(({ foreign }) => foreign),
  );
  printOutcomes(
    'Documents of our templates',
    outcomes.filter(({ foreign }) => !foreign),
  );
  const [slowest] = outcomes.toSorted((a, b) => b.ms - a.ms);
  if (slowest === undefined) return;
  console.log(
    `\n${String(outcomes.length)} edits of ${String(documents.length)} documents in ${ms.toFixed(0)} ms; the slowest took ${slowest.ms.toFixed(0)} ms (${slowest.file}: ${slowest.edit.kind}).`,
  );
  if (!process.argv.includes('--details')) return;
  for (const { file, edit, verdict } of outcomes)
    if (verdict !== 'minimal')
      console.log(`  ${verdict.padEnd(20)} ${edit.kind.padEnd(22)} ${edit.path.padEnd(20)} ${file}`);
}

main();
