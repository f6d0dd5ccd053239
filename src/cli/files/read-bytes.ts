import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';

import { refuse } from '#core/errors';

import { systemReason } from './system-reason.ts';
import { STANDARD_INPUT } from './walk-paths.ts';

/** What goes through one string; JavaScript ends at 512 Mi characters. */
export const LARGEST_EVIDENCE = 400 * 1024 * 1024;
/** No post-mortem is a hundredth of this long. */
export const LARGEST_DOCUMENT = 64 * 1024 * 1024;

/** Reads a file, or standard input for `-`, up to `limit` bytes; refuses what is larger, missing or unreadable. */
export async function readBytes(path: string, limit: number): Promise<Buffer> {
  const stream: Readable = path === STANDARD_INPUT ? process.stdin : createReadStream(path);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) refuseSize(path, limit);
      chunks.push(chunk);
    }
  } catch (error) {
    rethrow(path, error);
  }
  return Buffer.concat(chunks, size);
}

function refuseSize(path: string, limit: number): never {
  const text = formatBytes(limit);
  return refuse('file-too-large', { path: nameOf(path), size: `more than ${text}`, limit: text });
}

function rethrow(path: string, error: unknown): never {
  const { code, reason } = systemReason(error);
  if (code === 'ENOENT') return refuse('path-missing', { path });
  return refuse(code === 'EISDIR' ? 'path-not-a-file' : 'path-unreadable', { path: nameOf(path), reason });
}

/** How an input is called in messages. */
export function nameOf(path: string): string {
  return path === STANDARD_INPUT ? 'standard input' : path;
}

/** Bytes for people, as `1.2 MB`. */
function formatBytes(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 || value >= 10 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
