import { createWriteStream, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Finding, refusal } from '#core/errors';
import { type LogPlan, planLog, type PlanSettings } from '#integrations/log-files';

import { nameOf } from './read-bytes.ts';
import { systemReason } from './system-reason.ts';
import { type FoundFile, STANDARD_INPUT, walkPaths } from './walk-paths.ts';

/** The logs of a command line, and what could not be used as one. */
export interface PlannedLogs {
  readonly plans: readonly LogPlan[];
  readonly findings: readonly Finding[];
  readonly unreadable: boolean;
  /** Removes what was written for the time of reading. */
  readonly end: () => void;
}

/** Finds the logs below paths and name patterns (`*`, `**`), and plans each. Standard input is kept in a file meanwhile. */
export async function planLogs(paths: readonly string[], settings: PlanSettings): Promise<PlannedLogs> {
  const walk = walkPaths(paths.flatMap(expand));
  const findings = [...walk.findings];
  const plans: LogPlan[] = [];
  let directory: string | null = null;
  let { unreadable } = walk;
  for (const file of walk.files) {
    if (file.path === STANDARD_INPUT) directory ??= mkdtempSync(join(tmpdir(), 'nevertwice-'));
    const planned = await planFile(file, settings, directory);
    if ('severity' in planned) {
      findings.push(planned);
      unreadable ||= file.named;
    } else plans.push(planned);
  }
  const end = (): void => {
    if (directory !== null) rmSync(directory, { recursive: true, force: true });
  };
  return { plans: unique(plans), findings, unreadable, end };
}

/** A name with wildcards that no shell has expanded. */
function expand(path: string): string[] {
  if (!/[*?[]/u.test(path)) return [path];
  const found = globSync(path).toSorted();
  return found.length === 0 ? [path] : found;
}

async function planFile(file: FoundFile, settings: PlanSettings, directory: string | null): Promise<LogPlan | Finding> {
  const name = nameOf(file.path);
  try {
    const path = directory !== null && file.path === STANDARD_INPUT ? await keepInput(directory) : file.path;
    return planLog(path, name, settings) ?? noTimes(name);
  } catch (error) {
    return refusal('path-unreadable', { path: name, reason: systemReason(error).reason }).toFinding({ file: name });
  }
}

async function keepInput(directory: string): Promise<string> {
  const path = join(directory, 'input');
  const { pipeline } = process.getBuiltinModule('node:stream/promises');
  await pipeline(process.stdin, createWriteStream(path));
  return path;
}

/** The same file under two names is read once. */
function unique(plans: readonly LogPlan[]): LogPlan[] {
  return [...new Map(plans.map((plan) => [plan.identity, plan])).values()];
}

function noTimes(name: string): Finding {
  return {
    code: 'log-without-times',
    severity: 'warning',
    message: `${name} has no time that can be read in its first lines, so it is not read as a log.`,
    place: { file: name },
    help: 'If it is a log, check how it begins; binary files and texts have no times.',
  };
}
