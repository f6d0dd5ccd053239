import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { parseInstant } from '#core/time';

import type { LogPlan, ScanWish } from './log-plan.ts';
import { planLog } from './plan-log.ts';
import { type LogStory, readLogFiles } from './read-log-files.ts';

/** A directory that is removed by `end`. */
export function temporaryDirectory(): { readonly path: string; readonly end: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'nevertwice-logs-'));
  return { path, end: () => rmSync(path, { recursive: true, force: true }) };
}

export const START = Date.UTC(2026, 1, 23, 6);
export const MINUTE = 60_000;

/** One line of an application log at an instant. */
export function logLine(at: number, message: string, level = 'ERROR'): string {
  return `${new Date(at).toISOString().replace('T', ' ').slice(0, 23)} ${level} [worker-1] com.shop.Checkout: ${message}`;
}

/** Writes a log and plans it. */
export function writeLog(directory: string, name: string, content: string | Uint8Array): LogPlan {
  const path = join(directory, name);
  writeFileSync(path, content);
  const plan = planLog(path, name, {});
  if (plan === null) throw new Error('No log.');
  return plan;
}

/** How many notable records a story counted in all. */
export function countOf({ stats }: LogStory): number {
  return stats.toData().series.reduce((sum, { count }) => sum + count, 0);
}

/** Every record at warning or above in a window, by splitting the text and reading the level field of every line. */
export function bruteForce(text: string, { window }: Pick<ScanWish, 'window'>): number {
  return text.split('\n').filter((line) => {
    const at = parseInstant(`${line.slice(0, 10)}T${line.slice(11, 23)}Z`);
    const level = line.slice(24).split(' ', 1)[0] ?? '';
    return at !== null && at >= window.from && at <= window.to && /^(?:WARN|ERROR|FATAL)$/u.test(level);
  }).length;
}

/** Reads one log without looking back at earlier runs, or with a cache. */
export function readOne(plan: LogPlan, wish: ScanWish, cache: string | null = null): Promise<LogStory> {
  return readLogFiles([plan], wish, { cache, threads: 1 });
}
