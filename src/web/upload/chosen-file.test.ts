import { expect, test } from 'vitest';

import { filesOfDrop, isLitter } from './chosen-file.ts';

test.each(['.DS_Store', 'logs/.DS_Store', 'logs/._api.log', 'repo/.git/HEAD', 'app/node_modules/x/index.js'])(
  '%s is litter',
  (name) => expect(isLitter(name)).toBe(true),
);

test.each(['logs/api.log', 'git-log.txt', '.gitlab-ci.yml'])('%s is not', (name) => expect(isLitter(name)).toBe(false));

const file = (path: string) => ({
  isFile: true,
  fullPath: `/${path}`,
  file: (done: (made: File) => void) => done(new File(['x'], path)),
});

/** A folder that gives its entries in portions, as browsers do. */
const folder = (path: string, entries: readonly unknown[]) => ({
  isFile: false,
  fullPath: `/${path}`,
  createReader: () => {
    const portions = [entries.slice(0, 2), entries.slice(2), []];
    return { readEntries: (done: (portion: readonly unknown[]) => void) => done(portions.shift() ?? []) };
  },
});

test('folders give all their files, with their paths, in their order, without litter', async () => {
  const logs = folder('evidence/logs', [
    file('evidence/logs/b.log'),
    file('evidence/logs/a.log'),
    file('evidence/logs/.DS_Store'),
  ]);
  const root = folder('evidence', [logs, file('evidence/z.txt'), file('evidence/c.json')]);
  const item = { kind: 'file', webkitGetAsEntry: () => root, getAsFile: () => null };
  const found = await filesOfDrop({ items: [item] } as unknown as DataTransfer);
  expect(found.map(({ name }) => name)).toEqual([
    'evidence/c.json',
    'evidence/logs/a.log',
    'evidence/logs/b.log',
    'evidence/z.txt',
  ]);
});
