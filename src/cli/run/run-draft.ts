import { type Finding, refusal } from '#core/errors';
import type { Dialect } from '#core/markdown';
import { incidentDay, incidentTitle } from '#core/timeline';

import { EXIT, type ExitCode, exitOfFindings } from '../exit-code.ts';
import { readTeam } from '../files/read-team-file.ts';
import { refuseExisting, writeOutput } from '../files/write-output.ts';
import { printFindings } from '../terminal/print-findings.ts';
import type { Screen } from '../terminal/screen.ts';
import { type BuiltDraft, buildDraft, documentZone } from './build-draft.ts';
import { bestMoments, type ReasonedMoment } from './confirm-moments.ts';
import { localToday } from './clock.ts';
import { chooseDialect } from './dialect-option.ts';
import type { DraftOptions } from './draft-options.ts';
import { type Gathered, gatherTimeline } from './gather-timeline.ts';
import { parseMoments } from './parse-moments.ts';
import { parseZone } from './parse-options.ts';
import { type PlacedDocument, placeDocument } from './place-document.ts';
import { durationLines, evidenceLines, momentLines, suspectLines } from './report.ts';

/** Runs `nevertwice draft`. */
export async function runDraft(paths: readonly string[], options: DraftOptions, screen: Screen): Promise<ExitCode> {
  const { server } = options;
  if (server !== undefined) {
    const { draftOnServer } = await import('./draft-on-server.ts');
    return draftOnServer(paths, { ...options, server }, screen);
  }
  const team = await readTeam(process.cwd(), options.config);
  const dialect = chooseDialect(options.template, team);
  const printed = options.output === '-';
  if (options.output !== undefined && !printed) refuseExisting(options.output, options.force ?? false);
  const asked = options.printZone === undefined ? undefined : parseZone('--print-zone', options.printZone);
  const gathered = await gatherTimeline(paths, options, { screen, command: 'draft' });
  const sources = [...paths, ...(options.repo ?? [])];
  if (gathered.timeline.events.length === 0)
    return endEmpty(gathered, { paths: sources, json: options.json ?? false, screen });
  const zone = documentZone(dialect, asked ?? gathered.zone);
  const day = incidentDay(gathered.timeline, zone);
  const stated = parseMoments(options.moment ?? [], { zone, ...(day !== undefined && { day }) });
  const placed = placeDraft(gathered, { ...options, dialect, day });
  if (!printed) refuseExisting(placed.path, options.force ?? false);
  if (!options.json) screen.err.lines(evidenceLines(screen.err, gathered.readings));
  const moments = await confirm(bestMoments(gathered.timeline.moments, stated), {
    gathered,
    options,
    screen,
    zone,
    day,
  });
  const { guidance, allEvents = false } = options;
  const draft = buildDraft(gathered, { dialect, team, placed, moments, zone, guidance, allEvents });
  const findings = [...team.findings, ...gathered.findings, ...draft.findings];
  if (!printed) writeOutput(placed.path, draft.markdown, options.force ?? false);
  const result: Result = {
    gathered,
    draft: { ...draft, findings },
    moments,
    dialect: dialect.id,
    zone,
    confirmed: asks(options, screen),
    file: printed ? null : placed.path,
  };
  if (options.json) printJson(result, screen);
  else show(result, screen);
  return exitOfFindings(findings, gathered.unreadable);
}

interface Result {
  readonly gathered: Gathered;
  readonly draft: BuiltDraft;
  readonly moments: readonly ReasonedMoment[];
  readonly dialect: string;
  readonly zone: string;
  /** True if a person went through the moments. */
  readonly confirmed: boolean;
  /** Where it was written; null where it is printed. */
  readonly file: string | null;
}

/** Evidence without one event gives no draft; its findings say why for each file. */
function endEmpty(
  gathered: Gathered,
  command: { readonly paths: readonly string[]; readonly json: boolean; readonly screen: Screen },
): ExitCode {
  const { findings, unreadable } = gathered;
  const names = command.paths.map((path) => `"${path}"`).join(', ');
  const told = unreadable && findings.some((finding) => finding.severity === 'error');
  const all = told ? findings : [...findings, refusal('nothing-read', { paths: names }).toFinding()];
  if (command.json) command.screen.out.write(`${JSON.stringify({ file: null, findings: all })}\n`);
  else printFindings(command.screen.err, all);
  return EXIT.unreadable;
}

function placeDraft(
  gathered: Gathered,
  options: DraftOptions & { readonly dialect: Dialect; readonly day: string | undefined },
): PlacedDocument {
  return placeDocument({
    dialect: options.dialect,
    title: options.title ?? incidentTitle(gathered.timeline) ?? 'Untitled incident',
    date: options.day ?? localToday(),
    severity: options.severity,
    id: options.id,
    output: options.output,
  });
}

/** Asks a person where there is one; otherwise the best suggestions count, and a finding says so. */
async function confirm(
  moments: readonly ReasonedMoment[],
  context: {
    readonly gathered: Gathered;
    readonly options: DraftOptions;
    readonly screen: Screen;
    readonly zone: string;
    readonly day: string | undefined;
  },
): Promise<readonly ReasonedMoment[]> {
  const { gathered, options, screen, zone, day } = context;
  if (!asks(options, screen) || moments.length === 0) return moments;
  screen.err.lines([...momentLines(screen.err, moments, { zone }), '']);
  const { askMoments } = await import('../terminal/ask-moments.ts');
  return askMoments(moments, { suggested: gathered.timeline.moments, zone, day });
}

function printJson(result: Result, screen: Screen): void {
  const { draft, gathered, moments, dialect, file } = result;
  const { record, durations, findings, markdown } = draft;
  const evidence = gathered.readings;
  const { suspects, impactPeriods } = gathered.timeline;
  const printed = file === null ? { markdown } : {};
  screen.out.write(
    `${JSON.stringify({ file, dialect, ...printed, moments, impactPeriods, suspects, durations, evidence, record, findings })}\n`,
  );
}

/** What a person sees: the report on standard error, the file's name (or the draft itself) on standard output. */
function show(result: Result, screen: Screen): void {
  const { draft, gathered, moments, dialect, zone, file } = result;
  screen.err.lines([
    ...momentLines(screen.err, moments, { zone, origin: result.confirmed ? 'confirmed' : 'suggested' }),
    ...durationLines(screen.err, draft.durations, `as "${dialect}" defines them`),
    ...suspectLines(screen.err, gathered.timeline, zone),
    '',
  ]);
  printFindings(screen.err, [...draft.findings, ...unconfirmed(result)]);
  if (file === null) screen.out.write(draft.markdown);
  else screen.out.lines([file]);
}

function asks(options: DraftOptions, screen: Screen): boolean {
  return screen.interactive && !options.yes && !options.json;
}

function unconfirmed(result: Result): Finding[] {
  if (result.confirmed || result.moments.length === 0) return [];
  return [
    {
      code: 'moments-unconfirmed',
      severity: 'info',
      message: 'The moments are suggestions that nobody has confirmed.',
      help: 'Check them in the draft, or state what you know with --moment.',
    },
  ];
}
