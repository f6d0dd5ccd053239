import { closeSync, openSync, readSync } from 'node:fs';

import {
  createPatternMiner,
  createPatternStats,
  HourClock,
  type LineClock,
  type MinerData,
  type PatternStatsData,
  serviceOfFile,
} from '#core/evidence/logs';

import type { Block } from './block-map.ts';
import { RecordCollector, scanTask } from './collect-records.ts';
import { openKernel } from './kernel/open-kernel.ts';
import { type Chunk, type FeedRange, LineFeed } from './line-feed.ts';
import type { LogPlan, ScanWish } from './log-plan.ts';
import { unpackInto } from './packed-log.ts';
import { planClock } from './plan-clock.ts';
import type { RecordSink } from './record-sink.ts';
import { surveyChunk } from './survey-chunk.ts';

/** One piece of work on one log. */
export interface ScanJob {
  /** Number of the log in the plans. */
  readonly log: number;
  /** `survey` finds the times of its blocks only, `collect` its records, too. */
  readonly task: 'survey' | 'collect';
  readonly range: FeedRange;
}

/** What came of a job. */
export interface ScanPiece {
  readonly log: number;
  readonly range: FeedRange;
  readonly blocks: readonly Block[];
  /** Bytes of text that were read. */
  readonly bytes: number;
  /** Lines of which only the beginning was read. */
  readonly cuts: number;
  /** True if times without a zone were met. */
  readonly zoneAssumed: boolean;
  /** Why the rest of the log could not be read; null where it was. */
  readonly trouble: string | null;
}

/** What all jobs of one thread found, as plain data. */
export interface ScanFindings {
  readonly miner: MinerData;
  readonly stats: PatternStatsData;
}

/** Bytes that are looked at for further lines of a record behind a stretch. */
const MOST_FURTHER = 1 << 16;

/** Reads pieces of logs and counts their records; one per thread. */
export class LogScan {
  readonly #plans: readonly LogPlan[];
  readonly #wish: ScanWish;
  readonly #kernel = openKernel();
  readonly #clocks = new Map<number, LineClock>();
  readonly miner = createPatternMiner();
  readonly stats = createPatternStats();
  /** The log in hand. */
  #log = -1;
  #collector: RecordCollector | null = null;
  #hours: HourClock | null = null;

  constructor(plans: readonly LogPlan[], wish: ScanWish) {
    this.#plans = plans;
    this.#wish = wish;
  }

  /** Does one job. Never throws for what is in a log or happens to it: that becomes `trouble`. */
  async run(job: ScanJob): Promise<ScanPiece> {
    const plan = this.#plans[job.log]!;
    const clock = this.#begin(job.log);
    const blocks: Block[] = [];
    const collector = job.task === 'collect' ? (this.#collector ??= this.#newCollector(plan, clock)) : null;
    let cuts = 0;
    const feed = new LineFeed(this.#kernel, job.range, (chunk) => {
      cuts += chunk.cut ? 1 : 0;
      blocks.push(this.#take(chunk, { clock, collector }));
    });
    const start = feed.start;
    const trouble = plan.packing === 'plain' ? readInto(feed, plan) : await unpackInto(feed, plan);
    // A trace that goes on behind the stretch is part of its last record.
    if (collector !== null && collector.openOffset !== null && plan.packing === 'plain' && trouble === null) {
      const further = { from: feed.end, to: feed.end + MOST_FURTHER, aligned: true };
      readInto(new LineFeed(this.#kernel, further, (chunk) => collector.takeFurther(chunk)), plan);
    }
    collector?.finish();
    return {
      log: job.log,
      range: job.range,
      blocks,
      bytes: feed.start - start,
      cuts,
      zoneAssumed: clock.notes.zoneAssumed > 0,
      trouble,
    };
  }

  /** What it found, for another thread. */
  toData(): ScanFindings {
    return { miner: this.miner.toData(), stats: this.stats.toData() };
  }

  #take(
    chunk: Chunk,
    { clock, collector }: { readonly clock: LineClock; readonly collector: RecordCollector | null },
  ): Block {
    return collector === null
      ? surveyChunk(this.#kernel, { clock, hours: this.#hours! }, chunk)
      : collector.take(chunk);
  }

  /** Turns to a log; pieces of the same one go on with what was learned of it. */
  #begin(log: number): LineClock {
    const clock = this.#clockOf(log);
    if (log === this.#log) return clock;
    this.#log = log;
    this.#collector = null;
    this.#hours = new HourClock(clock);
    this.#kernel.begin(scanTask(clock, this.#wish));
    return clock;
  }

  #clockOf(log: number): LineClock {
    const known = this.#clocks.get(log);
    if (known !== undefined) return known;
    const clock = planClock(this.#plans[log]!);
    if (clock === null) throw new Error(`The log ${this.#plans[log]!.name} was planned without a clock.`);
    this.#clocks.set(log, clock);
    return clock;
  }

  #newCollector({ name, evidence }: LogPlan, clock: LineClock): RecordCollector {
    const { layout, zone, notes } = clock;
    this.stats.enter({ evidence, file: name, format: layout, zone, zoneStated: notes.zoneAssumed === 0 });
    return new RecordCollector(this.#kernel, clock, { wish: this.#wish, sink: this.#sinkOf(serviceOfFile(name)) });
  }

  #sinkOf(fileService: string | null): RecordSink {
    const { stats } = this;
    return {
      take: ({ text, mined, level, at, service, offset, raw }) => {
        const series = stats.seriesOf(this.miner.add(mined), level, service ?? fileService);
        if (stats.count(series, at, offset)) stats.keep(series, raw(), text);
        return series;
      },
      numberOf: ({ bytes, start, end }, { level, service }) =>
        stats.seriesOf(this.miner.addBytes(bytes, start, end), level, service ?? fileService),
      again: (series, at, offset) => stats.count(series, at, offset),
      keep: (series, raw, text) => stats.keep(series, raw, text),
    };
  }
}

/** What is told of a file that ends before it ended when it was found. */
export const CHANGED = 'became shorter while it was read';

/** Reads the range of a file; tells why where the file does not have it any more. */
export function readInto(feed: LineFeed, { path, size }: LogPlan): string | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    return (error as Error).message;
  }
  try {
    let trouble: string | null = null;
    while (trouble === null && !feed.done && feed.start < size) {
      const room = feed.room();
      const count = readAt(file, room.subarray(0, size - feed.start), feed.start);
      if (typeof count === 'string') trouble = count;
      else if (count === 0) trouble = CHANGED;
      else feed.filled(count);
    }
    feed.finish();
    return trouble;
  } finally {
    closeSync(file);
  }
}

/** How many bytes were read, or why none could be. */
function readAt(file: number, room: Uint8Array, at: number): number | string {
  try {
    return readSync(file, room, 0, room.length, at);
  } catch (error) {
    return (error as Error).message;
  }
}
