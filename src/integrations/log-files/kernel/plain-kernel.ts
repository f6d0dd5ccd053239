import { KERNEL_BYTES, KERNEL_PADDING, OUT_ENTRIES } from './kernel-memory.ts';
import { FARTHEST_ANCHOR, type ScanKernel, type ScanTask } from './scan-kernel.ts';
import { wordGroups } from './word-groups.ts';

const FEED = 10;

/** The kernel without WebAssembly, for sources that run without a build; several times slower, equal in its results. */
export class PlainKernel implements ScanKernel {
  readonly bytes = new Uint8Array(KERNEL_BYTES + KERNEL_PADDING);
  readonly out = new Uint32Array(OUT_ENTRIES);
  next = 0;
  lines = 0;
  #task: ScanTask = { minutes: null, words: [], inside: false };
  #groups: Uint8Array = new Uint8Array();
  #before: Uint8Array | null = null;

  begin(task: ScanTask): void {
    this.#task = task;
    this.#groups = wordGroups(task.words);
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

  marked(from: number, end: number): number {
    let count = 0;
    let line = from;
    while (line < end) {
      const stop = this.lineEnd(line, end);
      if (this.#hasWord(line, stop)) {
        if (count * 2 === OUT_ENTRIES) break;
        this.out[count * 2] = line;
        this.out[count * 2 + 1] = stop;
        count += 1;
      }
      line = Math.min(end, stop + 1);
    }
    this.next = line;
    return count;
  }

  lineEnd(at: number, end: number): number {
    const found = this.bytes.indexOf(FEED, at);
    return found === -1 || found > end ? end : found;
  }

  #stampOf(line: number, end: number): Uint8Array | null {
    const { minutes } = this.#task;
    const place = minutes === null ? -1 : this.#placeOf(line, end);
    if (minutes === null || place === -1) return null;
    const stamp = this.bytes.subarray(place, place + minutes.kept.length);
    return stamp.every((byte, at) => byte >= minutes.least[at]! && byte <= minutes.greatest[at]!) ? stamp : null;
  }

  #placeOf(line: number, end: number): number {
    const { offset, anchor } = this.#task.minutes!;
    if (anchor.length === 0) return line + offset;
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
      if (this.#beginsWord(at) && (this.#task.inside || this.#opens(at))) return true;
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
