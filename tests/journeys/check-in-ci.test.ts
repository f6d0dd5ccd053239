import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { workDirectory } from '../support/work-directory.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string): unknown => parse(readFileSync(join(ROOT, name), 'utf8'));

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly run?: string; readonly env?: Readonly<Record<string, string>> }[];
  };
}

const action = read('action.yml') as Action;
const step = action.runs.steps.find(({ run }) => run !== undefined);

const BLAMING = '# Checkout outage\n\n## Root cause\n\nIt was human error.\n';

/** Runs the script of the action as its runner does; `npx` is the built command line and notes which version was asked for. */
async function runAction(
  cwd: string,
  inputs: Readonly<Record<string, string>>,
): Promise<{ code: number; out: string }> {
  const bin = workDirectory({
    npx: `#!/bin/sh\necho "$2" >> "${join(cwd, 'versions')}"\nshift 2\nexec "${process.execPath}" "${join(ROOT, 'dist/cli/main.js')}" "$@"\n`,
  });
  chmodSync(join(bin, 'npx'), 0o755);
  const env = Object.entries(step?.env ?? {}).map(([name, value]): [string, string] => {
    const input = /inputs\.([\w-]+)/u.exec(value)?.[1] ?? '';
    return [name, inputs[input] ?? action.inputs[input]?.default ?? 'missing'];
  });
  const PATH = `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
  const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', step?.run ?? 'exit 99'], {
    cwd,
    env: { ...process.env, ...Object.fromEntries(env), PATH },
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 99)));
  return { code, out };
}

describe.skipIf(process.platform === 'win32')('the GitHub Action', () => {
  it('annotates what it finds and fails from the severity that is asked for', async () => {
    const cwd = workDirectory({ 'docs/postmortems/a.md': BLAMING });
    const { code, out } = await runAction(cwd, { 'fail-on': 'warning' });
    expect(out).toMatch(/^::warning file=docs\/postmortems\/a\.md,line=5,.*title=blame-human-error::/mu);
    expect(code).toBe(1);
    expect((await runAction(cwd, {})).code).toBe(0);
  });

  it('takes several paths, with blanks in them, a team file and a version', async () => {
    const files = { 'a b/x.md': BLAMING, 'c/y.md': BLAMING, 'team.yaml': 'rules: { blame-human-error: error }\n' };
    const cwd = workDirectory(files);
    const inputs = { paths: 'a b/x.md\r\nc/y.md\n', config: 'team.yaml', version: '1.2.3' };
    const { code, out } = await runAction(cwd, inputs);
    expect(out).toMatch(/^::error file=a b\/x\.md,/mu);
    expect(out).toMatch(/^::error file=c\/y\.md,/mu);
    expect(code).toBe(1);
    expect(readFileSync(join(cwd, 'versions'), 'utf8')).toBe('nevertwice@1.2.3\n');
  });

  it('writes SARIF beside the annotations', async () => {
    const cwd = workDirectory({ 'docs/postmortems/a.md': BLAMING });
    await runAction(cwd, { 'sarif-file': 'out.sarif' });
    expect(JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });

  it('runs no part of a path as a command', async () => {
    const cwd = workDirectory({ 'docs/postmortems/a.md': BLAMING });
    const { code } = await runAction(cwd, { paths: '$(touch hit)\n; touch hit\n--fix' });
    expect(existsSync(join(cwd, 'hit'))).toBe(false);
    expect(code).toBe(3);
  });

  it('hands every input to its script', () => {
    const used = JSON.stringify(action.runs);
    for (const name of Object.keys(action.inputs)) expect(used).toContain(`inputs.${name} }}`);
    for (const name of Object.keys(step?.env ?? {})) expect(step?.run).toContain(`$${name}`);
  });
});

describe('the pre-commit hooks', () => {
  it('name a command of the package and files that are post-mortems', () => {
    const hooks = read('.pre-commit-hooks.yaml') as readonly {
      readonly id: string;
      readonly entry: string;
      readonly files: string;
    }[];
    const { bin } = read('package.json') as { bin: Readonly<Record<string, string>> };
    for (const { entry, files } of hooks) {
      expect(Object.keys(bin)).toContain(entry.split(' ')[0]);
      const pattern = new RegExp(files.replace('(?i)', ''), 'iu');
      expect(pattern.test('docs/postmortems/2026-02-23-checkout.md')).toBe(true);
      expect(pattern.test('docs/guide/install.md')).toBe(false);
    }
    expect(hooks.map(({ id }) => id)).toEqual(['nevertwice-check', 'nevertwice-fix']);
  });
});
