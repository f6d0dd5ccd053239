import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';

import { afterAll, describe, expect, it } from 'vitest';

import { logFindings } from './log-findings.ts';
import { countOf, logLine, MINUTE, readOne, START, temporaryDirectory, writeLog } from './log-files.fixture.ts';
import { ALWAYS } from './log-plan.ts';
import { planLog } from './plan-log.ts';
import { readLogFiles } from './read-log-files.ts';
import { readPlaces } from './read-places.ts';

const directory = temporaryDirectory();
afterAll(() => directory.end());

const WISH = { window: ALWAYS, notable: true };
const TEXT = Array.from({ length: 20_000 }, (_, index) =>
  logLine(START + index * 1000, `order ${String(index)} failed`, index % 10 === 0 ? 'ERROR' : 'INFO'),
).join('\n');
const ERRORS = 2000;

async function codesOf(plan: ReturnType<typeof writeLog>): Promise<{ count: number; codes: string[] }> {
  const story = await readOne(plan, WISH);
  const codes = logFindings(story.logs).map(({ code }) => code);
  return { count: countOf(story), codes: codes.filter((code) => code !== 'log-zone-assumed') };
}

describe('packed logs', () => {
  it.each([
    ['gzip', gzipSync(TEXT)],
    ['gzip of several members', Buffer.concat([gzipSync(TEXT.slice(0, 400_000)), gzipSync(TEXT.slice(400_000))])],
    ['zstd', zstdCompressSync(TEXT)],
    [
      'zstd of several frames',
      Buffer.concat([zstdCompressSync(TEXT.slice(0, 400_000)), zstdCompressSync(TEXT.slice(400_000))]),
    ],
  ])('as %s are read whole', async (name, bytes) => {
    const plan = writeLog(directory.path, `${name}.bin`, bytes);
    expect(await codesOf(plan)).toEqual({ count: ERRORS, codes: [] });
    const window = { from: START + 10 * MINUTE, to: START + 20 * MINUTE - 1 };
    for (let run = 0; run < 2; run += 1) {
      const { logs, stats } = await readOne(plan, { window, notable: true }, directory.path);
      expect(stats.toData().series[0]?.count).toBe(60);
      const offset = TEXT.indexOf('\n', 300_000) + 1;
      const places = await readPlaces(logs[0]!, [offset]);
      expect(places.get(offset)?.line).toBe(TEXT.slice(0, offset).split('\n').length);
    }
  });

  it('without a record in the window are not read again', async () => {
    const plan = writeLog(directory.path, 'old.gz', gzipSync(TEXT));
    const window = { from: START + 9000 * MINUTE, to: Infinity };
    await readOne(plan, { window, notable: true }, directory.path);
    const { logs } = await readOne(plan, { window, notable: true }, directory.path);
    expect(logs[0]).toMatchObject({ known: true, read: 0 });
  });

  it('that are cut are read up to there', async () => {
    for (const [name, packed] of [
      ['cut.gz', gzipSync(TEXT)],
      ['cut.zst', zstdCompressSync(TEXT)],
    ] as const) {
      const { count, codes } = await codesOf(writeLog(directory.path, name, packed.subarray(0, packed.length >> 1)));
      expect(codes, name).toEqual(['log-archive-damaged']);
      expect(count, name).toBeGreaterThan(100);
    }
  });

  it('that are damaged are read up to there', async () => {
    const packed = gzipSync(TEXT);
    packed.fill(0x55, packed.length >> 1, (packed.length >> 1) + 200);
    expect((await codesOf(writeLog(directory.path, 'damaged.gz', packed))).codes).toContain('log-archive-damaged');
  });

  it('that unpack without end are refused', async () => {
    const bomb = Buffer.concat([gzipSync(`${TEXT.slice(0, 200_000)}\n`), gzipSync(Buffer.alloc(300 << 20))]);
    const { count, codes } = await codesOf(writeLog(directory.path, 'bomb.gz', bomb));
    expect(codes).toContain('log-unpacks-too-far');
    expect(count).toBeGreaterThan(100);
  });
});

describe('strange bytes', () => {
  it.each([
    ['NUL bytes', `${'\0'.repeat(5000)}\n`, []],
    ['binary garbage', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 197) % 256)).toString('latin1'), []],
    ['half of a character and Latin-1', `${logLine(START, 'M\u00FCnchen')}\n`, []],
    ['a line of three megabytes', `${logLine(START, 'x'.repeat(3 << 20))}\n`, ['log-not-in-order', 'log-line-cut']],
    ['a megabyte of blank lines', '\n'.repeat(1 << 20), []],
  ])('as %s within a log lose nothing around them', async (name, strange, codes) => {
    const middle = TEXT.indexOf('\n', 500_000) + 1;
    const bytes = Buffer.concat([
      Buffer.from(TEXT.slice(0, middle)),
      Buffer.from(strange, 'latin1'),
      Buffer.from(`\n${TEXT.slice(middle)}`),
    ]);
    const found = await codesOf(writeLog(directory.path, `${name}.log`, bytes));
    expect(found.codes).toEqual(codes);
    expect(found.count).toBe(ERRORS + (strange.includes('ERROR') ? 1 : 0));
  });

  it.each([
    ['nothing', ''],
    ['binary data', Buffer.from(Array.from({ length: 9000 }, (_, at) => (at * 89) % 256))],
    ['a letter', 'Dear all,\nnothing happened at all.\n'],
    ['zeros', Buffer.alloc(100_000)],
  ])('that are %s are no log', (_name, content) => {
    const path = join(directory.path, 'none');
    writeFileSync(path, content);
    expect(planLog(path, 'none', {})).toBeNull();
  });
});

describe('a file that changes', () => {
  it('and becomes shorter while it is read is read as far as it goes', async () => {
    const plan = writeLog(directory.path, 'short.log', TEXT);
    truncateSync(plan.path, TEXT.length >> 1);
    const { count, codes } = await codesOf(plan);
    expect(codes).toEqual(['log-changed-while-read']);
    expect(count).toBeGreaterThan(ERRORS / 3);
  });

  it('and is deleted is told, and the others are read', async () => {
    const gone = writeLog(directory.path, 'gone.log', TEXT);
    const there = writeLog(directory.path, 'there.log', TEXT);
    rmSync(gone.path);
    const story = await readLogFiles([gone, there], WISH, { cache: null, threads: 1 });
    expect(countOf(story)).toBe(ERRORS);
    expect(logFindings(story.logs).map(({ code, place }) => [code, place?.file])).toContainEqual([
      'log-unreadable',
      'gone.log',
    ]);
  });

  it('and grows is read up to where it ended', async () => {
    const plan = writeLog(directory.path, 'grown.log', TEXT);
    writeFileSync(plan.path, `\n${TEXT}`, { flag: 'a' });
    expect(await codesOf(plan)).toEqual({ count: ERRORS, codes: ['log-grew-while-read'] });
  });
});
