import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { runCli } from '../support/run-cli.ts';
import { workDirectory } from '../support/work-directory.ts';

interface TimelineJson {
  readonly events: readonly { readonly text: string; readonly at: { readonly instant: string | null } }[];
  readonly findings: readonly Finding[];
}

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly help?: string;
  readonly place?: { readonly file?: string; readonly line?: number };
}

const LOG = '2026-02-23T08:15:02Z ERROR order 2 failed\n2026-02-23T08:15:09Z ERROR order 3 failed\n';

/** Reads a good log beside the files in question: the rest goes on, whatever one file holds. */
async function timelineWith(
  files: Readonly<Record<string, string | Uint8Array>>,
  prepare: (directory: string) => void = () => {},
): Promise<{
  readonly code: number | null;
  readonly json: TimelineJson;
  readonly about: (file: string) => readonly Finding[];
}> {
  const cwd = workDirectory({ 'evidence/good.log': LOG, ...files });
  prepare(cwd);
  const { code, stdout } = await runCli(['timeline', 'evidence', '--json'], { cwd });
  const json = JSON.parse(stdout) as TimelineJson;
  expect(json.events.some((event) => event.text.includes('order 2 failed'))).toBe(true);
  return { code, json, about: (file) => json.findings.filter((finding) => finding.place?.file?.endsWith(file)) };
}

const isRoot = process.getuid?.() === 0;

describe('bad input', () => {
  it.each([
    ['empty', '', 'is empty'],
    ['blank', ' \n\t\n', 'nothing but blanks'],
    ['unrecognised', 'roses are red\nviolets are blue\n', 'no format that is known'],
  ])('reports a file that is %s and reads the rest', async (_what, content, message) => {
    const { code, about } = await timelineWith({ 'evidence/odd.txt': content });
    expect(about('odd.txt')[0]?.message).toContain(message);
    expect(about('odd.txt')[0]?.help).toMatch(/\.$/u);
    expect(code).toBe(0);
  });

  it('says what a packed file is and how to unpack it', async () => {
    const { about } = await timelineWith({
      'evidence/old.log.bz2': Buffer.from('BZh91AY&SY\0\0\u00ff\u00fe', 'latin1'),
    });
    expect(about('old.log.bz2')).toMatchObject([
      { message: expect.stringContaining('a bzip2 archive') as string, help: 'Unpack it first: bunzip2 --keep FILE' },
    ]);
  });

  it('reads a log that is packed with gzip as it is', async () => {
    const packed = await timelineWith({ 'evidence/old.log.gz': gzipSync(LOG) });
    const plain = await timelineWith({ 'evidence/old.log': LOG });
    expect(plain.json.events.length).toBeGreaterThan(0);
    expect(packed.json.events.length).toBeGreaterThan(0);
  });

  it('takes random bytes for what they are', async () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_byte, index) => (index * 7919 + (index >> 3) * 104_729) & 0xff);
    const { about } = await timelineWith({ 'evidence/core.bin': bytes });
    expect(about('core.bin')[0]?.message).toContain('is not text');
  });

  it('reads UTF-16 with and without byte order mark, and Latin-1', async () => {
    const line = '2026-02-23T08:15:02Z ERROR Bestellung für Müller fehlgeschlagen: Größe überschritten\n';
    const utf16 = Buffer.from(line, 'utf16le');
    const { json } = await timelineWith({
      'evidence/bom.log': Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
      'evidence/big.log': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
      'evidence/bare.log': Buffer.from(line.replace('Bestellung', 'Lieferung'), 'utf16le'),
      'evidence/latin1.log': Buffer.from(line.replace('Bestellung', 'Rechnung'), 'latin1'),
    });
    const texts = json.events.map((event) => event.text).join('\n');
    for (const word of ['Bestellung', 'Lieferung', 'Rechnung']) {
      expect(texts).toContain(`${word} für Müller fehlgeschlagen: Größe überschritten`);
    }
  });

  it('keeps what stands before the cut of JSON', async () => {
    const alerts = [1, 2].map((number) => ({
      status: 'firing',
      labels: { alertname: `Alert${number}` },
      annotations: {},
      startsAt: `2026-02-23T08:1${number}:00Z`,
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: '',
      fingerprint: `000000000000000${number}`,
    }));
    const whole = JSON.stringify({
      version: '4',
      groupKey: 'x',
      status: 'firing',
      receiver: 'r',
      groupLabels: {},
      commonLabels: {},
      commonAnnotations: {},
      externalURL: '',
      alerts,
    });
    const { json, about } = await timelineWith({ 'evidence/cut.json': whole.slice(0, whole.indexOf('Alert2') + 3) });
    expect(json.events.some((event) => event.text.includes('Alert1'))).toBe(true);
    expect(about('cut.json').some((finding) => finding.place?.line === 1)).toBe(true);
  });

  it('keeps times of the future and of 1970, and reports them', async () => {
    const { json, about } = await timelineWith({
      'evidence/clock.log': '1970-01-01T00:00:03Z ERROR clock not set\n2999-01-01T00:00:00Z ERROR clock ahead\n',
    });
    expect(json.events.map((event) => event.at.instant)).toEqual(
      expect.arrayContaining(['1970-01-01T00:00:03Z', '2999-01-01T00:00:00Z']),
    );
    expect(about('clock.log').map((finding) => finding.place?.line)).toEqual(expect.arrayContaining([1, 2]));
  });

  it('says where zone or year are assumed', async () => {
    const { about } = await timelineWith({
      'evidence/zoneless.log': '2026-02-23 08:15:02 ERROR no zone here\n',
      'evidence/syslog.log': 'Feb 23 08:15:02 web1 app[7]: no year here\n',
    });
    expect(
      about('zoneless.log')
        .map((finding) => finding.message)
        .join(),
    ).toMatch(/zone/u);
    expect(
      about('syslog.log')
        .map((finding) => finding.message)
        .join(),
    ).toMatch(/year/u);
  });

  it('does not follow a symbolic link into a circle', async () => {
    const { code, about } = await timelineWith({ 'evidence/deep/a.log': LOG }, (cwd) => {
      symlinkSync('..', join(cwd, 'evidence/deep/up'));
      symlinkSync('self', join(cwd, 'evidence/self'));
      symlinkSync('nowhere', join(cwd, 'evidence/broken'));
    });
    expect(about('up')[0]?.code).toBe('symlink-loop');
    expect(about('self')[0]?.code).toBe('symlink-loop');
    expect(about('broken')[0]?.code).toBe('broken-link');
    expect(code).toBe(0);
  });

  it.skipIf(isRoot)('reports what it may not read, and blocks', async () => {
    const { code, about } = await timelineWith({ 'evidence/secret.log': LOG }, (cwd) => {
      chmodSync(join(cwd, 'evidence/secret.log'), 0);
    });
    expect(about('secret.log')[0]?.message).toContain('permission denied');
    expect(code).toBe(1);
  });

  it('reads a hundred megabytes on one line without choking', async () => {
    const long = Buffer.alloc(100_000_000, 'x');
    long.write('2026-02-23T08:20:00Z ERROR ');
    const { json } = await timelineWith({ 'evidence/long.log': long });
    expect(json.events.some((event) => event.at.instant === '2026-02-23T08:20:00Z')).toBe(true);
  }, 60_000);

  it('ends with 3 where a path is missing, and reads the others', async () => {
    const cwd = workDirectory({ 'good.log': LOG });
    const { code, stdout } = await runCli(['timeline', 'nothing.log', 'good.log', '--json'], { cwd });
    const json = JSON.parse(stdout) as TimelineJson;
    expect(json.findings[0]).toMatchObject({
      code: 'path-missing',
      message: 'There is no file or directory "nothing.log".',
    });
    expect(json.events).not.toEqual([]);
    expect(code).toBe(3);
  });

  it('ends with 3 where nothing could be read', async () => {
    const cwd = workDirectory({ 'a.bin': Buffer.from([0, 1, 2, 3, 0, 0, 0, 0, 200, 201]) });
    mkdirSync(join(cwd, 'empty'));
    for (const path of ['a.bin', 'empty']) {
      const { code, stderr } = await runCli(['draft', path], { cwd });
      expect(stderr).toMatch(/^[✗!] /u);
      expect(code).toBe(3);
    }
  });

  it('never obeys escape sequences in evidence', async () => {
    const cwd = workDirectory({ 'evil.log': '2026-02-23T08:15:02Z ERROR \u001B[2J\u001B]0;owned\u0007boom\n' });
    const { stdout, stderr } = await runCli(['draft', 'evil.log', '-o', '-'], { cwd });
    expect(stdout + stderr).not.toContain('\u001B');
    expect(stdout).toContain('boom');
  });

  it('refuses a document that is far too large for one', async () => {
    const cwd = workDirectory({ 'huge.md': Buffer.alloc(70_000_000, 'a') });
    const { code, stderr } = await runCli(['convert', 'huge.md', '--to', 'sev'], { cwd });
    expect(stderr).toContain('more than the 64 MB that are read at once');
    expect(code).toBe(3);
  });

  it('does not change the evidence', async () => {
    const cwd = workDirectory({ 'good.log': LOG });
    await runCli(['draft', 'good.log'], { cwd });
    expect(readFileSync(join(cwd, 'good.log'), 'utf8')).toBe(LOG);
  });
});
