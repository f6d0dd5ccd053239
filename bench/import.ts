import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { parsePostmortem, convertDocument } from '../src/core/markdown/index.ts';
import { readDocumentTree } from '../src/core/markdown/document-tree.ts';
import { readForeign } from '../src/core/markdown/foreign/index.ts';
import { recogniseDialect } from '../src/core/markdown/recognise-dialect.ts';
import { recordBuilder } from '../src/core/markdown/record-builder.ts';
import { tokensOf, lineIsMarkup } from '../src/core/markdown/foreign/tokens.ts';

/**
 * How well documents of other teams are read: rows and actions against counts made by people, per style and per half
 * of the organisations. Only the first half was looked at while the reader was written.
 */
const TUNED = new Set(['dfds', 'eslint', 'etcd-io', 'hachyderm', 'kubernetes', 'taskcluster']);
const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));
void [readdirSync, convertDocument];

interface Sample {
  readonly file: string;
  readonly style: string;
  readonly rows: number | null;
  readonly actions: number | null;
}

interface Tally {
  documents: number;
  want: number;
  found: number;
  missed: number;
  extra: number;
}

const out = (text: string): void => void process.stdout.write(`${text}\n`);

function samples(): Sample[] {
  const [head = '', ...lines] = readFileSync(`${corpus}INDEX.tsv`, 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    return { file: cell('file'), style: cell('style'), rows: Number(cell('n_timeline_rows')), actions: Number(cell('n_action_items')), checked: cell('eye_checked') };
  });
}

function add(tallies: Map<string, Tally>, key: string, counts: { want: number; got: number }): void {
  const tally = tallies.get(key) ?? { documents: 0, want: 0, found: 0, missed: 0, extra: 0 };
  tally.documents += 1;
  tally.want += counts.want;
  tally.found += Math.min(counts.want, counts.got);
  tally.missed += Math.max(0, counts.want - counts.got);
  tally.extra += Math.max(0, counts.got - counts.want);
  tallies.set(key, tally);
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

function table(title: string, tallies: Map<string, Tally>): void {
  out(`\n${title.padEnd(58)} docs  want  recall    too many`);
  for (const [key, tally] of [...tallies].sort(([a], [b]) => a.localeCompare(b))) {
    out(`${key.padEnd(58)} ${String(tally.documents).padStart(4)} ${String(tally.want).padStart(5)}  ${percent(tally.found, tally.want).padEnd(9)} ${percent(tally.extra, tally.want)}`);
  }
}

function main(): void {
  if (!existsSync(corpus)) {
    out(`No documents at ${corpus}: nothing is measured.`);
    return;
  }
  const rows = new Map<string, Tally>();
  const actions = new Map<string, Tally>();
  const worst: string[] = [];
  let [exceptions, identical, lost, netted, bytes, dialects] = [0, 0, 0, 0, 0, 0];
  const details = process.argv.includes('--details');
  const half = process.argv.includes('--tuned');
  const begin = performance.now();
  for (const sample of samples()) {
    const source = readFileSync(corpus + sample.file, 'utf8');
    bytes += source.length;
    const tuned = TUNED.has(sample.file.split('__')[0] ?? '');
    const name = sample.file.split('__').at(-1) ?? sample.file;
    try {
      const document = process.argv.includes('--wired') ? parsePostmortem(source, { file: name }) : null;
      const tree = readDocumentTree(source);
      const dialect = recogniseDialect(tree);
      if (dialect !== 'foreign') { dialects += 1; }
      const builder = recordBuilder('foreign');
      if (tree.frontMatter) builder.set('frontMatter', source.slice(tree.frontMatter.start, tree.frontMatter.end));
      readForeign(tree, builder, { file: name });
      const record = document?.record ?? builder.finish();
      if (document === null || document.source === source) identical += 1;
      const text = JSON.stringify(record);
      void text;
      const checked = (sample as unknown as { checked: string }).checked;
      const timed = record.timeline.filter((row) => row.at !== null).length;
      const trustRows = true;
      for (const part of [tuned ? '1 tuned half' : '2 held-out half', '3 all', `style: ${sample.style}`, ...(checked === 'yes' ? ['4 eye-checked: ' + (tuned ? 'tuned' : 'held out')] : [])]) {
        if (trustRows) add(rows, part, { want: sample.rows ?? 0, got: timed });
        add(actions, part, { want: sample.actions ?? 0, got: record.actions.length });
      }
      const words = new Map<string, number>();
      const collect = (value: unknown): void => {
        if (typeof value === 'string') for (const token of tokensOf(value)) words.set(token, 1);
        else if (typeof value === 'object' && value !== null) for (const child of Object.values(value)) collect(child);
      };
      collect(record);
      const missing = source.split(/\r?\n/u).filter((line) => !lineIsMarkup(line) && tokensOf(line).some((token) => !words.has(token)));
      lost += missing.length;
      if (details && missing.length > 0 && (tuned || !half)) out(`LOST ${sample.file}: ${missing.slice(0, 3).join(' / ')}`);
      const gap = Math.abs(timed - (sample.rows ?? 0)) + Math.abs(record.actions.length - (sample.actions ?? 0));
      if (gap > 0 && (tuned || !half)) worst.push(`${String(gap).padStart(3)} ${sample.file}: rows ${String(timed)}/${String(sample.rows)}, actions ${String(record.actions.length)}/${String(sample.actions)}${checked === 'yes' ? '' : ` (${checked})`}`);
    } catch (error) {
      exceptions += 1;
      out(`EXCEPTION ${sample.file}: ${String(error instanceof Error ? error.stack : error)}`);
    }
  }
  const time = performance.now() - begin;
  table('Timeline rows', rows);
  table('Actions', actions);
  void netted;
  out(`\nexceptions ${String(exceptions)}, byte-identical ${String(identical)}, lines with lost words ${String(lost)}, recognised as one of our dialects ${String(dialects)}, ${time.toFixed(0)} ms for ${(bytes / 1e6).toFixed(2)} MB`);
  if (details) for (const line of worst.sort().reverse()) out(line);
}

main();
