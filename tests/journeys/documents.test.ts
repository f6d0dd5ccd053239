import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { runCli } from '../support/run-cli.ts';
import { SMALL_INCIDENT } from '../support/small-incident.ts';
import { workDirectory } from '../support/work-directory.ts';

const DOCUMENT = `---
reviewed: no
---

# Post-Mortem: Basket outage

**Date:** 2026-02-23
**Severity:** SEV-2

## Timeline

All times in UTC.

| Time | Event |
|---|---|
| 10:02 | Baskets start to fail |
| 10:20 | Rolled back |

## Action Items

| Action | Owner | Priority | Due |
|---|---|---|---|
| Alert on failing baskets | @mei | P1 | 2026-03-01 |
| Write a runbook | | P2 | |
`;

interface ImportJson {
  readonly file: string;
  readonly dialect: string | null;
  readonly record: {
    readonly timeline: readonly { readonly at: unknown; readonly text: string }[];
    readonly actions: readonly Readonly<Record<string, unknown>>[];
  } | null;
  readonly findings: readonly { readonly message: string }[];
}

describe('nevertwice new', () => {
  it.each([
    ['operations', 'docs/operations/post-mortems/POST-MORTEM-2026-02-23-checkout-outage.md'],
    ['standard', undefined],
    ['sev', 'artifacts/postmortem_INC-0001.md'],
    ['cycle', 'docs/incidents/2026-02-23-checkout-outage.md'],
    ['platform', undefined],
  ])('starts a document of the template %s where it belongs', async (template, expected) => {
    const cwd = workDirectory();
    const args = ['new', 'Checkout outage', '--template', template, '--date', '2026-02-23'];
    const { code, stdout } = await runCli(args, { cwd });
    expect(code).toBe(0);
    expect(expected ?? stdout.trim()).toBe(stdout.trim());
    expect(readFileSync(join(cwd, stdout.trim()), 'utf8')).toContain('Checkout outage');
    const again = await runCli(['import', stdout.trim(), '--json'], { cwd });
    expect(JSON.parse(again.stdout)).toMatchObject({ dialect: template, record: { title: 'Checkout outage' } });
  });

  it('leaves the guidance out on request', async () => {
    const cwd = workDirectory();
    const [full, bare] = await Promise.all([
      runCli(['new', 'T', '-t', 'sev', '-o', '-'], { cwd }),
      runCli(['new', 'T', '-t', 'sev', '-o', '-', '--no-guidance'], { cwd }),
    ]);
    expect(full.stdout).toContain('<!--');
    expect(bare.stdout).not.toContain('<!--');
  });

  it('does not overwrite the document of yesterday', async () => {
    const cwd = workDirectory();
    const args = ['new', 'Checkout outage', '-t', 'cycle', '--date', '2026-02-23'];
    await runCli(args, { cwd });
    const { code, stderr } = await runCli(args, { cwd });
    expect(stderr).toContain('exists already and was left as it is');
    expect(code).toBe(1);
  });

  it.each([
    [
      ['new', 'T', '--template', 'itil'],
      'There is no template "itil"; known here: operations, standard, sev, cycle, platform.',
    ],
    [['new', 'T', '--date', 'soon'], '--date does not understand "soon"'],
    [['new', ' '], '<title> does not understand " "'],
    [['new'], 'Missing required argument "title"'],
  ])('refuses %j with exit code 2', async (args, message) => {
    const { code, stderr } = await runCli(args, { cwd: workDirectory() });
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

describe('nevertwice convert', () => {
  it.each([
    ['UTF-8', Buffer.from(DOCUMENT)],
    ['UTF-8 with byte order mark and CRLF', Buffer.from(`\uFEFF${DOCUMENT.replaceAll('\n', '\r\n')}`)],
    ['Latin-1', Buffer.from(`${DOCUMENT}\nGrüße\n`, 'latin1')],
    [
      'broken UTF-8',
      Buffer.concat([Buffer.from(`${DOCUMENT}größer `), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(' äöü äöü\n')]),
    ],
    ['UTF-16', Buffer.from(`\uFEFF${DOCUMENT}`, 'utf16le')],
    ['an empty file', Buffer.alloc(0)],
  ])('prints exactly the bytes of %s without --to', async (_encoding, bytes) => {
    const cwd = workDirectory({ 'in.md': bytes });
    const { code, bytes: printed } = await runCli(['convert', 'in.md'], { cwd });
    expect(printed.equals(bytes)).toBe(true);
    expect(code).toBe(0);
  });

  it('rewrites a document in another template and loses nothing', async () => {
    const cwd = workDirectory({ 'in.md': DOCUMENT });
    const { code, stdout } = await runCli(['convert', 'in.md', '--to', 'standard'], { cwd });
    for (const words of [
      'Basket outage',
      'Baskets start to fail',
      'Rolled back',
      'Alert on failing baskets',
      'runbook',
    ]) {
      expect(stdout).toContain(words);
    }
    expect(code).toBe(0);
  });

  it('reads standard input and says what it did as JSON', async () => {
    const { stdout } = await runCli(['convert', '-', '--to', 'sev', '--json'], { input: DOCUMENT });
    expect(JSON.parse(stdout)).toMatchObject({
      dialect: 'sev',
      markdown: expect.stringContaining('Basket outage') as string,
    });
  });

  it('refuses what is not text', async () => {
    const cwd = workDirectory({ 'photo.md': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 73, 72]) });
    const { code, stderr } = await runCli(['convert', 'photo.md', '--to', 'sev'], { cwd });
    expect(stderr).toContain('it looks like a PNG picture');
    expect(code).toBe(3);
  });
});

describe('nevertwice import', () => {
  it('prints one object a line, with null for what an action does not state', async () => {
    const cwd = workDirectory({ 'docs/a.md': DOCUMENT, 'docs/deep/b.md': '# Second\n', 'docs/notes.txt': 'no' });
    const { code, stdout } = await runCli(['import', 'docs', '--json', '--all'], { cwd });
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ImportJson);
    expect(lines.map(({ file }) => file)).toEqual(['docs/a.md', 'docs/deep/b.md']);
    const [first] = lines;
    expect(first?.record?.timeline.map(({ text }) => text)).toEqual(['Baskets start to fail', 'Rolled back']);
    expect(first?.record?.actions).toHaveLength(2);
    for (const action of first?.record?.actions ?? []) {
      expect(Object.keys(action)).toEqual(
        expect.arrayContaining(['text', 'owner', 'due', 'status', 'priority', 'ticket']),
      );
    }
    expect(code).toBe(0);
  });

  it('leaves out what stands beside post-mortems below a directory, and says so', async () => {
    const readme = '# Our post-mortems\n\nOne file for each incident.\n';
    const cwd = workDirectory({ 'docs/a.md': DOCUMENT, 'docs/README.md': readme });
    const { code, stderr, stdout } = await runCli(['import', 'docs'], { cwd });
    expect(stdout).toContain('a.md');
    expect(stdout).not.toContain('README');
    expect(stderr).toContain('1 file does not read like a post-mortem, so it was left out: "docs/README.md".');
    expect(code).toBe(0);
    const named = await runCli(['import', join('docs', 'README.md')], { cwd });
    expect(named.stdout).toContain('README.md');
  });

  it('ends in a sum over all documents with what needs a person', async () => {
    const unclear = DOCUMENT.replace('| 10:02 |', '| ??:?? |');
    const cwd = workDirectory({ 'pm/a.md': DOCUMENT, 'pm/b.md': unclear });
    const { stdout } = await runCli(['import', 'pm'], { cwd });
    expect(stdout).toMatch(/2 documents, .*: 4 timeline rows, 4 actions \(\d open\)\./u);
    expect(stdout).toMatch(/^b\.md .* unclear time$/mu);
    expect(stdout).toContain('1 document needs a person; --details tells where.');
    const told = await runCli(['import', 'pm', '--details'], { cwd });
    expect(told.stderr).toContain('“??:??” does not say which instant it is.');
  });

  it('goes on after a file that cannot be read, and ends with 3', async () => {
    const cwd = workDirectory({ 'a.md': DOCUMENT, 'b.md': Buffer.from([0, 1, 2, 3, 0, 0]) });
    const { code, stdout } = await runCli(['import', 'b.md', 'missing.md', 'a.md', '--json'], { cwd });
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ImportJson);
    expect(lines.map(({ file, record }) => [file, record !== null])).toEqual([
      ['missing.md', false],
      ['b.md', false],
      ['a.md', true],
    ]);
    expect(code).toBe(3);
  });

  it('shows a table to people', async () => {
    const { stdout } = await runCli(['import', 'a.md'], { cwd: workDirectory({ 'a.md': DOCUMENT }) });
    expect(stdout).toMatch(
      /^document +template +date +rows +actions +open +needs a person\na\.md +\S+ +2026-\d\d-\d\d +2 +2 +\d$/mu,
    );
  });
});

describe('nevertwice metrics', () => {
  it('measures a draft as its template defines it', async () => {
    const cwd = workDirectory(SMALL_INCIDENT);
    await runCli(['draft', 'evidence', '--template', 'operations', '-o', 'draft.md'], { cwd });
    const { code, stdout } = await runCli(['metrics', 'draft.md'], { cwd });
    expect(stdout).toMatch(/Detection lag +3 min +From first symptom to alert fired\./u);
    expect(stdout).toMatch(/Incident duration +unknown +Because no moment "closed" or "resolved" is known/u);
    expect(code).toBe(0);
  });

  it('measures evidence by the definitions of every template', async () => {
    const { stdout } = await runCli(['metrics', 'evidence', '--json'], { cwd: workDirectory(SMALL_INCIDENT) });
    const { durations } = JSON.parse(stdout) as { durations: readonly { dialect: string; id: string; text: string }[] };
    expect(durations.find(({ dialect, id }) => dialect === 'sev' && id === 'ttd')?.text).toBe('2 min 58 s');
    expect(new Set(durations.map(({ dialect }) => dialect)).size).toBe(5);
  });
});
