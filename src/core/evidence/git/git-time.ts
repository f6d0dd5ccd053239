import { timeFromEpoch, type WrittenTime } from '#core/time';

import type { EventCollector } from '../event-collector.ts';
import { DATE_SHAPES } from './date-shapes.data.ts';

/** `1771834500 +0100` or `1771834500`: what `--date=raw` and `--date=unix` print. */
const EPOCH = /^@?(\d{9,11})(?: ([+-]\d{2})(\d{2}))?$/u;

/** Time of a commit in any of git's date styles; null for relative ones, which tell no instant. */
export function gitTime(written: string | undefined, events: EventCollector): WrittenTime | null {
  if (written === undefined || /\bago$/u.test(written)) return null;
  const epoch = EPOCH.exec(written);
  if (epoch === null) return events.time(written);
  const zone = epoch[2] === undefined ? 'UTC' : `${epoch[2]}:${epoch[3]}`;
  return timeFromEpoch(Number(epoch[1]) * 1000, written, { zone });
}

/** A date found in a line. */
export interface FoundDate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The first date in a line that is in one of git's styles. */
export function findDate(line: string): FoundDate | null {
  let best: FoundDate | null = null;
  for (const shape of DATE_SHAPES) {
    const match = shape.exec(line);
    const text = match?.groups?.['date'];
    if (match === null || text === undefined) continue;
    const start = match.index + match[0].indexOf(text);
    if (best === null || start < best.start) best = { text, start, end: start + text.length };
  }
  return best;
}
