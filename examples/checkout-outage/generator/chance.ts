import { createHash } from 'node:crypto';

/** A source of repeatable chance (mulberry32): the same seed text gives the same numbers on every machine. */
export interface Chance {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** One entry of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
}

/** Repeatable chance from a seed text; each evidence file has its own, so that a change in one leaves the others alone. */
export function chance(seed: string): Chance {
  let state = Number.parseInt(hex(seed, 8), 16);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (list) => {
      const chosen = list[Math.floor(next() * list.length)];
      if (chosen === undefined) throw new Error('pick() needs a list that is not empty.');
      return chosen;
    },
  };
}

/** The first `length` hexadecimal digits that belong to a name: commit ids, fingerprints, hashes. */
export function hex(name: string, length: number): string {
  return createHash('sha256').update(`larkspur:${name}`).digest('hex').slice(0, length);
}

/** A version 4 style UUID that belongs to a name. */
export function uuid(name: string): string {
  const h = hex(`uuid:${name}`, 32);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

/** `length` characters of an alphabet that belong to a name: vendors' ids. */
export function code(name: string, length: number, alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'): string {
  const random = chance(`code:${name}`);
  return Array.from({ length }, () => alphabet.charAt(random.whole(0, alphabet.length - 1))).join('');
}
