import { existsSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../../../../../shared/loghub/', import.meta.url);

/** Systems of which 2,000 lines each are known with their truth. */
export const SYSTEMS: readonly string[] = [
  'Apache',
  'HDFS',
  'Hadoop',
  'Linux',
  'OpenSSH',
  'Proxifier',
  'Spark',
  'Zookeeper',
];

/** A line as it stands in the log, its message, and the id of the template that it was written with. */
export interface LabelledLine {
  readonly raw: string;
  readonly message: string;
  readonly event: string;
}

/** Whether the labelled logs are on this machine. */
export function hasLabelledLogs(): boolean {
  return existsSync(ROOT);
}

/** The labelled lines of one system. */
export function labelledLines(system: string): LabelledLine[] {
  const [head = [], ...rows] = csvRows(
    readFileSync(new URL(`${system}/${system}_2k.log_structured.csv`, ROOT), 'utf8'),
  );
  const raw = readFileSync(new URL(`${system}/${system}_2k.log`, ROOT), 'utf8').split(/\r?\n/u);
  const [message, event] = [head.indexOf('Content'), head.indexOf('EventId')];
  return rows
    .filter((row) => row.length === head.length)
    .map((row, at) => ({ raw: raw[at] ?? '', message: row[message] ?? '', event: row[event] ?? '' }));
}

function csvRows(text: string): string[][] {
  return [...text.matchAll(/((?:"(?:[^"]|"")*"|[^\n"])*)\n/gu)].map(([, line = '']) =>
    [...line.replace(/\r$/u, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(([, quoted, plain]) =>
      quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
    ),
  );
}

/** Grouping accuracy: the share of lines whose group has exactly the lines of their template. */
export function groupingAccuracy(truth: readonly string[], groups: readonly (number | string)[]): number {
  const pairs = new Set(truth.map((event, at) => `${event}\t${String(groups[at])}`));
  const [ofEvent, ofGroup] = [new Map<string, number>(), new Map<string, number>()];
  for (const pair of pairs) {
    const [event = '', group = ''] = pair.split('\t');
    ofEvent.set(event, (ofEvent.get(event) ?? 0) + 1);
    ofGroup.set(group, (ofGroup.get(group) ?? 0) + 1);
  }
  const right = truth.filter((event, at) => ofEvent.get(event) === 1 && ofGroup.get(String(groups[at])) === 1);
  return right.length / truth.length;
}
