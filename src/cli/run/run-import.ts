import { type Finding, Refusal, refuse } from '#core/errors';
import { parsePostmortem } from '#core/markdown';
import type { Postmortem } from '#core/record';

import { type ExitCode, exitOfFindings } from '../exit-code.ts';
import { nameOf } from '../files/read-bytes.ts';
import { readDocument } from '../files/read-document.ts';
import { type FoundFile, walkPaths } from '../files/walk-paths.ts';
import { printFindings } from '../terminal/print-findings.ts';
import { showProgress } from '../terminal/progress.ts';
import type { Screen } from '../terminal/screen.ts';
import { renderTable } from '../terminal/table.ts';

interface Imported {
  readonly file: string;
  readonly dialect: string | null;
  readonly record: Postmortem | null;
  readonly findings: readonly Finding[];
}

/** Below a directory, documents are told by their names; a file that is named is read whatever it is called. */
const DOCUMENT_NAME = /\.(?:md|markdown|mdown|mkd|mdx)$/iu;

/** Options of `nevertwice import`. */
export interface ImportOptions {
  readonly json?: boolean;
  /** Sends the documents there instead of reading them here. */
  readonly server?: string;
  readonly private?: boolean;
  readonly trial?: boolean;
}

/** Runs `nevertwice import`: every document becomes data, one line of JSON each; a file that fails stops no other. */
export async function runImport(paths: readonly string[], options: ImportOptions, screen: Screen): Promise<ExitCode> {
  if (paths.length === 0) refuse('no-input', { command: 'import' });
  refuseServerOptions(options);
  const walk = walkPaths(paths);
  const files = walk.files.filter((file) => file.named || DOCUMENT_NAME.test(file.path));
  const { server } = options;
  if (server !== undefined) {
    const { importToServer } = await import('./import-to-server.ts');
    const { findings, unreadable } = walk;
    return importToServer({ files, findings, unreadable }, { ...options, server }, screen);
  }
  const progress = showProgress(screen.err);
  // What is not there gets its line, too, so that every path of the command line is accounted for.
  const imported: Imported[] = walk.findings.filter(isFailure).map(failedImport);
  let unreadable = walk.unreadable;
  if (options.json) for (const failed of imported) printLine(failed, screen);
  for (const [index, file] of files.entries()) {
    progress.step(`reading ${file.path}`, index, files.length);
    const result = await importFile(file);
    unreadable ||= result.record === null && file.named;
    imported.push(result);
    if (options.json) printLine(result, screen);
  }
  progress.end();
  const remarks = walk.findings.filter((finding) => !isFailure(finding));
  const findings = imported.flatMap((each) => each.findings);
  if (!options.json) showImported(imported, screen);
  printFindings(screen.err, options.json ? remarks : [...remarks, ...findings]);
  return exitOfFindings([...remarks, ...findings], unreadable);
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

async function importFile(found: FoundFile): Promise<Imported> {
  const file = nameOf(found.path);
  try {
    const document = await readDocument(found.path);
    const { record, dialect, findings } = parsePostmortem(document.text, { file });
    return { file, dialect, record, findings };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { file, dialect: null, record: null, findings: [error.toFinding({ file })] };
  }
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

function showImported(imported: readonly Imported[], screen: Screen): void {
  const { dim, bold } = screen.out.colours;
  const rows = imported.map(({ file, dialect, record }) => [
    file,
    dialect ?? 'not read',
    record?.title ?? '',
    String(record?.timeline.length ?? ''),
    String(record?.actions.length ?? ''),
  ]);
  const columns = [
    { header: 'file', fit: 'cut' },
    { header: 'template', style: dim },
    { header: 'title', fit: 'cut', style: bold },
    { header: 'events', align: 'right' },
    { header: 'actions', align: 'right' },
  ] as const;
  screen.out.lines(renderTable(columns, rows, { width: screen.out.width, header: dim }));
}
