import { levelOf } from './level.ts';
import { type CompiledShape, type Stamp, stampAt } from './stamp.ts';

/** Where the lines of a file have their time. */
export interface StampProfile {
  /** Token numbers (from 0) at which a time opens a record. */
  readonly positions: ReadonlySet<number>;
  /** True if bare clocks and epoch numbers count as times in this file. */
  readonly weak: boolean;
}

/** A time in a line with the number of the token it stands at. */
export interface LocatedStamp {
  readonly stamp: Stamp;
  readonly position: number;
}

/** Where a time is looked for: so many tokens, and characters, from the start of the line. */
export const MOST_TOKENS = 9;
export const FARTHEST = 200;
/** Where a date before the time may tell its year: a date has ten characters and a blank behind it. */
export const YEAR_AHEAD = 11;

/**
 * Finds the time that opens a record, at the start of the line or behind a prefix (host, level, thread, stream name).
 * `profile` null accepts every position, strong shapes before weak ones; that is how a profile is made.
 */
export function locateStamp(
  line: string,
  profile: StampProfile | null,
  recent: CompiledShape | null,
): LocatedStamp | null {
  const anywhere = profile === null || startsWithLevel(line);
  let position = 0;
  let at = skipOpening(line, 0);
  let weak: LocatedStamp | null = null;
  while (position < MOST_TOKENS && at < line.length && at < FARTHEST) {
    if (anywhere || position === 0 || profile.positions.has(position)) {
      const stamp = stampAt(line, at, recent);
      if (stamp !== null) {
        if (!stamp.shape.weak) return { stamp: withYear(stamp, line), position };
        weak ??= { stamp, position };
        if (profile?.weak === true) return weak;
      }
    }
    at = skipOpening(line, nextToken(line, at));
    position += 1;
  }
  return profile === null || profile.weak ? weak : null;
}

function startsWithLevel(line: string): boolean {
  const word = /^[[(<]?\s*([A-Za-z]{3,9})[\])>:,]?(?:\s|\[|$)/u.exec(line)?.[1];
  return word !== undefined && word === word.toUpperCase() && levelOf(word) !== null;
}

function skipOpening(line: string, from: number): number {
  let at = from;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    // blanks [ ( < " | ]
    if (
      code !== 32 &&
      code !== 9 &&
      code !== 91 &&
      code !== 40 &&
      code !== 60 &&
      code !== 34 &&
      code !== 124 &&
      code !== 93
    )
      break;
    at += 1;
  }
  return at;
}

function nextToken(line: string, from: number): number {
  let at = from;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    if (code === 32 || code === 9 || code === 91 || code === 124 || code === 44) return at + (code === 44 ? 1 : 0);
    at += 1;
  }
  return at;
}

const YEAR_BEFORE = /(?<!\d)((?:19|20)\d\d)[./-]\d\d[./-]\d\d(?!\d)/u;
const EPOCH_BEFORE = /(?<![\w.:-])(1\d{9})(?![\w.:-])/u;

/** A time without a year takes it from a date or an epoch number that stands before it in the line. */
function withYear(stamp: Stamp, line: string): Stamp {
  if (stamp.year >= 0 || stamp.epochMs !== null || stamp.start < YEAR_AHEAD || stamp.parts.length === 3) return stamp;
  const prefix = line.slice(0, stamp.start);
  const epoch = EPOCH_BEFORE.exec(prefix)?.[1];
  if (epoch !== undefined) return { ...stamp, epochMs: Number(epoch) * 1000 };
  const year = YEAR_BEFORE.exec(prefix)?.[1];
  return year === undefined ? stamp : { ...stamp, year: Number(year) };
}
