import type { Finding } from '#core/errors';
import { actionState, type Postmortem } from '#core/record';

import type { Stream } from '../terminal/screen.ts';
import { renderTable } from '../terminal/table.ts';
import { DOCUMENT_NEEDS } from './document-needs.data.ts';
import { plural } from './report.ts';

/** What an import made of one file; no record where it could not be read. */
export interface Imported {
  readonly file: string;
  readonly dialect: string | null;
  readonly record: Postmortem | null;
  readonly findings: readonly Finding[];
}

/** Documents with their template, date, rows and actions, and what a person has to see to; then the sum. */
export function importTable(imported: readonly Imported[], out: Stream): string[] {
  const { bold, dim, yellow } = out.colours;
  const folder = commonFolder(imported.map(({ file }) => file));
  const rows = imported.map((each) => [
    each.file.slice(folder.length),
    templateOf(each),
    dateOf(each.record),
    String(each.record?.timeline.length ?? ''),
    String(each.record?.actions.length ?? ''),
    each.record === null || each.record.actions.length === 0 ? '' : String(openActions(each.record)),
    needsOf(each).join(', '),
  ]);
  const columns = [
    { header: 'document', fit: 'cut', style: bold },
    { header: 'template', style: dim },
    { header: 'date' },
    { header: 'rows', align: 'right' },
    { header: 'actions', align: 'right' },
    { header: 'open', align: 'right' },
    { header: 'needs a person', fit: 'wrap', style: yellow },
  ] as const;
  const heading = folder === '' ? [] : [dim(folder)];
  const table = renderTable(columns, rows, { width: out.width, header: dim });
  return [...heading, ...table, ...(imported.length > 1 ? ['', ...summaryLines(imported, out)] : [])];
}

function templateOf({ dialect }: Imported): string {
  if (dialect === null) return 'not read';
  return dialect === 'foreign' ? 'own' : dialect;
}

function dateOf(record: Postmortem | null): string {
  const date = record?.incident?.date;
  return date?.instant?.slice(0, 10) ?? date?.written ?? '';
}

const SETTLED: ReadonlySet<string> = new Set(['done', 'verified', 'effective', 'wont-do']);

function openActions({ actions }: Postmortem): number {
  return actions.filter(({ status }) => !SETTLED.has(actionState(status))).length;
}

/** What is unclear or missing, as `3 unclear times`. */
function needsOf({ findings, record }: Imported): string[] {
  const counted = Map.groupBy(
    findings.filter(({ severity }) => severity !== 'info'),
    ({ code }) => code,
  );
  const needs = [...counted].map(([code, { length }]) => {
    const [one, many] = DOCUMENT_NEEDS[code] ?? [code.replaceAll('-', ' '), code.replaceAll('-', ' ')];
    return length === 1 ? one : `${length} ${many}`;
  });
  if (record === null) return needs;
  return [...needs, ...(record.incident?.date === undefined && record.timeline.length > 0 ? ['no date'] : [])];
}

function summaryLines(imported: readonly Imported[], out: Stream): string[] {
  const { bold, dim } = out.colours;
  const records = imported.flatMap(({ record }) => record ?? []);
  const rows = records.reduce((sum, record) => sum + record.timeline.length, 0);
  const actions = records.reduce((sum, record) => sum + record.actions.length, 0);
  const open = records.reduce((sum, record) => sum + openActions(record), 0);
  const days = records.flatMap(({ incident }) => incident?.date?.instant?.slice(0, 10) ?? []).toSorted();
  const span = days.length === 0 ? '' : `, ${days[0]} to ${days.at(-1)}`;
  const waiting = imported.filter((each) => needsOf(each).length > 0).length;
  const unread = imported.length - records.length;
  const sums = `${plural(rows, 'timeline row')}, ${plural(actions, 'action')} (${open.toLocaleString('en')} open)`;
  return [
    `${bold(plural(imported.length, 'document'))}${span}: ${sums}.`,
    ...(unread === 0 ? [] : [`${plural(unread, 'document')} could not be read.`]),
    ...(waiting === 0
      ? [dim('Nothing needs a person.')]
      : [dim(`${plural(waiting, 'document')} ${waiting === 1 ? 'needs' : 'need'} a person; --details tells where.`)]),
  ];
}

/** The folder that all files lie in, with its slash; empty where there is none, or only one file. */
function commonFolder(files: readonly string[]): string {
  const [first, ...others] = files;
  if (first === undefined || others.length === 0) return '';
  let folder = first.slice(0, lastSlash(first) + 1);
  while (folder !== '' && !others.every((file) => file.startsWith(folder))) {
    folder = folder.slice(0, lastSlash(folder.slice(0, -1)) + 1);
  }
  return folder;
}

function lastSlash(path: string): number {
  return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
}
