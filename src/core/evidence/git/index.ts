import type { Format } from '../types.ts';
import { gitLogBlocks } from './git-log-blocks.ts';
import { gitLogLines } from './git-log-lines.ts';
import { gitLogRecords } from './git-log-records.ts';
import { gitReflog } from './git-reflog.ts';

export { GIT_LOG_ARGUMENTS } from './git-log-records.ts';

/** Readers of `git log` and `git reflog` output. */
export const gitFormats: readonly Format[] = [gitLogBlocks, gitLogLines, gitLogRecords, gitReflog];
