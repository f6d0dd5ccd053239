import { formatTimeline } from '#core/timeline';

import type { EvidenceOptions } from '../commands/evidence-options.ts';
import { type ExitCode, exitOfFindings } from '../exit-code.ts';
import { refuseExisting, writeOutput } from '../files/write-output.ts';
import type { TIMELINE_FORMATS } from '../timeline-formats.data.ts';
import { printFindings } from '../terminal/print-findings.ts';
import type { Screen } from '../terminal/screen.ts';
import { type Gathered, gatherTimeline } from './gather-timeline.ts';
import { evidenceLines, eventLines, headingLines, momentLines, plural, suspectLines } from './report.ts';

/** Options of `nevertwice timeline`. */
export interface TimelineOptions extends EvidenceOptions {
  readonly format?: (typeof TIMELINE_FORMATS)[number];
  readonly granularity?: 'minute' | 'second';
  readonly fold: boolean;
  readonly output?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Runs `nevertwice timeline`. */
export async function runTimeline(
  paths: readonly string[],
  options: TimelineOptions,
  screen: Screen,
): Promise<ExitCode> {
  if (options.output !== undefined) refuseExisting(options.output, options.force ?? false);
  const gathered = await gatherTimeline(paths, options, { screen, command: 'timeline' });
  const format = options.json ? 'json' : options.format;
  if (format === undefined && options.output === undefined && screen.out.isTerminal) showTimeline(gathered, screen);
  else printTimeline(gathered, { ...options, format: format ?? 'table' }, screen);
  // Data carries its findings itself.
  if (format !== 'json') printFindings(screen.err, gathered.findings);
  return exitOfFindings(gathered.findings, gathered.unreadable);
}

function printTimeline(
  gathered: Gathered,
  options: TimelineOptions & { readonly format: NonNullable<TimelineOptions['format']> },
  screen: Screen,
): void {
  const timeline = { ...gathered.timeline, findings: gathered.findings };
  const text = formatTimeline(timeline, {
    format: options.format,
    zone: gathered.zone ?? 'UTC',
    granularity: options.granularity ?? 'second',
  });
  const ended = text.endsWith('\n') ? text : `${text}\n`;
  if (options.output === undefined || options.output === '-') screen.out.write(ended);
  else writeOutput(options.output, ended, options.force ?? false);
}

/** For a person at a terminal: what was read, what happened, what it seems to mean. */
function showTimeline(gathered: Gathered, screen: Screen): void {
  const { timeline } = gathered;
  const zone = gathered.zone ?? 'UTC';
  screen.out.lines([
    ...evidenceLines(screen.out, gathered.readings),
    ...headingLines(screen.out, 'Timeline', `${plural(timeline.events.length, 'entry', 'entries')}, ${zone}`),
    ...eventLines(screen.out, timeline.events, { moments: timeline.moments, zone }),
    ...momentLines(screen.out, timeline.moments, { zone }),
    ...suspectLines(screen.out, timeline, zone),
    '',
  ]);
}
