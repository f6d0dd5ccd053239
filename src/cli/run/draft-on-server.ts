import { type Finding, refusal, refuse } from '#core/errors';
import { dialects } from '#core/markdown';

import { readClientEnvironment } from '../environment.ts';
import { EXIT, type ExitCode, exitOfFindings } from '../exit-code.ts';
import { printFindings } from '../terminal/print-findings.ts';
import { showProgress } from '../terminal/progress.ts';
import type { Screen } from '../terminal/screen.ts';
import { bestMoments, type ReasonedMoment } from './confirm-moments.ts';
import { parseDialect } from './dialect-option.ts';
import { parseMoments } from './parse-moments.ts';
import { parseSkew, parseWindow, parseZones } from './parse-options.ts';
import { type Asked, type Preview, previewAll, type PreviewedDraft } from './preview-on-server.ts';
import { evidenceLines, momentLines } from './report.ts';
import type { DraftOptions } from './draft-options.ts';
import { serverClient, type ServerClient } from './server-client.ts';
import { type Uploaded, uploadFiles } from './upload-evidence.ts';

/** Options of `nevertwice draft --server`. */
export interface ServerDraftOptions extends DraftOptions {
  readonly server: string;
}

/** Uploads the evidence, shows what the server makes of it, and has it draft the post-mortem. */
export async function draftOnServer(
  paths: readonly string[],
  options: ServerDraftOptions,
  screen: Screen,
): Promise<ExitCode> {
  refuseLocalOptions(options);
  const repositories = options.repo ?? [];
  if (paths.length === 0 && repositories.length === 0) refuse('no-input', { command: 'draft' });
  const client = serverClient(options.server, { command: 'draft', environment: readClientEnvironment() });
  const asked = readOptions(options);
  const progress = showProgress(screen.err);
  try {
    const files = await uploadFiles(client, paths, progress);
    const draft = await previewAll(client, { files: files.uses, repositories, asked, progress });
    progress.end();
    if (draft === undefined) return endEmpty(files.findings, { paths, options, screen });
    return await finish(client, { ...draft, files }, { options, screen });
  } finally {
    progress.end();
  }
}

/** A document on a server has no file, and its number and place come from there. */
function refuseLocalOptions(options: ServerDraftOptions): void {
  const local = {
    output: '--output',
    force: '--force',
    id: '--id',
    printZone: '--print-zone',
    allEvents: '--all-events',
    all: '--all',
  };
  for (const [name, first] of Object.entries(local)) {
    if (options[name as keyof typeof local] !== undefined) {
      refuse('options-conflict', { first, second: '--server', reason: 'a server sees to that itself' });
    }
  }
}

function readOptions(options: ServerDraftOptions): Asked {
  const { zone, zones } = parseZones(options.zone ?? []);
  if (zones.size > 0) {
    refuse('options-conflict', {
      first: '--zone for a single file',
      second: '--server',
      reason: 'a server reads all files in one zone',
    });
  }
  const window = parseWindow({ from: options.from, to: options.to, zone: zone ?? 'UTC' });
  return { zone, window, skew: Object.fromEntries(parseSkew(options.skew ?? [])) };
}

function endEmpty(
  findings: readonly Finding[],
  command: { readonly paths: readonly string[]; readonly options: ServerDraftOptions; readonly screen: Screen },
): ExitCode {
  const { options, paths, screen } = command;
  const names = [...paths, ...(options.repo ?? [])].map((path) => `"${path}"`).join(', ');
  const all = [...findings, refusal('nothing-read', { paths: names }).toFinding()];
  if (options.json) screen.out.write(`${JSON.stringify({ id: null, url: null, findings: all })}\n`);
  else printFindings(screen.err, all);
  return EXIT.unreadable;
}

async function finish(
  client: ServerClient,
  draft: PreviewedDraft & { readonly files: Uploaded },
  context: { readonly options: ServerDraftOptions; readonly screen: Screen },
): Promise<ExitCode> {
  const { options, screen } = context;
  const dialect = options.template === undefined ? undefined : parseDialect(options.template);
  const zone = draft.settings.zone ?? (dialect && dialects[dialect].zone) ?? 'UTC';
  if (!options.json) screen.err.lines(evidenceLines(screen.err, draft.preview.readings.map(namedReading)));
  const moments = await confirm(draft.preview, { ...context, zone });
  const made = await client.call('draftPostmortem', {
    body: {
      ...draft.settings,
      title: options.title ?? draft.preview.title ?? 'Untitled incident',
      moments: moments.map(({ at, events, kind }) => ({ at, events: [...events], kind })),
      ...(dialect !== undefined && { dialect }),
      ...(options.severity !== undefined && { severity: options.severity }),
    },
    idempotencyKey: crypto.randomUUID(),
  });
  const url = `${client.server}/postmortems/${made.id}`;
  const { findings, unreadable } = draft.files;
  if (options.json) {
    const { readings } = draft.preview;
    screen.out.write(`${JSON.stringify({ id: made.id, url, title: made.title, moments, readings, findings })}\n`);
  } else {
    screen.err.lines([...momentLines(screen.err, moments, { zone }), '']);
    printFindings(screen.err, findings);
    screen.out.lines([url]);
  }
  return exitOfFindings(findings, unreadable);
}

function namedReading({
  events,
  format,
  id,
  name,
}: Preview['readings'][number]): Parameters<typeof evidenceLines>[1][number] {
  return { file: name, evidence: id, format, label: format, events };
}

/** Asks a person where there is one; otherwise the best suggestions count. */
async function confirm(
  preview: Preview,
  context: { readonly options: ServerDraftOptions; readonly screen: Screen; readonly zone: string },
): Promise<readonly ReasonedMoment[]> {
  const { options, screen, zone } = context;
  const day = preview.date ?? undefined;
  const stated = parseMoments(options.moment ?? [], { zone, ...(day !== undefined && { day }) });
  const best = bestMoments(preview.moments, stated);
  if (!screen.interactive || options.yes || options.json || best.length === 0) return best;
  screen.err.lines([...momentLines(screen.err, best, { zone }), '']);
  const { askMoments } = await import('../terminal/ask-moments.ts');
  return askMoments(best, { suggested: preview.moments, zone, day });
}
