import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

import { type FileZones, zoneOfFile } from '#core/evidence/logs';

import type { LogPlan, Packing } from './log-plan.ts';
import { probesOf } from './map-cache.ts';
import { planClock } from './plan-clock.ts';

/** Bytes from the start of a log that tell its layout. */
const SAMPLE_BYTES = 1 << 17;
/** Lines of the sample that are looked at. */
const SAMPLE_LINES = 100;
/** What is looked at of one line. */
const SAMPLE_LINE = 1 << 14;

/** What the command line gives for all logs. */
export interface PlanSettings {
  readonly zone?: string;
  /** Zones of single files, which come before the one for all. */
  readonly zones?: FileZones;
  /** Window as UTC instants; completes years. */
  readonly window?: { readonly from: string; readonly to: string };
}

/** How a file is packed, by its first bytes. */
export function packingOfFile(path: string): Packing {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(4);
    return packingOf(bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0)));
  } finally {
    closeSync(file);
  }
}

/** Looks at a file: how it is packed, how its lines look. Null where its lines have no times, so that it is no log. */
export function planLog(path: string, name: string, settings: PlanSettings): LogPlan | null {
  const file = openSync(path, 'r');
  try {
    const stats = fstatSync(file, { bigint: true });
    const size = Number(stats.size);
    const head = Buffer.alloc(Math.min(SAMPLE_BYTES, size));
    const bytes = head.subarray(0, readSync(file, head, 0, head.length, 0));
    const packing = packingOf(bytes);
    const sample = sampleLines(unpacked(bytes, packing));
    const changed = new Date(Number(stats.mtimeMs)).toISOString();
    const plan: LogPlan = {
      path,
      name,
      packing,
      size,
      sample,
      context: { file: name, modified: changed, ...contextOf(name, settings) },
      identity: `${String(stats.dev)}:${String(stats.ino)}`,
      modified: String(stats.mtimeNs),
      evidence: probesOf({ path }, size),
    };
    return planClock(plan) === null ? null : plan;
  } finally {
    closeSync(file);
  }
}

function contextOf(
  name: string,
  { zone: forAll, zones, window }: PlanSettings,
): Pick<LogPlan['context'], 'zone' | 'window'> {
  const zone = (zones && zoneOfFile(name, zones)) ?? forAll;
  return { ...(zone !== undefined && { zone }), ...(window && { window }) };
}

/** How bytes are packed, by how they begin. */
function packingOf(bytes: Uint8Array): Packing {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  const [first, second, third, fourth] = bytes;
  return first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd ? 'zstd' : 'plain';
}

/** The least that is tried to be unpacked. */
const LEAST_PACKED = 1 << 10;

/** The beginning of what is packed: of as much as unpacks without damage and without growing beyond reason. */
function unpacked(bytes: Buffer, packing: Packing): Buffer {
  if (packing === 'plain') return bytes;
  for (let size = bytes.length; size > 0; size = size > LEAST_PACKED ? size >> 1 : 0) {
    const text = tryUnpack(bytes.subarray(0, size), packing);
    if (text !== null) return text;
  }
  return Buffer.alloc(0);
}

function tryUnpack(bytes: Buffer, packing: Packing): Buffer | null {
  const { constants, gunzipSync, zstdDecompressSync } = process.getBuiltinModule('node:zlib');
  const most = { maxOutputLength: 64 * SAMPLE_BYTES };
  try {
    return packing === 'zstd'
      ? zstdDecompressSync(bytes, { ...most, finishFlush: constants.ZSTD_e_flush })
      : gunzipSync(bytes, { ...most, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return null;
  }
}

function sampleLines(bytes: Buffer): string[] {
  const text = bytes.toString('utf8', 0, Math.min(bytes.length, 8 * SAMPLE_BYTES));
  const lines = text.split('\n', SAMPLE_LINES + 1);
  // The last one may be cut.
  if (lines.length > 1) lines.pop();
  return lines.map((line) => line.slice(0, SAMPLE_LINE).replace(/\r$/u, ''));
}
