import { briefRecord, createPatternMiner, type LineClock, type LineRecord } from '#core/evidence/logs';

import { KEY, keyOf } from './kernel/line-key.ts';
import { hasKind, type ScanKernel } from './kernel/scan-kernel.ts';
import { decode } from './plan-clock.ts';

/**
 * What is tried in place of numbers and ids: of a number that is one digit alone, its first digit, the digits behind that;
 * and the two characters that an id has in turn.
 */
const TRIALS = [
  { alone: '0', first: '1', behind: '0', id: 'a1' },
  { alone: '7', first: '7', behind: '7', id: '7b' },
];
/** A table of kinds earns its place if it is hit so many times for each kind that was learned. */
const LEAST_HITS = 2;
/** Records that are read before learning begins again, where it did not earn its place. */
const REST = 100_000;
/** Grows by this factor each time. */
const LONGER = 2;

/** A record that was read, and where its line stands in the kernel. */
interface ReadLine {
  readonly record: LineRecord;
  readonly start: number;
  readonly end: number;
}

/**
 * Learns which records are told alike, so that most of them need not be read as text. Lines that are equal but for their
 * digits are of one kind where the digits make no difference, which is tried out: the line with other digits has to give
 * the same level, service and shape. Lines whose digits tell something (a priority, a number of a service) are read one by
 * one.
 */
export class RecordKinds {
  readonly #kernel: ScanKernel;
  readonly #clock: LineClock;
  /** Of its own, so that trials leave nothing where records are counted. */
  readonly #miner = createPatternMiner();
  /** What was kept for each kind. */
  #kept: number[] = [];
  #hits = 0;
  #isFull = false;
  /** Records to be read before anything is learned. */
  #rest = 0;
  #longest = REST;

  constructor(kernel: ScanKernel, clock: LineClock) {
    this.#kernel = kernel;
    this.#clock = clock;
    kernel.forget();
  }

  /** What was kept for a kind that the kernel told. */
  of(kind: number): number {
    this.#hits += 1;
    return this.#kept[kind]!;
  }

  /** Makes room where there is none. The kinds that the kernel told before are no longer valid. */
  renew(): void {
    if (!this.#isFull) return;
    // Lines that never come again: reading them is quicker than learning them.
    if (this.#hits < this.#kept.length * LEAST_HITS) {
      this.#rest = this.#longest;
      this.#longest *= LONGER;
    }
    this.#kernel.forget();
    this.#kept = [];
    this.#hits = 0;
    this.#isFull = false;
  }

  /** True while nothing is learned; tell it of each record that is read meanwhile. */
  get rests(): boolean {
    if (this.#rest > 0) this.#rest -= 1;
    return this.#isFull || this.#rest > 0;
  }

  /** Keeps a number for all records of the kind of a line, if it has one. */
  keep(line: ReadLine, number: number): void {
    if (!hasKind(line) || !this.#isKind(line)) return;
    const kind = this.#kernel.learn(line.start, line.end);
    if (kind === -1) this.#isFull = true;
    else this.#kept[kind] = number;
  }

  #isKind({ record, start, end }: ReadLine): boolean {
    const told = this.#toldOf(record);
    const { bytes } = this.#kernel;
    const time = timePlace(record, { bytes, start, end });
    if (time === null) return false;
    const key = keyOf(bytes, start, end).fill(KEY.own, time.from, time.to);
    return TRIALS.every((trial) => {
      const line = bytes.slice(start, end);
      key.forEach((kind, at) => {
        if (kind !== KEY.own) line[at] = characterFor(trial, key, at).charCodeAt(0);
      });
      const other = this.#clock.read(line, 0, line.length);
      return other !== null && this.#toldOf(other) === told;
    });
  }

  #toldOf(record: LineRecord): string {
    const { text, level, notable } = briefRecord(record, undefined);
    const { service, status, stack, further, partial } = record;
    return [this.#miner.add(text), level, notable, service, status, stack, further, partial].join('\n');
  }
}

function characterFor({ alone, first, behind, id }: (typeof TRIALS)[number], key: Uint8Array, at: number): string {
  if (key[at] === KEY.id) return id.charAt(at % 2);
  // A number of several digits does not begin with zero: JSON has none that do.
  if (key[at - 1] === KEY.digit) return behind;
  return key[at + 1] === KEY.digit ? first : alone;
}

/** Where the time of a record stands in its line. */
function timePlace(
  { stamp, written }: LineRecord,
  { bytes, start, end }: { readonly bytes: Uint8Array; readonly start: number; readonly end: number },
): { readonly from: number; readonly to: number } | null {
  if (stamp !== null) return { from: stamp.start, to: stamp.end };
  const from = decode(bytes, start, end).indexOf(written);
  return from === -1 || written === '' ? null : { from, to: from + written.length };
}
