/** A source of repeatable chance: the same seed gives the same numbers on every machine. */
export interface Chance {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  /** One entry of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
}

/** Repeatable chance (mulberry32): fast, and good enough to shuffle what a benchmark reads. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    pick: (list) => list[Math.floor(next() * list.length)]!,
  };
}

/** `length` hexadecimal digits: hashes, trace and request ids. */
export function hexDigits(random: Chance, length: number): string {
  let digits = '';
  while (digits.length < length) digits += random.below(0x1000000).toString(16).padStart(6, '0');
  return digits.slice(0, length);
}
