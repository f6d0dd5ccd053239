import { risingIndexes } from '#core/shared-doc';

/** A stored row and its place. */
export interface PlacedRow {
  readonly row_id: string;
  readonly position: number;
}

/** Distance of rows that are placed in one go; halved more than forty times before it is used up. */
const STEP = 1024;

/**
 * Positions for rows in their new order. As many as possible keep the one they have, so that a move or an insertion
 * writes one row and not the whole list.
 */
export function placeRows(before: readonly PlacedRow[], after: readonly string[]): number[] {
  const known = new Map(before.map((row) => [row.row_id, row.position]));
  const given = after.map((id) => known.get(id));
  const rising = risingIndexes(given);
  const kept = given.map((position, index) => (rising.has(index) ? position : undefined));
  const positions: number[] = [];
  for (let index = 0; index < after.length; index += 1) {
    const own = kept[index];
    positions.push(own ?? between(positions.at(-1), nextKept(kept, index)));
  }
  return isRising(positions) ? positions : after.map((_id, index) => (index + 1) * STEP);
}

/** A place behind `low` and before the next row that keeps its own, with room for those in between. */
function between(
  low: number | undefined,
  next: { readonly position: number; readonly gap: number } | undefined,
): number {
  if (next === undefined) return (low ?? 0) + STEP;
  const start = low ?? next.position - STEP * next.gap;
  return start + (next.position - start) / next.gap;
}

function nextKept(
  kept: readonly (number | undefined)[],
  index: number,
): { readonly position: number; readonly gap: number } | undefined {
  const offset = kept.slice(index).findIndex((position) => position !== undefined);
  const position = offset === -1 ? undefined : kept[index + offset];
  return position === undefined ? undefined : { position, gap: offset + 1 };
}

function isRising(positions: readonly number[]): boolean {
  return positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? -Infinity));
}
