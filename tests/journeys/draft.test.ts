import { linkSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { runCli } from '../support/run-cli.ts';
import { SMALL_INCIDENT } from '../support/small-incident.ts';
import { workDirectory } from '../support/work-directory.ts';

interface DraftJson {
  readonly file: string | null;
  readonly dialect: string;
  readonly moments: readonly { readonly kind: string; readonly at: { readonly instant: string } }[];
  readonly durations: readonly { readonly id: string; readonly value: { readonly seconds?: number } }[];
  readonly record: { readonly title: string; readonly severity?: { readonly label: string } };
  readonly findings: readonly { readonly code: string }[];
}

describe('nevertwice draft', () => {
  it('writes the draft where the template wants it and prints only its name', async () => {
    const cwd = workDirectory(SMALL_INCIDENT);
    const { code, stdout, stderr } = await runCli(['draft', 'evidence', '--template', 'cycle', '--yes'], { cwd });
    expect(stdout).toBe('docs/incidents/2026-02-23-ordersfailing.md\n');
    expect(stderr).toMatch(/alert\.json +Prometheus Alertmanager webhook/u);
    expect(readFileSync(join(cwd, stdout.trim()), 'utf8')).toMatch(/^\*\*Severity:\*\* SEV-2$/mu);
    expect(code).toBe(0);
  });

  it('computes moments and durations from the evidence', async () => {
    const cwd = workDirectory(SMALL_INCIDENT);
    const { stdout } = await runCli(['draft', 'evidence', '--json'], { cwd });
    const draft = JSON.parse(stdout) as DraftJson;
    const moments = Object.fromEntries(draft.moments.map(({ kind, at }) => [kind, at.instant]));
    expect(moments).toMatchObject({
      'impact-started': '2026-02-23T08:15:02Z',
      'alert-fired': '2026-02-23T08:18:00Z',
      acknowledged: '2026-02-23T08:20:30Z',
      declared: '2026-02-23T08:22:00Z',
      'root-cause-identified': '2026-02-23T08:33:00Z',
      mitigated: '2026-02-23T08:40:00Z',
      restored: '2026-02-23T08:42:00Z',
    });
    const seconds = Object.fromEntries(draft.durations.map(({ id, value }) => [id, value.seconds]));
    expect(seconds).toMatchObject({ ttd: 178, tta: 150, ttm: 1498 });
  });

  it('takes what the command line states before what the evidence suggests', async () => {
    const cwd = workDirectory(SMALL_INCIDENT);
    const options = ['--title', 'Orders lost', '--severity', 'P0', '--moment', 'resolved=09:00', '--json'];
    const { stdout } = await runCli(['draft', 'evidence', ...options], { cwd });
    const draft = JSON.parse(stdout) as DraftJson;
    expect(draft.record).toMatchObject({ title: 'Orders lost', severity: { label: 'P0', rank: 1 } });
    expect(draft.moments.find(({ kind }) => kind === 'resolved')?.at.instant).toBe('2026-02-23T09:00:00Z');
  });

  it('says that nobody confirmed the moments where nobody was there to ask', async () => {
    const { stderr } = await runCli(['draft', 'evidence', '-o', '-'], { cwd: workDirectory(SMALL_INCIDENT) });
    expect(stderr).toContain('The moments are suggestions that nobody has confirmed.');
  });

  it('prints the draft itself with --output -', async () => {
    const cwd = workDirectory(SMALL_INCIDENT);
    const { stdout } = await runCli(['draft', 'evidence', '--output', '-'], { cwd });
    expect(stdout).toMatch(/^# Post-Mortem: OrdersFailing\n/u);
    expect(readdirSync(cwd)).toEqual(['evidence']);
  });

  it('reads standard input', async () => {
    const input = SMALL_INCIDENT['evidence/api.log'] ?? '';
    const { code, stdout, stderr } = await runCli(['draft', '-', '-o', '-'], { input });
    expect(stderr).toContain('standard input');
    expect(stdout).toContain('order 2 failed: database pool exhausted');
    expect(code).toBe(0);
  });

  it('never overwrites without --force', async () => {
    const cwd = workDirectory({ ...SMALL_INCIDENT, 'mine.md': 'written by hand' });
    const refused = await runCli(['draft', 'evidence', '-o', 'mine.md'], { cwd });
    expect(refused.stderr).toContain('"mine.md" exists already and was left as it is.');
    expect(refused.code).toBe(1);
    expect(readFileSync(join(cwd, 'mine.md'), 'utf8')).toBe('written by hand');
    const forced = await runCli(['draft', 'evidence', '-o', 'mine.md', '--force'], { cwd });
    expect(forced.code).toBe(0);
    expect(readFileSync(join(cwd, 'mine.md'), 'utf8')).toMatch(/^# Post-Mortem/u);
  });

  it('gives each new incident an id of its own', async () => {
    const cwd = workDirectory(SMALL_INCIDENT);
    const names = [];
    for (const title of ['First', 'Second']) {
      const { stdout } = await runCli(['draft', 'evidence', '--template', 'sev', '--title', title], { cwd });
      names.push(stdout.trim());
    }
    expect(names).toEqual(['artifacts/postmortem_INC-0001.md', 'artifacts/postmortem_INC-0002.md']);
  });

  it('leaves out what lies outside the window, and says how much', async () => {
    const cwd = workDirectory(SMALL_INCIDENT);
    const { stderr, stdout } = await runCli(['draft', 'evidence', '-o', '-'], { cwd });
    expect(stderr).toContain('1 event lies outside the window');
    expect(stdout).not.toContain('Update the readme');
    const all = await runCli(['draft', 'evidence', '--all', '--all-events', '-o', '-'], { cwd });
    expect(all.stdout).toContain('Update the readme');
  });

  it('prints times on the clock that was asked for', async () => {
    const cwd = workDirectory(SMALL_INCIDENT);
    const { stdout } = await runCli(['draft', 'evidence', '--zone', 'Europe/Berlin', '-o', '-'], { cwd });
    expect(stdout).toContain('All times in Europe/Berlin.');
    expect(stdout).toMatch(/^\| 09:18 \| \*\*Alert fired\.\*\*/mu);
  });

  it('writes nothing when the target cannot be made', async () => {
    const cwd = workDirectory({ ...SMALL_INCIDENT, artifacts: 'a file where a directory is needed' });
    const { code, stderr } = await runCli(['draft', 'evidence', '--template', 'sev'], { cwd });
    expect(stderr).toContain('cannot be written');
    expect(code).toBe(3);
    expect(readdirSync(cwd).toSorted()).toEqual(['artifacts', 'evidence']);
  });

  it('leaves no temporary file behind', async () => {
    const cwd = workDirectory(SMALL_INCIDENT);
    await runCli(['draft', 'evidence', '-o', 'out/draft.md'], { cwd });
    expect(readdirSync(join(cwd, 'out'))).toEqual(['draft.md']);
  });

  it('replaces a file whole and never writes into it', async () => {
    const old = 'x'.repeat(1_000_000);
    const cwd = workDirectory({ ...SMALL_INCIDENT, 'draft.md': old });
    linkSync(join(cwd, 'draft.md'), join(cwd, 'opened-before.md'));
    await runCli(['draft', 'evidence', '-o', 'draft.md', '-f'], { cwd });
    expect(readFileSync(join(cwd, 'draft.md'), 'utf8')).toMatch(/^# Post-Mortem/u);
    expect(readFileSync(join(cwd, 'opened-before.md'), 'utf8')).toBe(old);
  });
});
