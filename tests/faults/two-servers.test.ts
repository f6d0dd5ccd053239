import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { workDirectory } from '../support/work-directory.ts';
import { FaultyServer } from './faulty-server.ts';

const NODE = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

const server = new FaultyServer(`${workDirectory()}/data`);

beforeAll(() => server.start(), 60_000);
afterAll(() => server.end('SIGTERM'), 30_000);

it('a second server on the same directory is refused with a sentence, and the first one goes on', async () => {
  const args = [
    '--conditions=nevertwice-source',
    MAIN,
    'serve',
    '--data',
    server.directory,
    '--port',
    '0',
    '--no-open',
  ];
  const second = spawn(NODE, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  second.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(second, 'close')) as [number];
  expect(code).toBe(1);
  expect(said).toContain(server.directory);
  expect(said).not.toContain('    at ');
  await server.signIn();
  expect((await server.create('/postmortems', { title: 'Still there' })).status).toBe(201);
});
