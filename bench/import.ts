import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { convertDocument, parsePostmortem } from '#core/markdown';

/**
 * How well documents of other teams are read: timeline rows and actions against counts made by people, by style, and by
 * half of the organisations. `npm run bench:import`, with `-- --details` for the documents that differ.
 */

/**
 * Organisations whose documents were looked at from the start. The others were first measured unseen (rows: 96.6 %
 * found, 1.7 % too many; actions: 98.5 % and 11.7 %), and those that differed were looked at afterwards.
 */
const SEEN_FIRST = new Set(['dfds', 'eslint', 'etcd-io', 'hachyderm', 'kubernetes', 'taskcluster']);

const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));

interface Sample {
  readonly file: string;
  readonly organisation: string;
  readonly style: string;
  readonly checked: string;
  readonly rows: number;
  readonly actions: number;
}

interface Tally {
  documents: number;
  wanted: number;
  missed: number;
  extra: number;
}

interface Count {
  readonly wanted: number;
  readonly got: number;
}

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

function samples(): Sample[] {
  const [head = '', ...lines] = readFileSync(`${corpus}INDEX.tsv`, 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    const file = cell('file');
    return {
      file,
      organisation: file.split('__')[0] ?? '',
      style: cell('style'),
      checked: cell('eye_checked'),
      rows: Number(cell('n_timeline_rows')),
      actions: Number(cell('n_action_items')),
    };
  });
}

function groupsOf({ organisation, style, checked }: Sample): string[] {
  const half = SEEN_FIRST.has(organisation)
    ? 'organisations seen from the start'
    : 'organisations measured unseen first';
  return ['all', half, ...(checked === 'yes' ? ['counted by eye'] : []), `style: ${style}`];
}

function add(tallies: Map<string, Tally>, key: string, { wanted, got }: Count): void {
  const tally = tallies.get(key) ?? { documents: 0, wanted: 0, missed: 0, extra: 0 };
  tallies.set(key, {
    documents: tally.documents + 1,
    wanted: tally.wanted + wanted,
    missed: tally.missed + Math.max(0, wanted - got),
    extra: tally.extra + Math.max(0, got - wanted),
  });
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

function printTallies(title: string, tallies: ReadonlyMap<string, Tally>): void {
  print(
    `\n${title.padEnd(56)} ${'documents'.padStart(9)} ${'counted'.padStart(8)} ${'found'.padStart(8)} ${'too many'.padStart(9)}`,
  );
  for (const [key, { documents, wanted, missed, extra }] of tallies) {
    const figures = [
      String(documents).padStart(9),
      String(wanted).padStart(8),
      percent(wanted - missed, wanted).padStart(8),
      percent(extra, wanted).padStart(9),
    ];
    print(`${key.padEnd(56)} ${figures.join(' ')}`);
  }
}

interface Result {
  readonly sample: Sample;
  readonly rows: number;
  readonly actions: number;
  /** True where the untouched document is written back byte for byte. */
  readonly identical: boolean;
}

function measure(sample: Sample): Result {
  const source = readFileSync(corpus + sample.file, 'utf8');
  const document = parsePostmortem(source, { file: sample.file.split('__').at(-1) ?? sample.file });
  const { timeline, actions } = document.record;
  const written =
    document.template === undefined ? document.source : convertDocument(document, document.template).markdown;
  return {
    sample,
    rows: timeline.filter((row) => row.at !== null).length,
    actions: actions.length,
    identical: written === source,
  };
}

function printDifferences(results: readonly Result[]): void {
  const differing = results
    .map((result) => ({
      result,
      gap: Math.abs(result.rows - result.sample.rows) + Math.abs(result.actions - result.sample.actions),
    }))
    .filter(({ gap }) => gap > 0)
    .toSorted((a, b) => b.gap - a.gap);
  print('\nDocuments that differ from the count:');
  for (const { result } of differing) {
    const { sample, rows, actions } = result;
    print(
      `  ${sample.file}: rows ${String(rows)} of ${String(sample.rows)}, actions ${String(actions)} of ${String(sample.actions)}`,
    );
  }
}

function main(): void {
  const [rows, actions] = [new Map<string, Tally>(), new Map<string, Tally>()];
  const results: Result[] = [];
  const failures: string[] = [];
  const start = performance.now();
  for (const sample of samples()) {
    try {
      results.push(measure(sample));
    } catch (error) {
      failures.push(`${sample.file}: ${String(error)}`);
    }
  }
  const duration = performance.now() - start;
  for (const { sample, ...got } of results) {
    for (const key of groupsOf(sample)) {
      add(rows, key, { wanted: sample.rows, got: got.rows });
      add(actions, key, { wanted: sample.actions, got: got.actions });
    }
  }
  printTallies('Timeline rows', rows);
  printTallies('Actions', actions);
  print(
    `\n${String(results.length)} documents in ${duration.toFixed(0)} ms, ${String(results.filter(({ identical }) => identical).length)} byte-identical, ${String(failures.length)} exceptions`,
  );
  for (const failure of failures) print(`  ${failure}`);
  if (process.argv.includes('--details')) printDifferences(results);
}

if (existsSync(corpus)) main();
else print(`There are no documents at ${corpus}, so nothing is measured.`);
