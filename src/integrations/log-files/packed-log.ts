import { createReadStream } from 'node:fs';

import { BufferCollector } from './free-buffers.ts';
import type { LineFeed } from './line-feed.ts';
import type { LogPlan } from './log-plan.ts';

/** Bytes that are read and unpacked at a time. */
const PACKED_STEP = 1 << 17;
const TEXT_STEP = 1 << 20;
/** Bytes that may be unpacked before they are looked at. */
const AHEAD = 3 * TEXT_STEP;

/** Logs shrink to a tenth, very dull ones to a hundredth; what unpacks to more than this was made to fill memory or time. */
const MOST_TIMES = 500;
const LEAST_BOMB = 1 << 28;
/** What is told of such a file. */
export const BOMB = 'unpacks to more than 500 times its size';

/** Unpacks a log into a feed; tells why where the end of it cannot be unpacked. What came before counts. */
export async function unpackInto(feed: LineFeed, plan: LogPlan): Promise<string | null> {
  const count = { packed: 0, text: 0 };
  let trouble: string | null = null;
  // The engine for zstd ends with each frame; files of several writers or threads have many.
  while (trouble === null && count.packed < plan.size && !feed.done) {
    const before = count.packed;
    trouble = await unpackPart(feed, plan, count);
    if (count.packed === before) break;
  }
  feed.finish();
  return trouble;
}

/** Unpacks from `count.packed` on, up to where the engine ends, and counts on. */
async function unpackPart(
  feed: LineFeed,
  { path, packing, size }: LogPlan,
  count: { packed: number; text: number },
): Promise<string | null> {
  const { createGunzip, createZstdDecompress } = process.getBuiltinModule('node:zlib');
  const buffers = new BufferCollector();
  const packed = createReadStream(path, { start: count.packed, end: size - 1, highWaterMark: PACKED_STEP });
  // The engine goes on with the next pieces in a thread of its own while one is looked at.
  const ahead = { chunkSize: TEXT_STEP, readableHighWaterMark: AHEAD };
  const unpack = (packing === 'zstd' ? createZstdDecompress : createGunzip)(ahead);
  packed.on('error', (error) => unpack.destroy(error));
  try {
    const pieces = packed.pipe(unpack)[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    while (!feed.done) {
      const piece = await nextOf(pieces);
      if (piece === null || typeof piece === 'string') return piece;
      fill(feed, piece);
      buffers.drop(piece.length);
      count.text += piece.length;
      if (count.text > LEAST_BOMB && count.text > size * MOST_TIMES) return BOMB;
    }
    return null;
  } finally {
    count.packed += unpack.bytesWritten;
    packed.destroy();
    unpack.destroy();
  }
}

/** The next piece, null at the end, or why there is none. */
async function nextOf(pieces: AsyncIterator<Buffer>): Promise<Buffer | string | null> {
  try {
    const next = await pieces.next();
    return next.done === true ? null : next.value;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Hands bytes over to a feed, in as many steps as its room asks for. */
function fill(feed: LineFeed, piece: Uint8Array): void {
  for (let at = 0; at < piece.length && !feed.done;) {
    const room = feed.room();
    const count = Math.min(room.length, piece.length - at);
    room.set(piece.subarray(at, at + count));
    feed.filled(count);
    at += count;
  }
}
