import { textOf } from '../places/value-places.ts';
import { leavesOf } from '../record-path.ts';

/** What an item says, by key; `''` for an item that is one text. */
export type ItemTexts = ReadonlyMap<string, string>;

/** The texts of an item. */
export function textsOf(item: unknown): ItemTexts {
  if (typeof item === 'string') return new Map([['', item]]);
  const leaves = typeof item === 'object' && item !== null ? leavesOf(item) : new Map<string, unknown>();
  return new Map(
    [...leaves].flatMap(([key, value]) => {
      const text = textOf(value);
      return text === undefined ? [] : [[key, text] as const];
    }),
  );
}
