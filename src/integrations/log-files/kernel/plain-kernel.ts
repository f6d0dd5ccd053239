import { KEY, keyOf, latin1 } from './line-key.ts';
import { KERNEL_BYTES, KERNEL_PADDING, KIND_BYTES, MOST_KINDS, OUT_ENTRIES } from './kernel-memory.ts';
import {
  FARTHEST_ANCHOR,
  hasKind,
  LINE,
  LONGEST_KEY,
  RECORD_ENTRIES,
  type ScanKernel,
  type ScanTask,
} from './scan-kernel.ts';
import { wordGroups } from './word-groups.ts';

const FEED = 10;
const ZERO = 48;
const SMALL_F = 102;

/** The kernel without WebAssembly, for sources that run without a build; several times slower, equal in its results. */
export class PlainKernel implements ScanKernel {
  readonly bytes = new Uint8Array(KERNEL_BYTES + KERNEL_PADDING);
  readonly out = new Uint32Array(OUT_ENTRIES);
  next = 0;
  lines = 0;
  #task: ScanTask = { minutes: null, marks: 'all', words: [], calm: [] };
  readonly #kinds = new Map<string, number>();
  #kindBytes = 0;
  #groups: Uint8Array = new Uint8Array();
  #before: Uint8Array | null = null;

  begin(task: ScanTask): void {
    this.#task = task;
    this.#groups = wordGroups(task.words);
    this.forget();
    this.restart();
  }

  restart(): void {
    this.#before = null;
  }

  turns(from: number, end: number): number {
    let count = 0;
    let line = from;
    this.lines = 0;
    while (line < end) {
      if (this.#turns(line, end)) {
        if (count === OUT_ENTRIES) break;
        this.out[count++] = line;
        this.#keep(line, end);
      }
      const stop = this.lineEnd(line, end);
      if (stop < end) this.lines += 1;
      line = Math.min(end, stop + 1);
    }
    this.next = line;
    return count;
  }

  records(from: number, end: number): number {
    let count = 0;
    let line = from;
    let open = -1;
    this.lines = 0;
    while (line < end && count < OUT_ENTRIES / RECORD_ENTRIES) {
      const stop = this.lineEnd(line, end);
      const bits = this.#bitsOf(line, { stop, end });
      if ((bits & LINE.shaped) !== 0 && open !== -1) this.out[open + 2]! |= LINE.closed;
      open = -1;
      if (bits !== LINE.shaped) {
        open = count * RECORD_ENTRIES;
        const kind = (bits & LINE.shaped) !== 0 && (bits & LINE.marked) !== 0 ? this.#kindOf(line, stop) : -1;
        this.out.set([line, stop, bits, kind], open);
        count += 1;
      }
      if (stop < end) this.lines += 1;
      line = Math.min(end, stop + 1);
    }
    this.next = line;
    return count;
  }

  learn(start: number, end: number): number {
    if (!hasKind({ start, end })) return -1;
    const key = this.#key(start, end);
    const known = this.#kinds.get(key);
    if (known !== undefined) return known;
    if (this.#kinds.size === MOST_KINDS || this.#kindBytes + 2 * (LONGEST_KEY + 16) > KIND_BYTES) return -1;
    this.#kindBytes += Math.ceil((end - start) / 16) * 16;
    this.#kinds.set(key, this.#kinds.size);
    return this.#kinds.size - 1;
  }

  forget(): void {
    this.#kinds.clear();
    this.#kindBytes = 0;
  }

  lineEnd(at: number, end: number): number {
    const found = this.bytes.indexOf(FEED, at);
    return found === -1 || found > end ? end : found;
  }

  #bitsOf(line: number, { stop, end }: { readonly stop: number; readonly end: number }): number {
    const stamp = this.#stampOf(line, end);
    const all = this.#task.marks === 'all';
    if (stamp === null) return all ? LINE.marked : 0;
    const turn = this.#turns(line, end) ? LINE.turn : 0;
    if (turn !== 0) this.#keep(line, end);
    const marked = all || (!this.#isCalm(line, { stop, end }) && this.#hasWord(line, stop)) ? LINE.marked : 0;
    return LINE.shaped | turn | marked;
  }

  #isCalm(line: number, { stop, end }: { readonly stop: number; readonly end: number }): boolean {
    const { minutes, calm } = this.#task;
    const behind = minutes === null ? 0 : this.#placeOf(line, end) + minutes.length;
    const names = this.bytes.subarray(line, stop).some((byte) => byte === 123 || byte === 61);
    return !names && calm.some((head) => latin1(this.bytes, behind, behind + head.length) === head);
  }

  #kindOf(line: number, stop: number): number {
    return hasKind({ start: line, end: stop }) ? (this.#kinds.get(this.#key(line, stop)) ?? -1) : -1;
  }

  #key(start: number, end: number): string {
    const text = this.bytes.slice(start, end);
    keyOf(this.bytes, start, end).forEach((kind, at) => {
      if (kind !== KEY.own) text[at] = kind === KEY.digit ? ZERO : SMALL_F;
    });
    return latin1(text, 0, text.length);
  }

  #stampOf(line: number, end: number): Uint8Array | null {
    const { minutes } = this.#task;
    const place = minutes === null ? -1 : this.#placeOf(line, end);
    if (minutes === null || place === -1) return null;
    const stamp = this.bytes.subarray(place, place + minutes.kept.length);
    return stamp.every((byte, at) => byte >= minutes.least[at]! && byte <= minutes.greatest[at]!) ? stamp : null;
  }

  #placeOf(line: number, end: number): number {
    const { offset, anchor, opening } = this.#task.minutes!;
    if (anchor.length === 0) return line + offset;
    if (opening !== -1 && this.bytes[line] !== opening) return -1;
    const stop = Math.min(this.lineEnd(line, end), line + FARTHEST_ANCHOR);
    for (let at = line; at < stop; at += 1) {
      if (anchor.every((byte, index) => this.bytes[at + index] === byte)) return at + anchor.length + offset;
    }
    return -1;
  }

  #turns(line: number, end: number): boolean {
    const stamp = this.#stampOf(line, end);
    const before = this.#before;
    if (stamp === null || before === null) return true;
    const { kept } = this.#task.minutes!;
    return stamp.some((byte, at) => kept[at] !== 0 && byte !== before[at]);
  }

  #keep(line: number, end: number): void {
    this.#before = this.#stampOf(line, end)?.slice() ?? this.#before;
  }

  #hasWord(line: number, stop: number): boolean {
    for (let at = line; at < stop; at += 1) {
      if (this.#beginsWord(at) && (this.#task.marks === 'words inside' || this.#opens(at))) return true;
    }
    return false;
  }

  #beginsWord(at: number): boolean {
    let bits = 255;
    for (let place = 0; place < 4 && bits !== 0; place += 1) {
      const byte = this.bytes[at + place]!;
      bits &= this.#groups[place * 32 + (byte & 15)]! & this.#groups[place * 32 + 16 + (byte >> 4)]!;
    }
    return bits !== 0;
  }

  /** No letter stands before it, or the `m` that ends a colour of a terminal. */
  #opens(at: number): boolean {
    const before = this.bytes[at - 1] ?? FEED;
    if (!((before | 32) >= 97 && (before | 32) <= 122)) return true;
    const earlier = this.bytes[at - 2] ?? FEED;
    return before === 109 && (earlier === 91 || earlier === 59 || (earlier >= 48 && earlier <= 57));
  }
}
