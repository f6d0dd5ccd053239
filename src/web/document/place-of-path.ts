import { pathsOf, type SectionId } from '../outline/part.ts';
import { HEAD_PATHS, SECTION_PARTS } from '../outline/section-parts.data.ts';
import type { Place } from './document-context.ts';

const PLACES: readonly (readonly [path: string, place: Place])[] = [
  ...HEAD_PATHS.map((path): [string, Place] => [path, 'head']),
  ...Object.entries(SECTION_PARTS).flatMap(([id, parts]) =>
    parts.flatMap((part) => pathsOf(part).map((path): [string, Place] => [path, id as SectionId])),
  ),
];

/** The section that shows a path of the record, as `actions.3.owner` or `summary`; undefined if none does. */
export function placeOfPath(path: string): Place | undefined {
  const plain = path.replaceAll(/\[(\d+)\]/gu, '.$1');
  const inside = PLACES.find(([known]) => plain === known || plain.startsWith(`${known}.`));
  return (inside ?? PLACES.find(([known]) => known.startsWith(`${plain}.`)))?.[1];
}
