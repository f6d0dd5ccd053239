import { refuse } from '#core/errors';
import type { ListPlace } from '#store/postmortems';

/** What a part of a place looks like. */
export type PlacePart = 'instant' | 'day' | 'uuid' | 'integer' | 'text';

const SHAPES: Readonly<Record<PlacePart, RegExp>> = {
  // As PostgreSQL writes it: `2026-02-23 08:15:00+00`, or ISO.
  instant: /^\d{4,6}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d(?::?\d\d)?)$/u,
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u,
  day: /^\d{4}-\d\d-\d\d$/u,
  integer: /^\d{1,9}$/u,
  text: /^\P{Cc}*$/u,
};

/** A place in a list as people hand it around: opaque, short, safe in an address. */
export function writeCursor(kind: string, place: ListPlace): string {
  return Buffer.from(JSON.stringify([kind, ...place])).toString('base64url');
}

/** Reads a cursor of the same list. Refuses `cursor-invalid` for anything else, so that no query gets what it cannot take. */
export function readCursor(
  cursor: string | undefined,
  kind: string,
  parts: readonly PlacePart[],
): ListPlace | undefined {
  if (cursor === undefined) return undefined;
  const place = parsed(cursor);
  const fits =
    place !== undefined &&
    place.length === parts.length + 1 &&
    place[0] === kind &&
    parts.every((part, index) => SHAPES[part].test(place[index + 1] ?? ''));
  return fits ? place.slice(1) : refuse('cursor-invalid', { cursor });
}

function parsed(cursor: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}
