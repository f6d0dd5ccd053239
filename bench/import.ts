import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { fromMarkdown } from 'mdast-util-from-markdown';

import { checkDocument } from '#core/check';
import { parsePostmortem, type ParsedDocument, writeDocument } from '#core/markdown';

import { type CorpusDocument, corpusDocuments, hasCorpus, knownInstants } from '../tests/support/corpus.ts';
import { machine } from './machine.ts';

/**
 * How well documents of other teams are read: timeline rows and actions against counts made by people, by style and by
 * half of the organisations; instants against those that people read; untouched documents written back; the time of
 * import and check, and how it grows. `npm run bench:import`, with `-- --details` for all documents that differ.
 */

/**
 * Organisations whose documents were looked at from the start. The others were first measured unseen (rows: 96.6 %
 * found, 1.7 % too many; actions: 98.5 % and 11.7 %), and those that differed were looked at afterwards.
 */
const SEEN_FIRST = new Set(['dfds', 'eslint', 'etcd-io', 'hachyderm', 'kubernetes', 'taskcluster']);

const INDEX = fileURLToPath(new URL('../../shared/corpus/INDEX.tsv', import.meta.url));

interface Sample extends CorpusDocument {
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
  const documents = new Map(corpusDocuments().map((document) => [document.key, document]));
  const [head = '', ...lines] = readFileSync(INDEX, 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return lines.flatMap((line) => {
    const cells = line.split('\t');
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    const document = documents.get(cell('file'));
    if (document === undefined) return [];
    return [
      {
        ...document,
        organisation: document.key.split('__')[0] ?? '',
        style: cell('style'),
        checked: cell('eye_checked'),
        rows: Number(cell('n_timeline_rows')),
        actions: Number(cell('n_action_items')),
      },
    ];
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
  readonly document: ParsedDocument;
  readonly rows: number;
  readonly actions: number;
  /** True where the untouched document is written back byte for byte. */
  readonly identical: boolean;
}

function measure(sample: Sample): Result {
  const document = parsePostmortem(sample.source, { file: sample.file });
  const { timeline, actions } = document.record;
  return {
    sample,
    document,
    rows: timeline.filter((row) => row.at !== null).length,
    actions: actions.length,
    identical: writeDocument(document, document.record).markdown === sample.source,
  };
}

/** The documents that differ most from what people counted; where few differ, those with most that a person has to see to. */
function printWorst(results: readonly Result[], most: number): void {
  const rated = results.map((result) => {
    const { document, sample } = result;
    const gap = Math.abs(result.rows - sample.rows) + Math.abs(result.actions - sample.actions);
    const unclear = document.findings.filter(({ severity }) => severity !== 'info');
    const unplaced = document.findings.filter(({ code }) => code === 'section-unmapped').length;
    return { ...result, gap, unclear, unplaced };
  });
  const worst = rated
    .filter(({ gap, unclear, unplaced }) => gap > 0 || unclear.length > 0 || unplaced > 0)
    .toSorted((a, b) => b.gap - a.gap || b.unclear.length - a.unclear.length || b.unplaced - a.unplaced);
  print('\nThe documents that are read worst:');
  for (const { actions, rows, sample, unclear, unplaced } of worst.slice(0, most)) {
    const counts = `rows ${rows} of ${sample.rows}, actions ${actions} of ${sample.actions}`;
    const first = unclear[0] === undefined ? '' : `, ${unclear.length} unclear (${unclear[0].message})`;
    print(`  ${sample.key}: ${counts}${first}, ${unplaced} sections without a field`);
  }
}

function printInstants(results: readonly Result[]): void {
  const rows = new Map(
    results.map(({ document, sample }) => [
      sample.key,
      document.record.timeline.flatMap(({ at }) => (at === null ? [] : [at.instant])),
    ]),
  );
  const known = knownInstants();
  const wrong = known.filter(({ instant, key, row }) => rows.get(key)?.[row] !== instant);
  print(
    `\nInstants of ${known.length} rows that were read by eye: ${known.length - wrong.length} right, ${wrong.length} wrong`,
  );
  for (const { instant, key, row, written } of wrong)
    print(`  ${key} row ${row} “${written}”: ${rows.get(key)?.[row] ?? 'unknown'} instead of ${instant ?? 'unknown'}`);
}

/** Wall and processor time of one pass in milliseconds. */
function timed(work: () => void): { readonly wall: number; readonly processor: number } {
  const [start, before] = [performance.now(), process.cpuUsage()];
  work();
  const { system, user } = process.cpuUsage(before);
  return { wall: performance.now() - start, processor: (system + user) / 1000 };
}

const TURNS = 3;

function printTimes(documents: readonly Sample[], first: { readonly wall: number; readonly processor: number }): void {
  const megabytes = documents.reduce((sum, { source }) => sum + source.length, 0) / 1e6;
  const row = (name: string, times: readonly { readonly wall: number; readonly processor: number }[]): void => {
    const median = times.toSorted((a, b) => a.processor - b.processor)[Math.floor(times.length / 2)] ?? first;
    print(
      `  ${name.padEnd(46)} ${median.wall.toFixed(0).padStart(6)} ms ${median.processor.toFixed(0).padStart(6)} ms`,
    );
  };
  const turns = (work: (sample: Sample) => unknown, times = 1): ReturnType<typeof timed>[] =>
    Array.from({ length: TURNS }, () =>
      timed(() => {
        for (let turn = 0; turn < times; turn += 1) for (const sample of documents) work(sample);
      }),
    );
  const read = ({ file, source }: Sample): unknown => parsePostmortem(source, { file });
  const check = ({ file, source }: Sample): unknown => checkDocument(source, { file });
  print(`\n${documents.length} documents, ${megabytes.toFixed(1)} MB${' '.repeat(28)}   wall   processor`);
  row('import, first pass of the process (aim 2,000)', [first]);
  row('import', turns(read));
  row('import of twice as many', turns(read, 2));
  row('import of four times as many', turns(read, 4));
  row('check (aim 4,000)', turns(check));
  row('check of twice as many', turns(check, 2));
  row(
    'peer: mdast-util-from-markdown, no extensions',
    turns(({ source }) => fromMarkdown(source)),
  );
}

function main(): void {
  const documents = samples();
  const [rows, actions] = [new Map<string, Tally>(), new Map<string, Tally>()];
  const results: Result[] = [];
  const failures: string[] = [];
  const first = timed(() => {
    for (const sample of documents) {
      try {
        results.push(measure(sample));
      } catch (error) {
        failures.push(`${sample.key}: ${String(error)}`);
      }
    }
  });
  for (const { sample, ...got } of results) {
    for (const key of groupsOf(sample)) {
      add(rows, key, { wanted: sample.rows, got: got.rows });
      add(actions, key, { wanted: sample.actions, got: got.actions });
    }
  }
  print(machine());
  printTallies('Timeline rows', rows);
  printTallies('Actions', actions);
  const identical = results.filter((result) => result.identical).length;
  print(`\n${results.length} documents, ${identical} byte-identical, ${failures.length} exceptions`);
  for (const failure of failures) print(`  ${failure}`);
  printInstants(results);
  printWorst(results, process.argv.includes('--details') ? results.length : 10);
  printTimes(documents, first);
}

if (hasCorpus) main();
else print(`There are no documents beside the repository (${INDEX}), so nothing is measured.`);
