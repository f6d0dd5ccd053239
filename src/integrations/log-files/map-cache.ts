import { closeSync, mkdirSync, openSync, readFileSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Block, BlockMap } from './block-map.ts';
import type { LogPlan } from './log-plan.ts';

// Importing the module would load all of its parts, which takes longer than reading a small log.
const { createHash } = process.getBuiltinModule('node:crypto');

/** Changes whenever maps are made in another way. */
const VERSION = 1;
/** Numbers of one block in the file. */
const NUMBERS = 4;
/** Places of a log whose bytes are compared before a map of it is believed, and how many bytes at each. */
const PROBES = 17;
const PROBE_BYTES = 512;

/**
 * Keeps the maps of logs between runs, in a directory of their own. A map counts for the very file that it was made of:
 * the same inode, size and time of change, and the same bytes at all probes. A plain log that grew keeps its map (logs are
 * only ever appended to); what was added is read. Whatever is missing, damaged or not writable only costs time.
 */
export class MapCache {
  readonly #directory: string | null;

  constructor(directory: string | null) {
    this.#directory = directory;
  }

  /** The map of a log and how much of it was mapped; null where it was not, or was another one. */
  load(plan: LogPlan, basis: string): BlockMap | null {
    if (this.#directory === null) return null;
    try {
      const bytes = readFileSync(this.#fileOf(plan, basis));
      const stored = parse(bytes);
      if (stored === null || stored.size > plan.size || stored.probes !== probesOf(plan, stored.size)) return null;
      if (stored.size === plan.size ? stored.modified !== plan.modified : plan.packing !== 'plain') return null;
      const map = new BlockMap(stored.blocks, stored.textSize);
      return stored.size === plan.size ? map : map.withoutLast();
    } catch {
      return null;
    }
  }

  /** Keeps a map of the whole log. */
  save(plan: LogPlan, basis: string, map: BlockMap): void {
    if (this.#directory === null) return;
    try {
      mkdirSync(this.#directory, { recursive: true });
      const file = this.#fileOf(plan, basis);
      const draft = `${file}.${String(process.pid)}`;
      writeFileSync(draft, format(plan, map));
      renameSync(draft, file);
    } catch {
      // A directory that cannot be written to makes the next run as slow as this one, nothing else.
    }
  }

  #fileOf({ identity }: LogPlan, basis: string): string {
    const name = createHash('sha256')
      .update(`${String(VERSION)}\n${identity}\n${basis}`)
      .digest('hex')
      .slice(0, 32);
    return join(this.#directory ?? '', `${name}.map`);
  }
}

interface Stored {
  readonly size: number;
  readonly textSize: number;
  readonly modified: string;
  readonly probes: string;
  readonly blocks: readonly Block[];
}

function format(plan: LogPlan, map: BlockMap): Buffer {
  const { size, modified } = plan;
  const probes = probesOf(plan, size);
  const header = JSON.stringify({
    version: VERSION,
    size,
    textSize: map.size,
    modified,
    blocks: map.blocks.length,
    probes,
  });
  const numbers = new Float64Array(map.blocks.length * NUMBERS);
  map.blocks.forEach(({ from, lines, earliest, latest }, index) =>
    numbers.set([from, lines, earliest, latest], index * NUMBERS),
  );
  return Buffer.concat([Buffer.from(`${header}\n`), Buffer.from(numbers.buffer)]);
}

function parse(bytes: Buffer): Stored | null {
  const feed = bytes.indexOf(10);
  const header = JSON.parse(bytes.toString('utf8', 0, feed)) as Stored & { version: number; blocks: number };
  const body = bytes.subarray(feed + 1);
  if (header.version !== VERSION || body.length !== header.blocks * NUMBERS * 8) return null;
  // A copy, because the numbers have to begin at a multiple of eight.
  const numbers = new Float64Array(body.buffer.slice(body.byteOffset, body.byteOffset + body.length));
  const blocks = Array.from({ length: header.blocks }, (_, index) => {
    const [from, lines, earliest, latest] = numbers.subarray(index * NUMBERS);
    return { from: from!, lines: lines!, earliest: earliest!, latest: latest! };
  });
  return { ...header, blocks };
}

/** A hash of the size and of bytes at places all over the first `size` bytes of a file. */
export function probesOf({ path }: Pick<LogPlan, 'path'>, size: number): string {
  const file = openSync(path, 'r');
  try {
    const hash = createHash('sha256').update(`${String(size)}\n`);
    const bytes = Buffer.alloc(PROBE_BYTES);
    for (let index = 0; index < PROBES; index += 1) {
      const at = Math.floor((Math.max(0, size - PROBE_BYTES) * index) / (PROBES - 1));
      const count = readSync(file, bytes, 0, Math.min(PROBE_BYTES, size - at), at);
      hash.update(bytes.subarray(0, count));
    }
    return hash.digest('hex');
  } finally {
    closeSync(file);
  }
}
