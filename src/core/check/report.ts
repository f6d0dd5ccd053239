import type { Finding } from '#core/errors';

import type { CheckedFinding, SuppressedFinding } from './checked-finding.ts';
import type { RatedAction } from './rate-actions.ts';

/** What became of one document of a check. */
export interface DocumentReport {
  readonly file: string;
  /** Id of its template, `foreign` if none of ours; null where it was not read. */
  readonly dialect: string | null;
  readonly findings: readonly CheckedFinding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly actions: readonly RatedAction[];
}

/** What a check found, in the order of the files. */
export interface Report {
  /** Version of the program. */
  readonly version: string;
  readonly documents: readonly DocumentReport[];
  /** What belongs to no document: paths that are not there, faults of the configuration. */
  readonly remarks: readonly Finding[];
}

/** How many findings of each severity a report has, remarks included. */
export function countFindings({ documents, remarks }: Report): { error: number; warning: number; info: number } {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of [...remarks, ...documents.flatMap(({ findings }) => findings)]) counts[severity] += 1;
  return counts;
}

/** A path as addresses have it: forward slashes, no `./` in front. */
export function slashed(file: string): string {
  return file.replaceAll('\\', '/').replace(/^(?:\.\/)+/u, '');
}
