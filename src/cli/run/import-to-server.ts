import type { RouteAnswer } from '#contract/client';
import { type Finding, Refusal, refuse } from '#core/errors';

import { readClientEnvironment } from '../environment.ts';
import { type ExitCode, exitOfFindings } from '../exit-code.ts';
import { nameOf } from '../files/read-bytes.ts';
import { readDocument } from '../files/read-document.ts';
import type { FoundFile, Walk } from '../files/walk-paths.ts';
import { printFindings } from '../terminal/print-findings.ts';
import { type Progress, showProgress } from '../terminal/progress.ts';
import type { Screen } from '../terminal/screen.ts';
import { renderTable } from '../terminal/table.ts';
import { plural } from './report.ts';
import { serverClient, type ServerClient } from './server-client.ts';

type Result = RouteAnswer<'importMarkdown'>['results'][number];

/** Options of `nevertwice import --server`. */
export interface ServerImportOptions {
  readonly server: string;
  readonly private?: boolean;
  readonly trial?: boolean;
  readonly json?: boolean;
}

interface Document {
  readonly name: string;
  readonly markdown: string;
}

/** What goes in one request: the server takes 500 documents and 10 MB, and answers when all of them are there. */
const MOST_DOCUMENTS = 50;
const MOST_CHARACTERS = 2_000_000;
/** A longer document does not fit into a request. */
const LONGEST = 8_000_000;

/** Sends documents to a server, some at a time. Those that cannot be read or taken stop no other. */
export async function importToServer(
  walk: Pick<Walk, 'files' | 'findings' | 'unreadable'>,
  options: ServerImportOptions,
  screen: Screen,
): Promise<ExitCode> {
  const client = serverClient(options.server, { command: 'import', environment: readClientEnvironment() });
  const progress = showProgress(screen.err);
  const read = await readDocuments(walk.files, progress);
  const results: Result[] = [];
  try {
    for (const batch of batches(read.documents)) {
      progress.step(`sending ${batch[0]?.name ?? ''}`, results.length, read.documents.length);
      const sent = await send(client, batch, options);
      results.push(...sent);
      if (options.json) for (const result of sent) printLine(client, result, screen);
    }
  } finally {
    progress.end();
    // Whatever stops the rest, these are there.
    if (!options.json) show(results, { client, options, screen });
  }
  const findings = [...walk.findings, ...read.findings, ...results.flatMap((result) => placed(result))];
  printFindings(screen.err, options.json ? [...walk.findings, ...read.findings] : findings);
  return exitOfFindings(findings, walk.unreadable || read.unreadable);
}

async function readDocuments(
  files: readonly FoundFile[],
  progress: Progress,
): Promise<{ readonly documents: Document[]; readonly findings: Finding[]; readonly unreadable: boolean }> {
  const documents: Document[] = [];
  const findings: Finding[] = [];
  let unreadable = false;
  for (const [index, { named, path }] of files.entries()) {
    const name = nameOf(path);
    progress.step(`reading ${name}`, index, files.length);
    try {
      const markdown = (await readDocument(path)).text;
      if (markdown.length > LONGEST)
        refuse('file-too-large', { path: name, size: `${Math.round(markdown.length / 1_000_000)} MB`, limit: '8 MB' });
      documents.push({ name, markdown });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      findings.push(error.toFinding({ file: name }));
      unreadable ||= named;
    }
  }
  return { documents, findings, unreadable };
}

function batches(documents: readonly Document[]): Document[][] {
  const all: Document[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const document of documents) {
    const last = all.at(-1);
    const { length } = document.markdown;
    if (last === undefined || last.length === MOST_DOCUMENTS || size + length > MOST_CHARACTERS) {
      all.push([document]);
      size = length;
    } else {
      last.push(document);
      size += length;
    }
  }
  return all;
}

async function send(client: ServerClient, files: Document[], options: ServerImportOptions): Promise<Result[]> {
  const query = options.trial === true ? { query: { trial: true } } : {};
  const { results } = await client.call('importMarkdown', {
    ...query,
    body: { files, ...(options.private !== undefined && { private: options.private }) },
  });
  return results;
}

function printLine({ server }: ServerClient, result: Result, screen: Screen): void {
  const url = result.id === null ? null : `${server}/postmortems/${result.id}`;
  screen.out.write(`${JSON.stringify({ ...result, url })}\n`);
}

function show(
  results: readonly Result[],
  context: { readonly client: ServerClient; readonly options: ServerImportOptions; readonly screen: Screen },
): void {
  const { client, options, screen } = context;
  const { bold, dim } = screen.out.colours;
  const columns = [
    { header: 'file', fit: 'cut' },
    { header: 'template', style: dim },
    { header: 'title', fit: 'cut', style: bold },
    { header: 'events', align: 'right' },
    { header: 'actions', align: 'right' },
  ] as const;
  const rows = results.map(({ actions, dialect, file, rows: events, title }) => [
    file,
    dialect,
    title ?? '',
    String(events),
    String(actions),
  ]);
  screen.out.lines(renderTable(columns, rows, { width: screen.out.width, header: dim }));
  const count = plural(results.length, 'post-mortem');
  const done = options.trial === true ? `${count} would be imported` : `${count} imported`;
  screen.err.lines([`${done}: ${client.server}/postmortems`]);
}

function placed({ file, findings }: Result): Finding[] {
  return findings.map(({ place, ...finding }) => ({ ...clean(finding), place: { ...clean(place ?? {}), file } }));
}

/** The contract says of optional values that they may be `undefined`; findings leave them out. */
function clean<Value extends object>(value: Value): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };
}
