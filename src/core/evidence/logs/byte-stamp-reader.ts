import type { ByteShapeReader, StampParts } from './byte-shape.ts';
import { isMemorable, StampMemo } from './stamp-memo.ts';
import type { Stamp } from './stamp.ts';

/** Stamps kept in mind: enough for the levels and zones that stand behind the stamps of one minute. */
const MOST_MEMOS = 8;
const NOTHING = new Uint8Array();

/**
 * Reads times from the bytes of lines. Calendars and zones are asked about once a minute, as lines that follow each
 * other mostly share theirs. One object reads many lines; nothing is allocated for a line.
 */
export class ByteStampReader {
  readonly #resolve: (stamp: Stamp) => number;
  readonly #memos: StampMemo[] = [];
  #bytes: Uint8Array = NOTHING;
  #end = 0;
  #at = 0;
  #stop = 0;
  #memo: StampMemo | null = null;
  /** The one that has read the time, tried first for the next. */
  #reader: ByteShapeReader | null = null;

  /** `resolve` gives the epoch milliseconds of a stamp, NaN where it has none. */
  constructor(resolve: (stamp: Stamp) => number) {
    this.#resolve = resolve;
  }

  /** Turns to a line that ends at `end`. */
  put(bytes: Uint8Array, end: number): void {
    this.#bytes = bytes;
    this.#end = end;
  }

  /** The reader of the time that stands exactly at `at`, the first of these that finds one; null without one. */
  find(readers: readonly ByteShapeReader[], at: number): ByteShapeReader | null {
    return this.#remembered(at) ?? this.#read(readers, at);
  }

  /** Where the time that was found begins. */
  get at(): number {
    return this.#at;
  }

  /** Where it ends. */
  get stop(): number {
    return this.#stop;
  }

  /** Epoch milliseconds of the time that was found; NaN for one that no calendar shows. */
  instant(): number {
    if (this.#memo !== null) return this.#memo.instantAt(this.#bytes, this.#at);
    const reader = this.#reader;
    if (reader === null) return Number.NaN;
    const { epochMs, second, millisecond } = reader.parts;
    if (!Number.isNaN(epochMs)) return epochMs;
    // Bare clocks are counted on from the line before.
    if (reader.shape.id === 'clock' || !isMemorable(reader.parts, this.#stop - this.#at)) {
      return this.#resolve(stampOf(reader, this.#bytes, { second, millisecond }));
    }
    const minute = this.#resolve(stampOf(reader, this.#bytes, { second: 0, millisecond: 0 }));
    this.#remember(reader, minute);
    return minute + second * 1000 + millisecond;
  }

  #remembered(at: number): ByteShapeReader | null {
    const memos = this.#memos;
    for (let index = 0; index < memos.length; index += 1) {
      const memo = memos[index];
      if (memo === undefined || !memo.fits(this.#bytes, at, this.#end)) continue;
      if (index > 0) this.#moveAhead(index);
      this.#memo = memo;
      this.#at = at;
      this.#stop = at + memo.length;
      return memo.reader;
    }
    return null;
  }

  /** What was needed last is looked at first. */
  #moveAhead(index: number): void {
    const memos = this.#memos;
    const [memo] = [memos[index]];
    for (let place = index; place > 0; place -= 1) memos[place] = memos[place - 1]!;
    if (memo !== undefined) memos[0] = memo;
  }

  #read(readers: readonly ByteShapeReader[], at: number): ByteShapeReader | null {
    this.#memo = null;
    const recent = this.#reader;
    if (recent !== null && readers.includes(recent) && this.#reads(recent, at)) return recent;
    for (const reader of readers) if (reader !== recent && this.#reads(reader, at)) return reader;
    return null;
  }

  #reads(reader: ByteShapeReader, at: number): boolean {
    const stop = reader.read(this.#bytes, at, this.#end);
    if (stop === -1) return false;
    this.#reader = reader;
    this.#at = at;
    this.#stop = stop;
    return true;
  }

  #remember(reader: ByteShapeReader, minute: number): void {
    if (this.#memos.length >= MOST_MEMOS) this.#memos.pop();
    const place = { bytes: this.#bytes, at: this.#at, stop: this.#stop, end: this.#end };
    this.#memos.unshift(new StampMemo(reader, minute, place));
  }
}

function stampOf(
  { shape, parts }: ByteShapeReader,
  bytes: Uint8Array,
  clock: { readonly second: number; readonly millisecond: number },
): Stamp {
  const { year, month, day, hour, minute, numbers } = parts;
  return {
    shape,
    start: 0,
    end: 0,
    year,
    month,
    day,
    hour,
    minute,
    ...clock,
    zone: zoneOf(parts, bytes),
    epochMs: null,
    parts: [...numbers].filter((number) => number >= 0),
  };
}

function zoneOf({ zoneStart, zoneEnd }: StampParts, bytes: Uint8Array): string | null {
  return zoneStart < 0 ? null : String.fromCharCode(...bytes.subarray(zoneStart, zoneEnd));
}
