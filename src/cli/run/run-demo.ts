import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { curateEvents } from '#core/draft';
import { refuse } from '#core/errors';
import { dialects } from '#core/markdown';
import { incidentDay } from '#core/timeline';

import { EXIT, type ExitCode } from '../exit-code.ts';
import { NO_TEAM } from '../files/read-team-file.ts';
import { refuseExisting, writeOutput } from '../files/write-output.ts';
import type { Screen } from '../terminal/screen.ts';
import { buildDraft } from './build-draft.ts';
import { bestMoments } from './confirm-moments.ts';
import { parseDialect } from './dialect-option.ts';
import { gatherTimeline } from './gather-timeline.ts';
import { demoIntroduction, demoNextSteps } from './demo-words.ts';
import { placeDocument } from './place-document.ts';
import { durationLines, evidenceLines, eventLines, headingLines, momentLines, plural, suspectLines } from './report.ts';

/** The example incident, relative to `dist/cli/run`. */
const EVIDENCE = shownPath(fileURLToPath(new URL('../../../examples/checkout-outage/evidence', import.meta.url)));
/** What one has to know about that evidence: one service writes local times, one clock is ahead. */
const SETTINGS = { zone: ['Europe/Berlin'], skew: ['cart=+42s'] } as const;
const TITLE = 'Checkout outage after a connection pool change';
const ZONE = 'UTC';

/** Options of `nevertwice demo`. */
export interface DemoOptions {
  readonly template: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

const DRAFTED = { team: NO_TEAM, zone: ZONE, guidance: true, allEvents: false };

/** Runs `nevertwice demo`: the whole path on the example incident, shown step by step. */
export async function runDemo(options: DemoOptions, screen: Screen): Promise<ExitCode> {
  const dialect = parseDialect(options.template);
  if (!existsSync(EVIDENCE)) refuse('examples-missing', { path: EVIDENCE });
  const gathered = await gatherTimeline(
    [EVIDENCE],
    { ...SETTINGS, skew: [...SETTINGS.skew], zone: [...SETTINGS.zone] },
    { screen, command: 'demo' },
  );
  const { timeline } = gathered;
  const moments = bestMoments(timeline.moments, new Map());
  const placed = placeDocument({
    dialect: dialects[dialect],
    title: TITLE,
    date: incidentDay(timeline, ZONE) ?? '2026-03-17',
    severity: undefined,
    id: undefined,
    output: undefined,
  });
  const draft = buildDraft(gathered, { ...DRAFTED, dialect: dialects[dialect], placed, moments });
  const path = join(options.out ?? mkdtempSync(join(tmpdir(), 'nevertwice-')), placed.path);
  if (options.out !== undefined) refuseExisting(path, options.force ?? false);
  writeOutput(path, draft.markdown, options.force ?? false);
  if (options.json) {
    const { suspects, impactPeriods } = timeline;
    const { record, durations } = draft;
    const evidence = gathered.readings;
    const findings = [...gathered.findings, ...draft.findings];
    const result = { file: path, dialect, moments, impactPeriods, suspects, durations, evidence, record, findings };
    screen.out.write(`${JSON.stringify(result)}\n`);
    return EXIT.done;
  }
  const out = screen.out;
  const keep = new Set(moments.flatMap((moment) => moment.events.slice(0, 1)));
  const shown = curateEvents(timeline, { keep }).events;
  out.lines([
    ...demoIntroduction(out),
    ...evidenceLines(out, gathered.readings),
    ...headingLines(
      out,
      'Timeline',
      `${shown.length} of ${plural(timeline.events.length, 'entry', 'entries')}, ${ZONE}`,
    ),
    ...eventLines(out, shown, { moments: timeline.moments, zone: ZONE }),
    ...momentLines(out, moments, { zone: ZONE }),
    ...durationLines(out, draft.durations, `as "${dialect}" defines them`),
    ...suspectLines(out, timeline, ZONE),
    ...headingLines(out, 'Draft', dialect),
    `  ${path}`,
    '',
    ...demoNextSteps(out, path),
  ]);
  return EXIT.done;
}

/** From the current directory where it lies below it, as one would type it. */
function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') || isAbsolute(near) ? path : near;
}
