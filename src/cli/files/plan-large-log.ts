import { statSync } from 'node:fs';

import { logFormats, recogniseEvidence } from '#core/evidence';
import { type LogPlan, packingOfFile, planLog, type PlanSettings } from '#integrations/log-files';

import { nameOf } from './read-bytes.ts';
import { STANDARD_INPUT } from './walk-paths.ts';

/** From here on a log is read in blocks and told by its patterns only, in bytes. */
const LARGE_LOG = 16 << 20;

/**
 * The plan of a file that is read as a log whatever its size: one that is packed, or large. Null for all others, and for
 * what is not recognised as a log.
 */
export function planLargeLog(path: string, settings: PlanSettings): LogPlan | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (path === STANDARD_INPUT || stats?.isFile() !== true) return null;
  if (stats.size < LARGE_LOG && packingOfFile(path) === 'plain') return null;
  const plan = planLog(path, nameOf(path), settings);
  if (plan === null) return null;
  const text = plan.sample.join('\n');
  const format = recogniseEvidence({ file: plan.name, evidence: '', text, encoding: 'utf-8', bomBytes: 0 })?.format;
  return format !== undefined && LOG_FORMATS.has(format.id) ? plan : null;
}

const LOG_FORMATS: ReadonlySet<string> = new Set(logFormats.map(({ id }) => id));
