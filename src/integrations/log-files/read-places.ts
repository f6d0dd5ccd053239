import { closeSync, openSync, readSync } from 'node:fs';

import type { BlockMap } from './block-map.ts';
import { KERNEL_BYTES } from './kernel/kernel-memory.ts';
import { PlainKernel } from './kernel/plain-kernel.ts';
import { type Chunk, LineFeed } from './line-feed.ts';
import type { LogPlan } from './log-plan.ts';
import { unpackInto } from './packed-log.ts';
import { decode } from './plan-clock.ts';

/** A line of a log by its number, from 1, and its text. */
export interface LinePlace {
  readonly line: number;
  readonly raw: string;
}

const FEED = 10;
const MOST_RAW = 4000;

/**
 * The lines that begin at some offsets of a log. Numbers of lines are counted only here, from the block on that holds an
 * offset; a packed log is unpacked once more. Offsets that cannot be read any more are left out.
 */
export async function readPlaces(
  { plan, map }: { readonly plan: LogPlan; readonly map: BlockMap },
  offsets: readonly number[],
): Promise<Map<number, LinePlace>> {
  const sorted = [...new Set(offsets)].toSorted((a, b) => a - b);
  if (sorted.length === 0) return new Map();
  return plan.packing === 'plain' ? seekPlaces(plan, map, sorted) : await unpackPlaces(plan, sorted);
}

function seekPlaces({ path }: LogPlan, map: BlockMap, offsets: readonly number[]): Map<number, LinePlace> {
  const places = new Map<number, LinePlace>();
  const bytes = Buffer.allocUnsafe(2 * KERNEL_BYTES + MOST_RAW);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return places;
  }
  try {
    for (const offset of offsets) {
      const found = map.blockAt(offset);
      if (found === null) continue;
      const { block, linesBefore } = found;
      const at = offset - block.from;
      const length = readSync(file, bytes, 0, Math.min(bytes.length, at + MOST_RAW), block.from);
      if (at < length)
        places.set(offset, { line: linesBefore + breaksIn(bytes, at) + 1, raw: lineAt(bytes, at, length) });
    }
  } finally {
    closeSync(file);
  }
  return places;
}

async function unpackPlaces(plan: LogPlan, offsets: readonly number[]): Promise<Map<number, LinePlace>> {
  const places = new Map<number, LinePlace>();
  const kernel = new PlainKernel();
  let next = 0;
  let lines = 0;
  const take = ({ end, base, cut }: Chunk): void => {
    let counted = 0;
    for (; next < offsets.length && offsets[next]! < base + end; next += 1) {
      const at = offsets[next]! - base;
      lines += breaksIn(kernel.bytes.subarray(counted), at - counted);
      counted = at;
      places.set(offsets[next]!, { line: lines + 1, raw: lineAt(kernel.bytes, at, end) });
    }
    lines += breaksIn(kernel.bytes.subarray(counted), end - counted) + (cut ? 1 : 0);
  };
  await unpackInto(new LineFeed(kernel, { from: 0, to: offsets.at(-1)! + 1, aligned: true }, take), plan);
  return places;
}

/** Line breaks before `end`. */
export function breaksIn(bytes: Uint8Array, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(FEED); at !== -1 && at < end; at = bytes.indexOf(FEED, at + 1)) count += 1;
  return count;
}

function lineAt(bytes: Uint8Array, at: number, end: number): string {
  const feed = bytes.indexOf(FEED, at);
  const stop = feed === -1 || feed > end ? end : feed;
  return decode(bytes, at, Math.min(stop, at + MOST_RAW)).replace(/\r$/u, '');
}
