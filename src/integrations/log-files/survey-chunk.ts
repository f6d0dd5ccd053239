import type { HourClock, LineClock } from '#core/evidence/logs';

import type { Block } from './block-map.ts';
import type { ScanKernel } from './kernel/scan-kernel.ts';
import type { Chunk } from './line-feed.ts';

const MINUTE = 60_000;

/** Times of one block while its lines are looked at. */
export class BlockSpan {
  readonly #spanMs: number;
  #earliest = Infinity;
  #latest = -Infinity;

  constructor({ minutes }: LineClock) {
    this.#spanMs = minutes?.spanMs ?? MINUTE;
  }

  /** Adds the instant of a line; NaN where it opens no record. */
  add(at: number): void {
    if (at < this.#earliest) this.#earliest = at;
    if (at > this.#latest) this.#latest = at;
  }

  /** The block, its range rounded out to whole minutes, so that it holds the lines that were not read, too. */
  block({ base, cut }: Chunk, lines: number): Block {
    const span = this.#spanMs;
    const timed = this.#earliest <= this.#latest;
    return {
      from: base,
      lines: lines + (cut ? 1 : 0),
      earliest: timed ? Math.floor(this.#earliest / span) * span : Number.NaN,
      latest: timed ? Math.floor(this.#latest / span) * span + span - 1 : Number.NaN,
    };
  }
}

/** Times and lines of one chunk. Only lines whose minute differs from the line before are read. */
export function surveyChunk(
  kernel: ScanKernel,
  { clock, hours }: { readonly clock: LineClock; readonly hours: HourClock },
  chunk: Chunk,
): Block {
  const span = new BlockSpan(clock);
  let lines = 0;
  kernel.restart();
  for (let from = 0; from < chunk.end; from = kernel.next) {
    const count = kernel.turns(from, chunk.end);
    lines += kernel.lines;
    for (let index = 0; index < count; index += 1) {
      const start = kernel.out[index]!;
      span.add(hours.at(kernel.bytes, start, kernel.lineEnd(start, chunk.end)));
    }
  }
  return span.block(chunk, lines);
}
