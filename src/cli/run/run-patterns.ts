import { type Finding, refuse } from '#core/errors';
import type { LogPlan } from '#integrations/log-files';
import { assignPatterns } from '#integrations/log-files';

import { type ExitCode, exitOfFindings } from '../exit-code.ts';
import { planLogs } from '../files/plan-logs.ts';
import { printFindings } from '../terminal/print-findings.ts';
import { type Progress, showProgress } from '../terminal/progress.ts';
import type { Screen } from '../terminal/screen.ts';
import { type GatheredLogs, gatherLogs, readRecords } from './gather-logs.ts';
import { parseWindow, parseZones } from './parse-options.ts';
import { patternLines, patternsAsData } from './pattern-report.ts';

/** Options of `nevertwice patterns`. */
export interface PatternsOptions {
  readonly from?: string;
  readonly to?: string;
  readonly zone?: string[];
  readonly level: 'all' | 'warning';
  readonly assign?: boolean;
  readonly json?: boolean;
}

/** Runs `nevertwice patterns`. */
export async function runPatterns(
  paths: readonly string[],
  options: PatternsOptions,
  screen: Screen,
): Promise<ExitCode> {
  if (options.assign && options.json) {
    refuse('options-conflict', { first: '--assign', second: '--json', reason: 'both say how to print' });
  }
  const { zone, zones } = parseZones(options.zone ?? []);
  const window = parseWindow({ from: options.from, to: options.to, zone: zone ?? 'UTC' });
  const progress = showProgress(screen.err);
  const planned = await planLogs(paths, { zones, ...(zone && { zone }), ...(window && { window }) });
  try {
    const gathered = await gatherLogs(planned.plans, { window, notable: options.level === 'warning' }, progress);
    const findings = [...planned.findings, ...gathered.findings];
    if (options.assign) await printAssigned(planned.plans, { gathered, options, progress, screen });
    else
      await printPatterns(
        gathered,
        { findings, zone: zone ?? 'UTC', json: options.json ?? false },
        { progress, screen },
      );
    if (!options.json) printFindings(screen.err, findings);
    return exitOfFindings(findings, planned.unreadable);
  } finally {
    progress.end();
    planned.end();
  }
}

async function printPatterns(
  gathered: GatheredLogs,
  shown: { readonly findings: readonly Finding[]; readonly zone: string; readonly json: boolean },
  { progress, screen }: { readonly progress: Progress; readonly screen: Screen },
): Promise<void> {
  const recordAt = await readRecords(
    gathered,
    gathered.told.patterns.map(({ firstPlace }) => firstPlace),
  );
  progress.end();
  if (shown.json) {
    const data = patternsAsData(gathered, { ...shown, recordAt });
    screen.out.write(`${JSON.stringify(data, null, 2)}\n`);
  } else screen.out.lines(patternLines(screen.out, gathered, { ...shown, recordAt }));
}

/** Characters that are printed at once. */
const PRINTED = 1 << 16;

async function printAssigned(
  plans: readonly LogPlan[],
  {
    gathered,
    options,
    progress,
    screen,
  }: {
    readonly gathered: GatheredLogs;
    readonly options: PatternsOptions;
    readonly progress: Progress;
    readonly screen: Screen;
  },
): Promise<void> {
  progress.end();
  const wish = { window: gathered.window, notable: options.level === 'warning' };
  let text = '';
  for (const plan of plans) {
    const prefix = plans.length > 1 ? `${plan.name}:` : '';
    const tell = (line: number, pattern: number): void => {
      text += `${prefix}${String(line)}\t${String(pattern)}\n`;
      if (text.length < PRINTED) return;
      screen.out.write(text);
      text = '';
    };
    await assignPatterns(plan, wish, { miner: gathered.miner, tell });
  }
  screen.out.write(text);
}
