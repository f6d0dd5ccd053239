import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { runCli } from '../support/run-cli.ts';
import { SMALL_INCIDENT } from '../support/small-incident.ts';
import { workDirectory } from '../support/work-directory.ts';

interface TimelineJson {
  readonly events: readonly {
    readonly at: Readonly<Record<string, unknown>>;
    readonly text: string;
    readonly kind: string;
    readonly count: number;
    readonly sources: readonly {
      readonly evidence: string;
      readonly format: string;
      readonly line: number;
      readonly offset: number;
      readonly raw: string;
    }[];
  }[];
  readonly moments: readonly { readonly kind: string }[];
  readonly suspects: readonly { readonly text: string }[];
  readonly findings: readonly { readonly code: string }[];
}

async function timelineJson(args: readonly string[], cwd: string): Promise<TimelineJson> {
  const { stdout } = await runCli(['timeline', ...args, '--json'], { cwd });
  return JSON.parse(stdout) as TimelineJson;
}

/** A repository with one commit inside the incident's window and one long before it. */
function makeRepository(directory: string): void {
  const git = (args: readonly string[], date = '2026-02-23T08:05:12Z'): void => {
    execFileSync('git', ['-C', directory, ...args], {
      env: {
        ...process.env,
        GIT_AUTHOR_NAME: 'Mei Tanaka',
        GIT_AUTHOR_EMAIL: 'mei@example.com',
        GIT_COMMITTER_NAME: 'Mei Tanaka',
        GIT_COMMITTER_EMAIL: 'mei@example.com',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
      },
      stdio: 'ignore',
    });
  };
  git(['init', '-q']);
  git(['commit', '-q', '--allow-empty', '-m', 'Begin'], '2025-01-01T00:00:00Z');
  git(['commit', '-q', '--allow-empty', '-m', 'Lower the pool to 8 — für alle']);
}

describe('nevertwice timeline', () => {
  it('prints the shape that programs rely on', async () => {
    const cwd = workDirectory(SMALL_INCIDENT);
    const timeline = await timelineJson(['evidence'], cwd);
    const fired = timeline.events.find((event) => event.kind === 'alert');
    expect(fired?.at).toEqual({
      written: '2026-02-23T08:18:00Z',
      instant: '2026-02-23T08:18:00Z',
      precision: 'second',
      approximate: false,
      zone: 'UTC',
      zoneStated: true,
    });
    expect(timeline.moments.map(({ kind }) => kind)).toContain('restored');
    expect(timeline.suspects[0]?.text).toBe('Make the database pool smaller');
  });

  it('points every source at its very bytes', async () => {
    const cwd = workDirectory(SMALL_INCIDENT);
    const timeline = await timelineJson(['evidence'], cwd);
    const files = Object.values(SMALL_INCIDENT).map((text) => Buffer.from(text));
    const byHash = new Map(files.map((bytes) => [createHash('sha256').update(bytes).digest('hex'), bytes]));
    const sources = timeline.events.flatMap((event) => event.sources);
    expect(sources.length).toBeGreaterThan(10);
    for (const { evidence, offset, raw } of sources) {
      const bytes = byHash.get(evidence);
      expect(bytes?.subarray(offset, offset + Buffer.byteLength(raw)).toString()).toBe(raw);
    }
  });

  it('does not depend on the order of the paths', async () => {
    const cwd = workDirectory(SMALL_INCIDENT);
    const names = Object.keys(SMALL_INCIDENT);
    const [there, back] = await Promise.all([timelineJson(names, cwd), timelineJson(names.toReversed(), cwd)]);
    expect(there.events).toEqual(back.events);
    expect(there.moments).toEqual(back.moments);
  });

  it('takes a declared skew off and keeps what was written', async () => {
    const cwd = workDirectory(SMALL_INCIDENT);
    const timeline = await timelineJson(['evidence', '--skew', 'api=+42s'], cwd);
    const first = timeline.events.find((event) => event.text.includes('order 2'));
    expect(first?.at).toMatchObject({ written: '2026-02-23T08:15:02Z', instant: '2026-02-23T08:14:20Z' });
  });

  it('reads the history of a repository, inside the window of the incident', async () => {
    const cwd = workDirectory(SMALL_INCIDENT);
    const repository = workDirectory();
    makeRepository(repository);
    const timeline = await timelineJson(['evidence', '--repo', repository], cwd);
    const commits = timeline.events.filter((event) => event.sources[0]?.format === 'git-log-records');
    expect(commits.map((event) => event.text)).toEqual(['Lower the pool to 8 — für alle']);
  });

  it('reads a whole repository where nothing else gives a window', async () => {
    const repository = workDirectory();
    makeRepository(repository);
    const timeline = await timelineJson(['--repo', '.'], repository);
    expect(timeline.events.map((event) => event.text)).toEqual(['Begin', 'Lower the pool to 8 — für alle']);
  });

  it('says what is wrong with a directory that is no repository', async () => {
    const { code, stderr } = await runCli(['timeline', '--repo', '.'], {
      cwd: workDirectory(),
      env: { GIT_CEILING_DIRECTORIES: '/' },
    });
    expect(stderr).toContain('"." is not a git repository');
    expect(code).toBe(3);
  });

  it.each([
    ['table', /^\| Time \(UTC\)/u],
    ['list', /^Times in UTC\.\n\n- /u],
    ['mermaid', /timeline/u],
    ['csv', /^id,instant,/u],
    ['svg', /^<svg/u],
  ])('prints %s', async (format, start) => {
    const { code, stdout } = await runCli(['timeline', 'evidence', '--format', format], {
      cwd: workDirectory(SMALL_INCIDENT),
    });
    expect(stdout).toMatch(start);
    expect(code).toBe(0);
  });

  it('writes into a file', async () => {
    const cwd = workDirectory(SMALL_INCIDENT);
    const { stdout } = await runCli(['timeline', 'evidence', '--format', 'svg', '-o', 'timeline.svg'], { cwd });
    expect(stdout).toBe('');
    expect(readFileSync(join(cwd, 'timeline.svg'), 'utf8')).toMatch(/<\/svg>\s*$/u);
  });

  it('keeps inside the window it is given, in local time', async () => {
    const cwd = workDirectory(SMALL_INCIDENT);
    const window = ['--zone', 'Europe/Berlin', '--from', '2026-02-23 09:20', '--to', '2026-02-23 09:33'];
    const timeline = await timelineJson(['evidence', ...window], cwd);
    expect(timeline.events.map((event) => event.at['instant'])).toEqual([
      '2026-02-23T08:20:30Z',
      '2026-02-23T08:22:00Z',
      '2026-02-23T08:33:00Z',
    ]);
  });

  it('shows every event of a single file', async () => {
    const cwd = workDirectory(SMALL_INCIDENT);
    const timeline = await timelineJson(['evidence/git.txt'], cwd);
    expect(timeline.events).toHaveLength(2);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const cwd = workDirectory({
      'big.log': Array.from(
        { length: 30_000 },
        (_line, index) => `2026-02-23T08:15:02Z ERROR failure ${'abcdefghij'[index % 10]}${index}x\n`,
      ).join(''),
    });
    const script = `"${process.execPath}" "${join(import.meta.dirname, '../../dist/cli/main.js')}" timeline big.log --no-fold --json | head -c 100`;
    const output = execFileSync('bash', ['-c', `set -o pipefail; ${script}`], { cwd, encoding: 'utf8' });
    expect(output).toHaveLength(100);
  });
});
