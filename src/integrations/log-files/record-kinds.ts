import { briefRecord, createPatternMiner, type LineClock, type LineRecord } from '#core/evidence/logs';

import { isOpenDigit } from './kernel/line-key.ts';
import type { ScanKernel } from './kernel/scan-kernel.ts';

/** Digits that a line is tried with in place of its own. */
const TRIALS = [48, 55];

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

  constructor(kernel: ScanKernel, clock: LineClock) {
    this.#kernel = kernel;
    this.#clock = clock;
    kernel.forget();
  }

  /** What was kept for a kind that the kernel told. */
  of(kind: number): number {
    return this.#kept[kind]!;
  }

  /** Keeps a number for all records of the kind of a line, if it has one. */
  keep(line: ReadLine, number: number): void {
    const { start, end, record } = line;
    if (record.stamp === null || !this.#isKind(line)) return;
    let kind = this.#kernel.learn(start, end);
    if (kind === -1) {
      // Full of lines that never came again: better to learn those that come now.
      this.#kernel.forget();
      this.#kept = [];
      kind = this.#kernel.learn(start, end);
    }
    if (kind !== -1) this.#kept[kind] = number;
  }

  #isKind({ record, start, end }: ReadLine): boolean {
    const told = this.#toldOf(record);
    const { bytes } = this.#kernel;
    const stamp = record.stamp!;
    return TRIALS.every((digit) => {
      const trial = bytes.slice(start, end);
      for (let at = 0; at < trial.length; at += 1) {
        const ofTime = at >= stamp.start && at < stamp.end;
        if (!ofTime && isOpenDigit(bytes, start + at, start)) trial[at] = digit;
      }
      const other = this.#clock.read(trial, 0, trial.length);
      return other !== null && this.#toldOf(other) === told;
    });
  }

  #toldOf(record: LineRecord): string {
    const { text, level, notable } = briefRecord(record, undefined);
    return [this.#miner.add(text), level, notable, record.service, record.further, record.partial].join('\n');
  }
}
