import { createReadStream } from 'node:fs';
import { constants, createGunzip, createZstdDecompress } from 'node:zlib';

import type { LineFeed } from './line-feed.ts';
import type { LogPlan } from './log-plan.ts';

/** Bytes that are unpacked at a time. */
const STEP = 1 << 18;

/** Logs shrink to a tenth, very dull ones to a hundredth; what unpacks to more than this was made to fill memory or time. */
const MOST_TIMES = 500;
const LEAST_BOMB = 1 << 28;
/** What is told of such a file. */
export const BOMB = 'unpacks to more than 500 times its size';

/** Unpacks a log into a feed; tells why where the end of it cannot be unpacked. What came before counts. */
export async function unpackInto(feed: LineFeed, { path, packing, size }: LogPlan): Promise<string | null> {
  if (size === 0) return null;
  const packed = createReadStream(path, { end: size - 1, highWaterMark: STEP });
  const unpack =
    packing === 'zstd'
      ? createZstdDecompress({ chunkSize: STEP })
      : createGunzip({ chunkSize: STEP, finishFlush: constants.Z_FINISH });
  let unpacked = 0;
  try {
    packed.on('error', (error) => unpack.destroy(error));
    for await (const piece of packed.pipe(unpack) as AsyncIterable<Buffer>) {
      fill(feed, piece);
      unpacked += piece.length;
      if (unpacked > LEAST_BOMB && unpacked > size * MOST_TIMES) return BOMB;
      if (feed.done) break;
    }
  } catch (error) {
    feed.finish();
    return String((error as Error).message);
  } finally {
    packed.destroy();
  }
  feed.finish();
  return null;
}

/** Hands bytes over to a feed, in as many steps as its room asks for. */
export function fill(feed: LineFeed, piece: Uint8Array): void {
  for (let at = 0; at < piece.length && !feed.done;) {
    const room = feed.room();
    const count = Math.min(room.length, piece.length - at);
    room.set(piece.subarray(at, at + count));
    feed.filled(count);
    at += count;
  }
}
