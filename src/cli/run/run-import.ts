import { type Finding, refuse } from '#core/errors';

import { type ExitCode, exitOfFindings } from '../exit-code.ts';
import { readTeam, type Team } from '../files/read-team-file.ts';
import type { FoundFile } from '../files/walk-paths.ts';
import { printFindings } from '../terminal/print-findings.ts';
import { showProgress } from '../terminal/progress.ts';
import type { Screen } from '../terminal/screen.ts';
import { type FoundDocument, leftOutFinding, readDocuments, walkDocuments } from './find-documents.ts';
import { type Imported, importTable } from './import-table.ts';

/** Options of `nevertwice import`. */
export interface ImportOptions {
  readonly json?: boolean;
  readonly config?: string;
  /** Also files below directories that do not read like post-mortems. */
  readonly all?: boolean;
  /** Every finding of every document, not only how many. */
  readonly details?: boolean;
  /** Sends the documents there instead of reading them here. */
  readonly server?: string;
  readonly private?: boolean;
  readonly trial?: boolean;
}

/** Runs `nevertwice import`: every document becomes data, one line of JSON each; a file that fails stops no other. */
export async function runImport(paths: readonly string[], options: ImportOptions, screen: Screen): Promise<ExitCode> {
  if (paths.length === 0) refuse('no-input', { command: 'import' });
  refuseServerOptions(options);
  const team = await readTeam('.', options.config);
  const walk = walkDocuments(paths);
  // What is not there gets its line, too, so that every path of the command line is accounted for.
  const failures = walk.findings.filter(isFailure).map(failedImport);
  if (options.json) for (const failed of failures) printLine(failed, screen);
  const read = await readAll(walk.files, { ...options, team }, screen);
  const imported = [...failures, ...read.imported];
  const remarks = [
    ...team.findings,
    ...walk.findings.filter((finding) => !isFailure(finding)),
    ...leftOutFinding(read.leftOut),
  ];
  const findings = imported.flatMap((each) => each.findings);
  const told = options.details || imported.length === 1;
  if (options.server !== undefined) return sendThem({ ...walk, files: read.files }, remarks, { options, screen });
  if (!options.json) screen.out.lines(importTable(imported, screen.out));
  printFindings(screen.err, told && !options.json ? [...remarks, ...findings] : remarks);
  return exitOfFindings([...remarks, ...findings], walk.unreadable || read.unreadable);
}

async function sendThem(
  walk: ReturnType<typeof walkDocuments>,
  remarks: readonly Finding[],
  { options, screen }: { readonly options: ImportOptions; readonly screen: Screen },
): Promise<ExitCode> {
  const { importToServer } = await import('./import-to-server.ts');
  const { server = '', ...rest } = options;
  printFindings(screen.err, remarks);
  return importToServer({ ...walk, findings: walk.findings.filter(isFailure) }, { ...rest, server }, screen);
}

interface ReadAll {
  readonly imported: readonly Imported[];
  readonly files: readonly FoundFile[];
  readonly leftOut: readonly string[];
  readonly unreadable: boolean;
}

/** Reads all documents; with `--json` each one's line is printed as soon as it is read. */
async function readAll(
  files: readonly FoundFile[],
  { team, ...options }: ImportOptions & { readonly team: Team },
  screen: Screen,
): Promise<ReadAll> {
  const progress = showProgress(screen.err);
  const leftOut: string[] = [];
  const documents = readDocuments(
    files,
    { progress, dialects: team.dialects, ...(options.all && { all: true }) },
    (path) => leftOut.push(path),
  );
  const imported: Imported[] = [];
  const kept: FoundFile[] = [];
  let unreadable = false;
  for await (const document of documents) {
    const result = importOf(document);
    unreadable ||= result.record === null && document.found.named;
    imported.push(result);
    kept.push(document.found);
    if (options.json && options.server === undefined) printLine(result, screen);
  }
  progress.end();
  return { imported, files: kept, leftOut, unreadable };
}

function importOf(document: FoundDocument): Imported {
  const { file } = document;
  if ('failure' in document) return { file, dialect: null, record: null, findings: [document.failure] };
  const { dialect, findings, record } = document.parsed;
  return { file, dialect, record, findings };
}

/** Reading alone keeps nothing, so there is nothing to keep private or to try. */
function refuseServerOptions(options: ImportOptions): void {
  if (options.server !== undefined) return;
  for (const name of ['private', 'trial'] as const) {
    if (options[name] !== undefined) {
      const reason = 'without a server, documents are only read';
      refuse('options-conflict', { first: `--${name}`, second: 'an import without --server', reason });
    }
  }
}

function isFailure(finding: Finding): boolean {
  return finding.severity === 'error';
}

function failedImport(finding: Finding): Imported {
  return { file: finding.place?.file ?? '', dialect: null, record: null, findings: [finding] };
}

function printLine(imported: Imported, screen: Screen): void {
  screen.out.write(`${JSON.stringify(importJson(imported))}\n`);
}

/** The record with `null` for what a timeline row or an action does not state, so that every row has the same keys. */
function importJson({ file, dialect, record, findings }: Imported): object {
  if (record === null) return { file, dialect, record, findings };
  const timeline = record.timeline.map((row) => ({ ...row, at: row.at }));
  const actions = record.actions.map((action) => ({
    ...action,
    owner: action.owner ?? null,
    due: action.due ?? null,
    status: action.status ?? null,
    priority: action.priority ?? null,
    ticket: action.ticket ?? null,
  }));
  return { file, dialect, record: { ...record, timeline, actions }, findings };
}
