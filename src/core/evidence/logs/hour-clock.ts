import type { LineClock } from './line-clock.ts';
import { hasShape, stampPlace, restOf } from './minute-shape.ts';

const MINUTE = 60_000;
const LAST_MINUTE = 59;
/** What is read of a line to tell its hour. */
const LONGEST = 1 << 10;

/**
 * The times of a file's lines, as its clock tells them, asked for twice an hour only: within an hour whose first and last
 * minute are 59 minutes apart no zone changes, so that the digits of the minute tell the rest.
 */
export class HourClock {
  readonly #clock: LineClock;
  readonly #line = new Uint8Array(LONGEST);
  /** Stamp of the hour that is known, and the instant at which it begins; NaN without one. */
  readonly #stamp: Uint8Array;
  #hour = Number.NaN;

  constructor(clock: LineClock) {
    this.#clock = clock;
    this.#stamp = new Uint8Array(clock.minutes?.length ?? 0);
  }

  /** Epoch milliseconds of the record that a line opens; NaN where it opens none. */
  at(bytes: Uint8Array, start: number, end: number): number {
    const at = this.told(bytes, start, end);
    return Number.isNaN(at) ? this.#clock.at(bytes, start, end) : at;
  }

  /** The same where the hour tells it; NaN for lines whose stamp is not of the shape of the file, or not all of it. */
  told(bytes: Uint8Array, start: number, end: number): number {
    const { minutes } = this.#clock;
    if (minutes === null || minutes.minuteAt === -1) return Number.NaN;
    const place = stampPlace(minutes, bytes, start);
    if (place === -1 || place + minutes.length > end || !hasShape(minutes, bytes, place)) return Number.NaN;
    if (!this.#isKnown(bytes, place)) this.#learn(bytes, { start, end, place });
    const digits = place + minutes.minuteAt;
    const minute = (bytes[digits]! - 48) * 10 + bytes[digits + 1]! - 48;
    return minute > LAST_MINUTE ? Number.NaN : this.#hour + minute * MINUTE + restOf(minutes, bytes, place);
  }

  #isKnown(bytes: Uint8Array, place: number): boolean {
    const { kept, minuteAt } = this.#clock.minutes!;
    const stamp = this.#stamp;
    for (let index = 0; index < stamp.length; index += 1) {
      if (kept[index] === 0 || index === minuteAt || index === minuteAt + 1) continue;
      if (bytes[place + index] !== stamp[index]) return false;
    }
    return true;
  }

  /** Asks the clock for the first and the last minute of the hour of a line. */
  #learn(bytes: Uint8Array, line: { readonly start: number; readonly end: number; readonly place: number }): void {
    const { start, end, place } = line;
    const minutes = this.#clock.minutes!;
    this.#stamp.set(bytes.subarray(place, place + minutes.length));
    this.#line.set(bytes.subarray(start, Math.min(end, start + LONGEST)));
    const ask = (tens: number, ones: number): number => {
      const digits = place - start + minutes.minuteAt;
      this.#line[digits] = 48 + tens;
      this.#line[digits + 1] = 48 + ones;
      return this.#clock.at(this.#line, 0, Math.min(end - start, LONGEST));
    };
    const first = ask(0, 0);
    const steady = ask(5, 9) - first === LAST_MINUTE * MINUTE;
    // With a zone that is none a stamp is shorter than its shape, and what is left of it is part of the message.
    const whole = this.#clock.read(bytes, start, end)?.written.length === minutes.length;
    this.#hour = steady && whole ? first - restOf(minutes, bytes, place) : Number.NaN;
  }
}
