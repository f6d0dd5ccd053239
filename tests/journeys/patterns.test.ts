import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { type CliResult, runCli } from '../support/run-cli.ts';
import { workDirectory } from '../support/work-directory.ts';

interface PatternsJson {
  readonly patterns: readonly {
    readonly id: number;
    readonly template: string;
    readonly level: string | null;
    readonly new: boolean | null;
    readonly count: number;
    readonly example: {
      readonly file: string;
      readonly line: number;
      readonly offset: number;
      readonly raw: string;
    };
  }[];
  readonly findings: readonly { readonly code: string }[];
}

const DAY = Date.UTC(2026, 1, 23);

function stamp(minute: number, second = 0): string {
  return new Date(DAY + minute * 60_000 + second * 1000).toISOString().replace('.000', '');
}

/** Two hours: requests all the time, slow queries from the first minute on, refused charges in the second hour. */
function shopLog(): string {
  return Array.from({ length: 120 }, (_, minute) => {
    const lines = [`${stamp(minute)} INFO shop.Web: Handled request ${String(minute * 17)} of a user`];
    if (minute % 10 === 0)
      lines.push(`${stamp(minute, 20)} WARN shop.Store: Slow query took ${String(minute + 900)} ms`);
    if (minute >= 70)
      lines.push(
        `${stamp(minute, 40)} ERROR shop.Checkout: Failed to charge order ${String(minute)}: connection refused`,
      );
    return lines.join('\n');
  }).join('\n');
}

async function patterns(args: readonly string[], cwd: string): Promise<CliResult> {
  return await runCli(['patterns', ...args], { cwd, env: { XDG_CACHE_HOME: join(cwd, 'cache') } });
}

async function patternsJson(args: readonly string[], cwd: string): Promise<PatternsJson> {
  const { stdout } = await patterns([...args, '--json'], cwd);
  return JSON.parse(stdout) as PatternsJson;
}

describe('nevertwice patterns', () => {
  it('tells what is new in a window first, with its message whole and the place of its first line', async () => {
    const cwd = workDirectory({ 'shop.log': shopLog() });
    const { code, stdout } = await patterns(['shop.log', '--from', stamp(60), '--to', stamp(119, 59)], cwd);
    expect(code).toBe(0);
    const lines = stdout.split('\n');
    const first = lines.findIndex((line) => line.startsWith('new'));
    expect(lines[first]).toMatch(/^new +error +50 .* shop\.log:80$/u);
    expect(lines[first + 1]?.trim()).toBe('Failed to charge order <*>: connection refused');
    expect(lines.slice(first + 1).filter((line) => line.startsWith('new'))).toEqual([]);
  });

  it('gives the same as data, each example with the bytes at its place', async () => {
    const text = shopLog();
    const cwd = workDirectory({ 'shop.log': text });
    const { patterns: all } = await patternsJson(['shop.log'], cwd);
    expect(new Map(all.map(({ level, count }) => [level, count]))).toEqual(
      new Map([
        ['error', 50],
        ['info', 120],
        ['warning', 12],
      ]),
    );
    for (const { example } of all) {
      expect(text.slice(example.offset, example.offset + example.raw.length)).toBe(example.raw);
      expect(text.split('\n')[example.line - 1]).toBe(example.raw);
    }
  });

  it('counts the same in a window when the log was met before', async () => {
    const cwd = workDirectory({ 'shop.log': shopLog() });
    const window = ['shop.log', '--level', 'warning', '--from', stamp(30), '--to', stamp(80, 59)];
    const once = await patternsJson(window, cwd);
    const again = await patternsJson(window, cwd);
    expect(new Map(once.patterns.map(({ template, count }) => [template, count]))).toEqual(
      new Map([
        ['Failed to charge order <*>: connection refused', 11],
        ['Slow query took <*>', 6],
      ]),
    );
    expect(again.patterns).toEqual(once.patterns);
  });

  it('assigns the pattern of every record, by the ids of the data', async () => {
    const text = shopLog();
    const cwd = workDirectory({ 'shop.log': text });
    const { patterns: all } = await patternsJson(['shop.log'], cwd);
    const { stdout } = await patterns(['shop.log', '--assign'], cwd);
    const rows = stdout.trimEnd().split('\n');
    expect(rows).toHaveLength(text.split('\n').length);
    const counts = Map.groupBy(rows, (row) => Number(row.split('\t')[1]));
    expect(all.map(({ id, count }) => [id, count])).toEqual(all.map(({ id }) => [id, counts.get(id)?.length]));
    expect(rows.map((row) => Number(row.split('\t')[0]))).toEqual(rows.map((_, index) => index + 1));
  });

  it('reads standard input, and says of a file without times that it is no log', async () => {
    const cwd = workDirectory({ 'notes.txt': 'Nothing here\nhas a time.\n' });
    const piped = await runCli(['patterns', '-', '--json'], { cwd, input: shopLog() });
    expect((JSON.parse(piped.stdout) as PatternsJson).patterns).toHaveLength(3);
    const { stderr } = await patterns(['notes.txt'], cwd);
    expect(stderr).toContain('notes.txt');
  });
});

describe('nevertwice timeline of a large log', () => {
  /** More than is read into one string: a day of requests, with failures in one hour. */
  function largeLog(): string {
    const padding = 'of a user whose basket had seventeen articles from four shelves, with status 200 from 10.1.3.7';
    return Array.from({ length: 1440 }, (_, minute) => {
      const failing = minute >= 600 && minute < 660;
      const failure = `${stamp(minute, 30)} ERROR shop.Checkout: Failed to charge order 4711: connection refused\n`;
      const request = `${stamp(minute)} INFO shop.Web: Handled request ${String(minute)} ${padding}\n`;
      return request.repeat(80) + (failing ? failure : '');
    }).join('');
  }

  it('tells its failures as a story beside those of a small one, each at its line', async () => {
    const text = largeLog();
    expect(text.length).toBeGreaterThan(16 << 20);
    const small = `${stamp(602)} ERROR db.Pool: 64 of 64 connections in use\n${stamp(603)} INFO db.Pool: Resized\n`;
    const cwd = workDirectory({ 'logs/shop.log': text, 'logs/db.log': small });
    const args = ['timeline', 'logs', '--from', stamp(540), '--to', stamp(720), '--json'];
    const { code, stdout } = await runCli(args, { cwd, env: { XDG_CACHE_HOME: join(cwd, 'cache') } });
    expect(code).toBe(0);
    const { events } = JSON.parse(stdout) as {
      events: { text: string; sources: { file: string; line: number; offset: number; raw: string }[] }[];
    };
    const sources = events.flatMap((event) => event.sources);
    expect(new Set(sources.map(({ file }) => file))).toEqual(new Set(['logs/shop.log', 'logs/db.log']));
    const onset = events.find((event) => event.text.includes('Failed to charge order 4711'));
    expect(onset?.sources[0]?.line).toBe(600 * 80 + 81);
    for (const { file, offset, raw } of sources) {
      const whole = file === 'logs/db.log' ? small : text;
      expect(whole.slice(offset, offset + raw.length)).toBe(raw);
    }
  });
});
