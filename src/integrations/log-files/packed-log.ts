import { createReadStream } from 'node:fs';

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
  const packed = createReadStream(path, { start: count.packed, end: size - 1, highWaterMark: STEP });
  const unpack = packing === 'zstd' ? createZstdDecompress({ chunkSize: STEP }) : createGunzip({ chunkSize: STEP });
  packed.on('error', (error) => unpack.destroy(error));
  try {
    for await (const piece of packed.pipe(unpack) as AsyncIterable<Buffer>) {
      fill(feed, piece);
      count.text += piece.length;
      if (count.text > LEAST_BOMB && count.text > size * MOST_TIMES) return BOMB;
      if (feed.done) break;
    }
    return null;
  } catch (error) {
    return (error as Error).message;
  } finally {
    count.packed += unpack.bytesWritten;
    packed.destroy();
    unpack.destroy();
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
