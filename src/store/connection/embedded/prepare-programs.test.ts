import {
  chmodSync,
  chownSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { findPackage } from './find-package.ts';
import { preparePrograms } from './prepare-programs.ts';
import { runProgram } from './run-program.ts';

const isRoot = process.getuid?.() === 0;
const user = { name: 'nobody', uid: 65_534, gid: 65_534 };
const made: string[] = [];

function newDirectory(mode = 0o755): string {
  const directory = mkdtempSync(join(tmpdir(), 'nevertwice-programs-'));
  chmodSync(directory, mode);
  made.push(directory);
  return directory;
}

/** The package as it is unpacked without install scripts: without its links. */
function unpackPackage(directory: string): string {
  const native = join(directory, 'native');
  cpSync(findPackage(), native, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() });
  writeFileSync(join(directory, 'package.json'), JSON.stringify({ version: '18.4.0-test' }));
  return native;
}

async function version(programs: string, as: object = {}): Promise<string> {
  return (await runProgram([join(programs, 'postgres'), '--version'], { cwd: '/', env: {}, ...as })).output;
}

let sealed: string | undefined;

afterAll(() => {
  if (sealed !== undefined) rmSync(sealed, { recursive: true, force: true });
});

afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

describe('the programs of PostgreSQL', () => {
  it('run from the package where it was installed', async () => {
    const programs = await preparePrograms({ native: findPackage(), copies: [] });
    expect(programs).toBe(join(findPackage(), 'bin'));
  });

  it('get the links that an installation without scripts lacks', async () => {
    const native = unpackPackage(newDirectory());
    expect(await version(join(native, 'bin'))).toContain('libicui18n.so.60');
    expect(await preparePrograms({ native, copies: [] })).toBe(join(native, 'bin'));
    expect(await version(join(native, 'bin'))).toContain('PostgreSQL) 18');
  });

  it('are refused with a way out where they cannot run', async () => {
    const native = join(newDirectory(), 'native');
    mkdirSync(join(native, 'bin'), { recursive: true });
    writeFileSync(join(native, '..', 'package.json'), '{"version":"18"}');
    const attempt = preparePrograms({ native, copies: [join(newDirectory(), 'copies')] });
    await expect(attempt).rejects.toMatchObject({
      code: 'embedded-unavailable',
      help: expect.stringContaining('DATABASE_URL'),
    });
  });
});

describe.runIf(isRoot)('the programs of PostgreSQL as root', () => {
  let native: string;
  beforeAll(() => {
    sealed = mkdtempSync(join(tmpdir(), 'nevertwice-sealed-'));
    native = unpackPackage(sealed);
  });

  it('are copied from a place that their user cannot enter, once', async () => {
    const copies = [join(newDirectory(), 'copies')];
    const programs = await preparePrograms({ native, copies, user });
    expect(programs).toContain(join(copies[0] ?? '', 'postgresql-18.4.0-test'));
    expect(await version(programs, user)).toContain('PostgreSQL) 18');
    const first = statSync(programs).ino;
    expect(statSync(await preparePrograms({ native, copies, user })).ino).toBe(first);
  });

  it('are copied again when a sweep of old files took some', async () => {
    const copies = [join(newDirectory(), 'copies')];
    const programs = await preparePrograms({ native, copies, user });
    rmSync(join(programs, '..', 'share', 'postgresql', 'timezone', 'UTC'));
    await preparePrograms({ native, copies, user });
    expect(statSync(join(programs, '..', 'share', 'postgresql', 'timezone', 'UTC')).isFile()).toBe(true);
  });

  it('are never taken from a place where somebody else can write', async () => {
    const [foreign, open, good] = [newDirectory(), newDirectory(0o777), join(newDirectory(), 'copies')];
    chownSync(foreign, user.uid, user.gid);
    mkdirSync(join(foreign, 'postgresql-18.4.0-test', 'native', 'bin'), { recursive: true });
    const programs = await preparePrograms({ native, copies: [foreign, open, good], user });
    expect(programs).toContain(good);
  });
});
