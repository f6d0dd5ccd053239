import type { Finding } from '#core/errors';

import type { PatternMiner } from '../patterns/index.ts';
import type { LogPatterns } from './summarise-patterns.ts';

/** What had to be given up so that memory keeps its bound: patterns beyond the limit, minutes that were joined. */
export function patternFindings(miner: PatternMiner, { width }: LogPatterns): Finding[] {
  const findings: Finding[] = [];
  if (miner.overflow > 0) {
    findings.push({
      code: 'log-patterns-full',
      severity: 'warning',
      message: `${String(miner.overflow)} records came when ${String(miner.shapes - 1)} shapes of messages were known already; they are counted as one pattern, “<*>”.`,
      help: 'Narrow the window or the files, or look at what makes every message of its own kind.',
    });
  }
  if (width > 1) {
    findings.push({
      code: 'log-minutes-joined',
      severity: 'info',
      message: `There is too much to count minute by minute; counts are per ${String(width)} minutes.`,
      help: 'Narrow the window to see single minutes.',
    });
  }
  return findings;
}
