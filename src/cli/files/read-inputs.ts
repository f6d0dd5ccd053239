import { statSync } from 'node:fs';

import { type Finding, Refusal } from '#core/errors';
import type { EvidenceText } from '#core/evidence';
import { formatInstant } from '#core/time';
import { evidenceText } from '#integrations/file-bytes';
import type { LogPlan, PlanSettings } from '#integrations/log-files';

import type { Progress } from '../terminal/progress.ts';
import { planLargeLog } from './plan-large-log.ts';
import { LARGEST_EVIDENCE, nameOf, readBytes } from './read-bytes.ts';
import { type FoundFile, STANDARD_INPUT, walkPaths } from './walk-paths.ts';

/** Everything that could be read, decoded and hashed, and findings for the rest. */
export interface Inputs {
  readonly texts: readonly EvidenceText[];
  /** Logs that are packed, or too large to be held as text. */
  readonly logs: readonly LogPlan[];
  readonly findings: readonly Finding[];
  /** Files that were found and could not be read as text. */
  readonly refused: readonly string[];
  /** True if something that stands on the command line could not be read. */
  readonly unreadable: boolean;
}

/** Reads every file below the paths. Never throws for a file: what cannot be read becomes a finding, the rest goes on. */
export async function readInputs(
  paths: readonly string[],
  settings: PlanSettings,
  progress: Progress,
): Promise<Inputs> {
  const walk = walkPaths(paths);
  const logs: LogPlan[] = [];
  const texts: EvidenceText[] = [];
  const findings = [...walk.findings];
  const refused: string[] = [];
  let unreadable = walk.unreadable;
  for (const [index, file] of walk.files.entries()) {
    progress.step(`reading ${nameOf(file.path)}`, index, walk.files.length);
    const text = await readInput(file, settings);
    if ('packing' in text) logs.push(text);
    else if ('severity' in text) {
      findings.push(text);
      refused.push(nameOf(file.path));
      unreadable ||= file.named;
    } else texts.push(text);
  }
  return { texts, logs, findings, refused, unreadable };
}

async function readInput(file: FoundFile, settings: PlanSettings): Promise<EvidenceText | LogPlan | Finding> {
  try {
    const log = planLargeLog(file.path, settings);
    if (log !== null) return log;
    const bytes = await readBytes(file.path, LARGEST_EVIDENCE);
    return evidenceText(nameOf(file.path), bytes, modifiedAt(file.path));
  } catch (error) {
    if (error instanceof Refusal) return error.toFinding({ file: nameOf(file.path) });
    throw error;
  }
}

function modifiedAt(path: string): string | undefined {
  if (path === STANDARD_INPUT) return undefined;
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? formatInstant(Math.floor(stats.mtimeMs)) : undefined;
}
