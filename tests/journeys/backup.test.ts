import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { runCli } from '../support/run-cli.ts';
import { workDirectory } from '../support/work-directory.ts';

describe('nevertwice backup and restore', () => {
  const directory = workDirectory();

  it('write one file from an embedded database and take it in again', async () => {
    const data = join(directory, 'data');
    const file = join(directory, 'backup.gz');
    const made = await runCli(['backup', file, '--data', data, '--json']);
    expect(made).toMatchObject({ code: 0 });
    expect(JSON.parse(made.stdout)).toMatchObject({ file });
    const taken = await runCli(['restore', file, '--data', data]);
    expect(taken).toMatchObject({ code: 0 });
    expect(taken.stdout).toContain('restored');
  }, 60_000);

  it('say what a damaged file is, and leave nothing half done', async () => {
    const file = join(directory, 'damaged.gz');
    writeFileSync(file, readFileSync(join(directory, 'backup.gz')).subarray(0, 100));
    const taken = await runCli(['restore', file, '--data', join(directory, 'data')]);
    expect(taken.code).not.toBe(0);
    expect(taken.stderr).toContain('cannot be restored');
  }, 60_000);

  it('write nothing where the file exists', async () => {
    const file = join(directory, 'backup.gz');
    const made = await runCli(['backup', file, '--data', join(directory, 'data')]);
    expect(made.code).not.toBe(0);
    expect(made.stderr).toContain('exists already');
    expect(existsSync(`${file}.unfinished`)).toBe(false);
  }, 60_000);
});
