import { statSync } from 'node:fs';

import { type ConfirmedMoment, documentMoments, documentPeriods } from '#core/draft';
import type { Finding } from '#core/errors';
import { DIALECT_IDS, parsePostmortem } from '#core/markdown';
import {
  computeDurations,
  definitionsFor,
  type DurationDefinition,
  type DurationResult,
  formatDurationResult,
  type Period,
} from '#core/metrics';
import { isZone } from '#core/time';
import { incidentDay } from '#core/timeline';

import type { EvidenceOptions } from '../commands/evidence-options.ts';
import { type ExitCode, exitOfFindings } from '../exit-code.ts';
import { readDocument } from '../files/read-document.ts';
import { readTeam, type Team } from '../files/read-team-file.ts';
import { printFindings } from '../terminal/print-findings.ts';
import type { Screen } from '../terminal/screen.ts';
import { bestMoments, momentMap } from './confirm-moments.ts';
import { chooseDialect } from './dialect-option.ts';
import { gatherTimeline } from './gather-timeline.ts';
import { parseMoments } from './parse-moments.ts';
import { parseZones } from './parse-options.ts';
import { durationLines, momentLines, type ShownMoment } from './report.ts';

/** What durations are computed from. */
interface Measured {
  readonly moments: readonly (ConfirmedMoment & { readonly reason: string })[];
  readonly periods: readonly Period[];
  /** Whose definitions fit; undefined where the source does not say. */
  readonly dialect: string | undefined;
  readonly zone: string;
  /** Where the moments come from, in a word or two. */
  readonly origin: string;
  readonly findings: readonly Finding[];
  readonly unreadable: boolean;
}

const DOCUMENT_NAME = /\.(?:md|markdown|mdown|mkd|mdx)$/iu;

/** Options of `nevertwice metrics`. */
export interface MetricsOptions extends EvidenceOptions {
  readonly template?: string;
  readonly moment?: string[];
  readonly json?: boolean;
}

/** Runs `nevertwice metrics`. */
export async function runMetrics(paths: readonly string[], options: MetricsOptions, screen: Screen): Promise<ExitCode> {
  const team = await readTeam(process.cwd());
  const template = options.template === undefined ? undefined : chooseDialect(options.template, team).id;
  const [path] = paths;
  const isDocument = path !== undefined && paths.length === 1 && DOCUMENT_NAME.test(path) && isFile(path);
  const measured = isDocument
    ? await measureDocument(path, options, team)
    : await measureEvidence(paths, options, screen);
  const dialect = template ?? measured.dialect;
  const dialects = dialect === undefined ? [...DIALECT_IDS] : [dialect];
  const durations = dialects.map((id) => ({
    dialect: id,
    results: computeDurations(momentMap(measured.moments), measured.periods, definitionsIn(id, team)),
  }));
  const negative = durations.flatMap(({ results }) => results.flatMap((result) => result.finding ?? []));
  const findings = [...measured.findings, ...negative];
  if (options.json) printJson({ ...measured, findings }, durations, screen);
  else {
    showDurations(measured, durations, screen);
    printFindings(screen.err, findings);
  }
  return exitOfFindings(findings, measured.unreadable);
}

/** A team's own template brings its definitions along. */
function definitionsIn(id: string, team: Team): readonly DurationDefinition[] {
  return team.dialects.find((dialect) => dialect.id === id)?.durations ?? definitionsFor(id);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true;
}

async function measureDocument(path: string, options: MetricsOptions, team: Team): Promise<Measured> {
  const { text, file } = await readDocument(path);
  const { record, dialect, findings } = parsePostmortem(text, { file, dialects: team.dialects });
  const written = record.timelineZone ?? 'UTC';
  const zone = parseZones(options.zone ?? []).zone ?? (isZone(written) ? written : 'UTC');
  const day = /\d{4}-\d\d-\d\d/u.exec(record.incident?.date?.written ?? '')?.[0];
  const stated = parseMoments(options.moment ?? [], { zone, ...(day !== undefined && { day }) });
  const known = documentMoments(record).map((moment) => ({ ...moment, reason: '' }));
  const moments = [
    ...known.filter((moment) => !stated.has(moment.kind)),
    ...[...stated].map(([kind, at]) => ({ kind, at, events: [], reason: 'Given on the command line.' })),
  ];
  const periods = documentPeriods(record);
  return {
    moments,
    periods,
    dialect: dialect === 'foreign' ? undefined : dialect,
    zone,
    origin: `as ${file} states them`,
    findings: findings.filter((finding) => finding.code !== 'prompt-left'),
    unreadable: false,
  };
}

async function measureEvidence(paths: readonly string[], options: MetricsOptions, screen: Screen): Promise<Measured> {
  const gathered = await gatherTimeline(paths, options, { screen, command: 'metrics' });
  const { timeline, findings, unreadable, zone = 'UTC' } = gathered;
  const day = incidentDay(timeline, zone);
  const stated = parseMoments(options.moment ?? [], { zone, ...(day !== undefined && { day }) });
  const moments = bestMoments(timeline.moments, stated);
  return {
    moments,
    periods: timeline.impactPeriods,
    dialect: undefined,
    zone,
    origin: 'suggested',
    findings,
    unreadable,
  };
}

interface DialectDurations {
  readonly dialect: string;
  readonly results: readonly DurationResult[];
}

function printJson(measured: Measured, durations: readonly DialectDurations[], screen: Screen): void {
  const { moments, periods, findings } = measured;
  const flat = durations.flatMap(({ dialect, results }) =>
    results.map((result) => ({ dialect, ...result, text: formatDurationResult(result) })),
  );
  screen.out.write(`${JSON.stringify({ durations: flat, moments, impactPeriods: periods, findings })}\n`);
}

function showDurations(measured: Measured, durations: readonly DialectDurations[], screen: Screen): void {
  const shown: ShownMoment[] = measured.moments.map(({ kind, at, reason }) => ({ kind, at, reason }));
  screen.out.lines([
    ...momentLines(screen.out, shown, measured),
    ...durations.flatMap(({ dialect, results }) => durationLines(screen.out, results, `as "${dialect}" defines them`)),
    '',
  ]);
}
