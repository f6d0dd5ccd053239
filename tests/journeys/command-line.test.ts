import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { runCli } from '../support/run-cli.ts';
import { workDirectory } from '../support/work-directory.ts';

const COMMANDS = [
  'serve',
  'draft',
  'timeline',
  'metrics',
  'new',
  'convert',
  'import',
  'check',
  'patterns',
  'demo',
  'schema',
  'completion',
];

describe('the command line', () => {
  it('prints its version', async () => {
    const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
      version: string;
    };
    for (const flag of ['--version', '-V']) {
      expect(await runCli([flag])).toMatchObject({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
    }
  });

  it('shows what it can do when it is asked', async () => {
    const { code, stdout } = await runCli(['--help']);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'mu'));
    expect(code).toBe(0);
  });

  it.each(COMMANDS)('helps with %s, by example', async (command) => {
    const { code, stdout } = await runCli([command, '--help']);
    expect(stdout).toMatch(/Examples:\n {2}# .+\n {2}\S+/u);
    expect(code).toBe(0);
  });

  it.each(COMMANDS)('has every option of %s in the guide', async (command) => {
    const guide = join(import.meta.dirname, '../../docs/guide');
    const pages = readdirSync(guide).map((name) => readFileSync(join(guide, name), 'utf8'));
    const page = pages.find(
      (text) => text.includes(`nevertwice ${command} `) && !text.startsWith('# The command line'),
    );
    const { stdout } = await runCli([command, '--help']);
    const options = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gmu)].map((match) => match[1] ?? '');
    const text = page ?? pages.find((each) => each.startsWith('# The command line')) ?? '';
    expect(options.filter((option) => option !== '--help' && !text.includes(`\`${option}`))).toEqual([]);
  });

  it.each([
    [['drft'], 'Unknown command "drft" (Did you mean draft?)'],
    [['draft', '--templte', 'sev'], 'Unknown option "--templte" (Did you mean --template?)'],
    [
      ['draft', 'x', '--template', 'itil'],
      'There is no template "itil"; known here: operations, standard, sev, cycle, platform.',
    ],
    [['timeline', 'x', '--format', 'xml'], 'Allowed choices are table, list, mermaid, csv, svg, json.'],
    [['timeline', 'x', '--zone', 'Mars/Olympus'], '--zone does not understand "Mars/Olympus"'],
    [['timeline', 'x', '--skew', 'api'], '--skew does not understand "api"'],
    [['timeline', 'x', '--from', 'yesterday'], '--from does not understand "yesterday"'],
    [['timeline', 'x', '--from', '2026-02-23T09:00Z', '--to', '2026-02-23T08:00Z'], 'before it starts'],
    [['timeline', 'x', '--all', '--from', '2026-02-23T09:00Z'], '--all and --from or --to do not go together'],
    [['timeline'], 'was given nothing to read'],
    [['import'], 'was given nothing to read'],
    [['completion', 'tcsh'], 'Allowed choices are bash, zsh, fish.'],
  ])('refuses %j with exit code 2 and says what to do', async (args, message) => {
    const { code, stdout, stderr } = await runCli(args, { env: { COLUMNS: '160' } });
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n').length).toBeGreaterThanOrEqual(2);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('refuses as JSON where JSON was asked for', async () => {
    const { code, stderr } = await runCli(['timeline', '--json']);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'no-input', kind: 'invalid' } });
    expect(code).toBe(2);
  });

  it('uses colours only where they are wanted', async () => {
    const cwd = workDirectory({ 'a.log': '2026-02-23T08:15:02Z ERROR failed\n' });
    const plain = await runCli(['metrics', 'a.log'], { cwd, env: { NO_COLOR: '', FORCE_COLOR: '' } });
    expect(plain.stdout).not.toContain('\u001B');
    const forced = await runCli(['metrics', 'a.log'], { cwd, env: { NO_COLOR: '', FORCE_COLOR: '1' } });
    expect(forced.stdout).toContain('\u001B');
    const both = await runCli(['metrics', 'a.log'], { cwd, env: { NO_COLOR: '1', FORCE_COLOR: '1' } });
    expect(both.stdout).not.toContain('\u001B');
  });

  it('keeps the schema that it prints in the reference', async () => {
    const { stdout } = await runCli(['schema']);
    expect(JSON.parse(stdout)).toMatchObject({ $schema: expect.stringContaining('2020-12') as string });
    await expect(stdout).toMatchFileSnapshot('../../docs/reference/postmortem.schema.json');
  });

  it('makes completions that know every command and its options', async () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { code, stdout } = await runCli(['completion', shell]);
      for (const command of COMMANDS) expect(stdout).toContain(command);
      expect(stdout).toContain('granularity');
      expect(code).toBe(0);
    }
  });

  it('completes commands, options and values in bash', async () => {
    const { stdout } = await runCli(['completion', 'bash']);
    const complete = (words: readonly string[]): string[] => {
      const quoted = words.map((word) => `'${word}'`).join(' ');
      const script = `${stdout}\nCOMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _nevertwice; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n');
    };
    expect(complete(['nevertwice', 'dr'])).toEqual(['draft']);
    expect(complete(['nevertwice', 'timeline', '--gran'])).toEqual(['--granularity']);
    expect(complete(['nevertwice', 'timeline', '--format', 's'])).toEqual(['svg']);
    expect(complete(['nevertwice', 'draft', '-t', 'pl'])).toEqual(['platform']);
    expect(complete(['nevertwice', 'completion', 'f'])).toEqual(['fish']);
  });
});
