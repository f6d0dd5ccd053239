import type { PatternMiner } from '#core/evidence/logs';

import { RecordCollector, scanTask } from './collect-records.ts';
import { openKernel } from './kernel/open-kernel.ts';
import { type Chunk, LineFeed } from './line-feed.ts';
import type { LogPlan, ScanWish } from './log-plan.ts';
import { readInto } from './log-scan.ts';
import { unpackInto } from './packed-log.ts';
import { planClock } from './plan-clock.ts';
import { breaksIn } from './read-places.ts';
import type { RecordSink } from './record-sink.ts';

/**
 * Tells line and pattern of every record of a log, in order. `miner` has read the log before, so that its patterns are
 * final; nothing but the lines in hand is held in memory.
 */
export async function assignPatterns(
  plan: LogPlan,
  wish: ScanWish,
  made: { readonly miner: PatternMiner; readonly tell: (line: number, pattern: number) => void },
): Promise<void> {
  const clock = planClock(plan);
  if (clock === null) return;
  const kernel = openKernel();
  kernel.begin(scanTask(clock, wish));
  const counter = new LineCounter(kernel.bytes);
  const { miner, tell } = made;
  const again = (pattern: number, _at: number, offset: number): boolean => {
    tell(counter.lineOf(offset), pattern);
    return false;
  };
  const sink: RecordSink = {
    take: ({ mined, at, offset }) => {
      const pattern = miner.patternOf(miner.add(mined)) + 1;
      again(pattern, at, offset);
      return pattern;
    },
    numberOf: ({ bytes, start, end }) => miner.patternOf(miner.addBytes(bytes, start, end)) + 1,
    again,
    keep: () => undefined,
  };
  const collector = new RecordCollector(kernel, clock, { wish, sink });
  const take = (chunk: Chunk): void => {
    counter.enter(chunk);
    collector.take(chunk);
    counter.leave(collector.openOffset);
  };
  const range = { from: 0, to: plan.packing === 'plain' ? plan.size : Infinity, aligned: true };
  const feed = new LineFeed(kernel, range, take);
  if (plan.packing === 'plain') readInto(feed, plan);
  else await unpackInto(feed, plan);
  collector.finish();
}

/** Numbers of lines, asked for in order while chunks pass by. */
class LineCounter {
  readonly #bytes: Uint8Array;
  #chunk: Chunk = { end: 0, base: 0, cut: false };
  #at = 0;
  #lines = 0;
  /** The record that was open when its chunk passed. */
  #held = { offset: -1, line: 0 };

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  enter(chunk: Chunk): void {
    this.#chunk = chunk;
    this.#at = 0;
  }

  leave(open: number | null): void {
    if (open !== null && open >= this.#chunk.base) this.#held = { offset: open, line: this.lineOf(open) };
    this.#goTo(this.#chunk.end);
    this.#lines += this.#chunk.cut ? 1 : 0;
  }

  lineOf(offset: number): number {
    if (offset === this.#held.offset) return this.#held.line;
    this.#goTo(offset - this.#chunk.base);
    return this.#lines + 1;
  }

  #goTo(at: number): void {
    this.#lines += breaksIn(this.#bytes.subarray(this.#at), at - this.#at);
    this.#at = at;
  }
}
