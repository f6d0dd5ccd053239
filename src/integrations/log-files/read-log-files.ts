import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';

import type { PatternMiner, PatternStats } from '#core/evidence/logs';

import { type Block, BlockMap, type Stretch } from './block-map.ts';
import type { LogPlan, ScanWish } from './log-plan.ts';
import type { ScanJob, ScanPiece } from './log-scan.ts';
import { MapCache } from './map-cache.ts';
import { planClock } from './plan-clock.ts';
import { ScanPool } from './scan-pool.ts';

/** Bytes of one job: so few that no thread waits long for the last one of another. */
const JOB_BYTES = 8 << 20;
/** Below this many bytes another thread takes longer to start than it saves. */
const WORTH_A_THREAD = 192 << 20;
const MOST_THREADS = 4;

/** What reading logs needs from outside. */
export interface ReadSettings {
  /** Where maps are kept between runs; null for nowhere. */
  readonly cache: string | null;
  /** Hears how many bytes of how many are read. */
  readonly progress?: (done: number, total: number) => void;
  /** Threads to use, this one included; as many as there are processors, at most four, if absent. */
  readonly threads?: number;
  /** Bytes from which on other threads are worth their start. */
  readonly leastForThreads?: number;
}

/** What became of one log. */
export interface LogReading {
  readonly plan: LogPlan;
  readonly map: BlockMap;
  /** Bytes of its text that were read for the window; 0 for a log that has no record in it. */
  readonly read: number;
  /** True if the map was known, so that the rest was left unread. */
  readonly known: boolean;
  /** Why its end could not be read. */
  readonly trouble: string | null;
  /** Lines of which only the beginning was read. */
  readonly cuts: number;
  /** True if it is longer now than when it was found: what was added is not told. */
  readonly grew: boolean;
  /** Zone of times that state none, and whether there were any. */
  readonly zone: string;
  readonly zoneAssumed: boolean;
}

/** The patterns of all logs in the window. */
export interface LogStory {
  readonly miner: PatternMiner;
  readonly stats: PatternStats;
  readonly logs: readonly LogReading[];
}

/**
 * Reads logs of any size and counts the records of a window by pattern. Every line of a log is looked at once, when it
 * is first met; from then on a map of its blocks tells which of them can have records of a window, whatever order the
 * lines are in, and only those are read.
 */
export async function readLogFiles(
  plans: readonly LogPlan[],
  wish: ScanWish,
  settings: ReadSettings,
): Promise<LogStory> {
  const reading = new Reading(plans, wish, settings);
  try {
    await reading.survey();
    await reading.collect();
    return await reading.story();
  } finally {
    await reading.close();
  }
}

/** One log on its way. */
interface Way {
  readonly plan: LogPlan;
  readonly basis: string;
  readonly blocks: Block[];
  /** Where the text ends, as far as it was read. */
  end: number;
  /** True if a map was kept from an earlier run. */
  known: boolean;
  /** True if the map was made or lengthened in this run. */
  mapped: boolean;
  read: number;
  trouble: string | null;
  cuts: number;
  readonly zone: string;
  zoneAssumed: boolean;
}

class Reading {
  readonly #ways: readonly Way[];
  readonly #wish: ScanWish;
  readonly #settings: ReadSettings;
  readonly #cache: MapCache;
  readonly #pool: ScanPool;
  #done = 0;
  #total = 0;

  constructor(plans: readonly LogPlan[], wish: ScanWish, settings: ReadSettings) {
    this.#wish = wish;
    this.#settings = settings;
    this.#cache = new MapCache(settings.cache);
    this.#pool = new ScanPool({ plans, wish });
    this.#ways = plans.map((plan) => this.#begin(plan));
  }

  /** Maps what is not mapped yet. Without a window everything is read anyway. */
  async survey(): Promise<void> {
    if (!this.#windowed) return;
    const jobs = this.#ways.flatMap((way, log) => {
      if (way.known && way.end === way.plan.size) return [];
      if (way.plan.packing !== 'plain') return way.known ? [] : [wholeJob(log, 'survey')];
      return jobsOf({ from: way.end, to: way.plan.size }, { log, task: 'survey' });
    });
    await this.#run(jobs, (way, piece) => {
      way.blocks.push(...piece.blocks);
      way.end = Math.max(way.end, endOf(piece));
      way.mapped = true;
    });
    for (const way of this.#ways) this.#keep(way);
  }

  /** Reads the blocks that can have records of the window. */
  async collect(): Promise<void> {
    const jobs = this.#ways.flatMap((way, log) => {
      if (!this.#windowed) {
        way.blocks.length = 0;
        return way.plan.packing === 'plain'
          ? jobsOf({ from: 0, to: way.plan.size }, { log, task: 'collect' })
          : [wholeJob(log, 'collect')];
      }
      const stretches = mapOf(way).stretches(this.#wish.window);
      if (way.plan.packing !== 'plain') return stretches.length === 0 ? [] : [wholeJob(log, 'collect')];
      return stretches.flatMap((stretch) => jobsOf(stretch, { log, task: 'collect' }));
    });
    await this.#run(jobs, (way, piece) => {
      way.read += piece.bytes;
      if (this.#windowed) return;
      way.blocks.push(...piece.blocks);
      way.end = Math.max(way.end, endOf(piece));
      way.mapped = true;
    });
    if (!this.#windowed) for (const way of this.#ways) this.#keep(way);
  }

  async story(): Promise<LogStory> {
    const { miner, stats } = await this.#pool.finish();
    const logs = this.#ways.map((way) => {
      const { plan, read, known, trouble, cuts, zone, zoneAssumed } = way;
      return { plan, read, known, trouble, cuts, grew: hasGrown(plan), zone, zoneAssumed, map: mapOf(way) };
    });
    return { miner, stats, logs };
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }

  get #windowed(): boolean {
    const { from, to } = this.#wish.window;
    return from !== -Infinity || to !== Infinity;
  }

  #begin(plan: LogPlan): Way {
    const { basis = '', zone = 'UTC', notes } = planClock(plan) ?? {};
    const map = this.#windowed ? this.#cache.load(plan, basis) : null;
    const blocks = [...(map?.blocks ?? [])];
    return {
      plan,
      basis,
      blocks,
      end: map?.size ?? 0,
      known: map !== null,
      mapped: false,
      read: 0,
      trouble: null,
      cuts: 0,
      zone,
      zoneAssumed: (notes?.zoneAssumed ?? 0) > 0,
    };
  }

  #keep(way: Way): void {
    if (way.trouble === null && way.mapped) this.#cache.save(way.plan, way.basis, mapOf(way));
  }

  async #run(jobs: readonly ScanJob[], heard: (way: Way, piece: ScanPiece) => void): Promise<void> {
    const total = jobs.reduce((sum, job) => sum + this.#weight(job), 0);
    this.#total += total;
    if (total > (this.#settings.leastForThreads ?? WORTH_A_THREAD) && jobs.length > 1)
      this.#pool.widen(this.#threads - 1);
    await this.#pool.run(jobs, (piece) => {
      const way = this.#ways[piece.log]!;
      way.trouble ??= piece.trouble;
      way.cuts += piece.cuts;
      way.zoneAssumed ||= piece.zoneAssumed;
      heard(way, piece);
      this.#done += Math.min(piece.bytes, JOB_BYTES);
      this.#settings.progress?.(this.#done, this.#total);
    });
  }

  get #threads(): number {
    return this.#settings.threads ?? Math.min(MOST_THREADS, availableParallelism());
  }

  /** Bytes of the file that a job reads. */
  #weight({ log, range }: ScanJob): number {
    return Math.min(range.to, this.#ways[log]!.plan.size) - range.from;
  }
}

function hasGrown({ path, size }: LogPlan): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > size;
}

function mapOf({ blocks, end }: Way): BlockMap {
  return new BlockMap(blocks, end);
}

function endOf({ range, bytes }: ScanPiece): number {
  return range.to === Infinity ? bytes : range.to;
}

function wholeJob(log: number, task: ScanJob['task']): ScanJob {
  return { log, task, range: { from: 0, to: Infinity, aligned: true } };
}

/** A stretch that begins and ends at starts of lines, in pieces that may meet within a line. */
function jobsOf({ from, to }: Stretch, { log, task }: Pick<ScanJob, 'log' | 'task'>): ScanJob[] {
  const jobs: ScanJob[] = [];
  for (let at = from; at < to; at += JOB_BYTES) {
    jobs.push({ log, task, range: { from: at, to: Math.min(to, at + JOB_BYTES), aligned: at === from } });
  }
  return jobs;
}
