import type { Postmortem } from '#core/record';

import { pathsOf } from './part.ts';
import { HEAD_PATHS, SECTION_PARTS } from './section-parts.data.ts';

const KNOWN: ReadonlySet<string> = new Set(
  [...HEAD_PATHS, ...Object.values(SECTION_PARTS).flatMap((parts) => parts.flatMap(pathsOf))].map(
    (path) => path.split('.')[0] ?? path,
  ),
);

/** Fields of a record that this version of the page has no place for: a newer server may send them. */
export function unknownFields(record: Postmortem): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !KNOWN.has(key)));
}
