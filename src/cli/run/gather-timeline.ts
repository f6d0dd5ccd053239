import { type Finding, refuse } from '#core/errors';
import {
  type EvidenceReading,
  type EvidenceText,
  type FileReading,
  type FileZones,
  formats,
  readEvidence,
} from '#core/evidence';
import { buildTimeline, incidentWindow, type Timeline } from '#core/timeline';
import type { LogPlan } from '#integrations/log-files';

import type { EvidenceOptions } from '../commands/evidence-options.ts';
import { readGitHistory } from '../files/git-history.ts';
import { type Inputs, readInputs } from '../files/read-inputs.ts';
import { type Progress, showProgress } from '../terminal/progress.ts';
import type { Screen } from '../terminal/screen.ts';
import { currentInstant } from './clock.ts';
import { gatherLogs, logEvents } from './gather-logs.ts';
import { parseSkew, parseWindow, parseZones, type Window } from './parse-options.ts';

/** What became of one file, with the name of its format for people; null where nobody knows it. */
export interface NamedReading extends FileReading {
  readonly label: string | null;
}

/** All evidence of a command, merged. */
export interface Gathered {
  readonly timeline: Timeline;
  readonly readings: readonly NamedReading[];
  /** Everything that was noticed on the way, timeline included. */
  readonly findings: readonly Finding[];
  /** True if something that stands on the command line could not be read, or nothing at all could. */
  readonly unreadable: boolean;
  /** Zone of the command line, undefined where none was given. */
  readonly zone: string | undefined;
}

interface Settings {
  readonly zone: string | undefined;
  readonly zones: FileZones;
  readonly skew: ReadonlyMap<string, number>;
  readonly window: Window | undefined;
  readonly fold: boolean;
  readonly now: string;
  readonly all: boolean;
}

/** Reads all evidence of a command line and merges it. Refuses an empty command line and evidence without any event. */
export async function gatherTimeline(
  paths: readonly string[],
  options: EvidenceOptions & { readonly fold?: boolean },
  context: { readonly screen: Screen; readonly command: string },
): Promise<Gathered> {
  const repositories = options.repo ?? [];
  if (paths.length === 0 && repositories.length === 0) refuse('no-input', { command: context.command });
  const settings = readSettings(options);
  const progress = showProgress(context.screen.err);
  try {
    const { zone, zones, window } = settings;
    const inputs = await readInputs(
      paths,
      { zones, ...(zone !== undefined && { zone }), ...(window && { window }) },
      progress,
    );
    const merged = await mergeEvidence(inputs, { ...settings, repositories, progress });
    const refused = inputs.refused.map((file) => ({ file, evidence: '', format: null, label: null, events: 0 }));
    const readings = [...merged.readings, ...refused];
    const findings = [...inputs.findings, ...merged.findings];
    if (readings.length === 0 && !inputs.unreadable) findings.push(noFiles(paths));
    return {
      ...merged,
      readings,
      findings,
      unreadable: inputs.unreadable || readings.every(isUnread),
      zone: settings.zone,
    };
  } finally {
    progress.end();
  }
}

function readSettings(options: EvidenceOptions & { readonly fold?: boolean }): Settings {
  const { zone, zones } = parseZones(options.zone ?? []);
  if (options.all && (options.from ?? options.to) !== undefined) {
    refuse('options-conflict', {
      first: '--all',
      second: '--from or --to',
      reason: 'one asks for a window, the other for none',
    });
  }
  return {
    zone,
    zones,
    skew: parseSkew(options.skew ?? []),
    window: parseWindow({ from: options.from, to: options.to, zone: zone ?? 'UTC' }),
    fold: options.fold ?? true,
    now: currentInstant(),
    all: options.all ?? false,
  };
}

/**
 * Reads and merges. One file asks what is in it, a folder asks what happened: the default window applies where there
 * are several pieces of evidence, and to repositories, which are asked for that window only.
 */
async function mergeEvidence(
  { texts, logs }: Pick<Inputs, 'texts' | 'logs'>,
  settings: Settings & { readonly repositories: readonly string[]; readonly progress: Progress },
): Promise<Pick<Gathered, 'timeline' | 'readings' | 'findings'>> {
  const { repositories, progress } = settings;
  const size = texts.reduce((sum, each) => sum + each.text.length, 0);
  if (size > LONG_TEXT) progress.announce(`reading ${Math.round(size / 1_000_000)} million characters of evidence`);
  const files = withLogs(readEvidence(texts, readContext(settings)), await readLogs(logs, settings));
  if (files.events.length > MANY_EVENTS) progress.announce(`merging ${files.events.length} events`);
  const whole = buildTimeline(files.events, { skew: settings.skew, fold: settings.fold });
  const asks = !settings.all && (texts.length + logs.length > 1 || repositories.length > 0);
  const window = settings.window ?? (asks ? incidentWindow(whole) : undefined);
  const histories = await readHistories(repositories, window);
  const commits = readEvidence(histories.texts, readContext(settings));
  const options = { skew: settings.skew, fold: settings.fold, ...(window && { window }) };
  const settled = !window && commits.events.length === 0;
  const timeline = settled ? whole : buildTimeline([...files.events, ...commits.events], options);
  return {
    timeline,
    readings: [...files.readings, ...commits.readings].map(withLabel),
    findings: [...files.findings, ...histories.findings, ...commits.findings, ...timeline.findings],
  };
}

/** The story of logs of any size, as if their events had been read from text. */
async function readLogs(
  plans: readonly LogPlan[],
  { window, progress }: Pick<Settings, 'window'> & { readonly progress: Progress },
): Promise<EvidenceReading> {
  if (plans.length === 0) return { readings: [], events: [], findings: [] };
  const gathered = await gatherLogs(plans, { window, notable: true }, progress);
  const events = await logEvents(gathered);
  const readings = plans.map(({ name, evidence }) => {
    const own = events.filter(({ source }) => source.file === name);
    return { file: name, evidence, format: own[0]?.source.format ?? 'plain-log', events: own.length };
  });
  return { readings, events, findings: gathered.findings };
}

function withLogs(files: EvidenceReading, logs: EvidenceReading): EvidenceReading {
  return {
    readings: [...files.readings, ...logs.readings],
    events: [...files.events, ...logs.events],
    findings: [...files.findings, ...logs.findings],
  };
}

/** From here on reading or merging takes longer than a second, without a step in between. */
const LONG_TEXT = 10_000_000;
const MANY_EVENTS = 100_000;

const LABELS = new Map(formats.map((format) => [format.id, format.label]));

function withLabel(reading: FileReading): NamedReading {
  return { ...reading, label: LABELS.get(reading.format ?? '') ?? reading.format };
}

async function readHistories(
  repositories: readonly string[],
  window: Window | undefined,
): Promise<{ readonly texts: readonly EvidenceText[]; readonly findings: readonly Finding[] }> {
  const histories = await Promise.all(repositories.map((each) => readGitHistory(each, window)));
  return {
    texts: histories.filter((each) => each !== undefined),
    findings: repositories.filter((_each, index) => histories[index] === undefined).map(noCommits),
  };
}

function readContext(settings: Settings): Parameters<typeof readEvidence>[1] {
  return {
    now: settings.now,
    zones: settings.zones,
    ...(settings.zone !== undefined && { zone: settings.zone }),
    ...(settings.window && { window: settings.window }),
  };
}

function isUnread(reading: NamedReading): boolean {
  return reading.label === null;
}

function noFiles(paths: readonly string[]): Finding {
  return {
    code: 'no-files',
    severity: 'error',
    message: `There is no file in ${paths.map((path) => `"${path}"`).join(', ')}.`,
    help: 'Name the files or the directory that hold the evidence.',
  };
}

function noCommits(directory: string): Finding {
  return {
    code: 'no-commits',
    severity: 'warning',
    message: `"${directory}" has no commits in the window of the incident.`,
    place: { file: directory },
    help: 'Widen the window with --from and --to.',
  };
}
