import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Every code that a finding in the sources has. */
function codesInSources(): Set<string> {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts') && !/\.(?:test|fixture)\.ts$/u.test(file));
  return new Set(
    sources.flatMap((file) =>
      [...readFileSync(join(root, 'src', file), 'utf8').matchAll(/\bcode: '([a-z0-9]+(?:-[a-z0-9]+)+)'/gu)].map(
        ([, code]) => code ?? '',
      ),
    ),
  );
}

it('lists every finding with what to do', () => {
  const page = readFileSync(join(root, 'docs/reference/findings.md'), 'utf8');
  const listed = [...page.matchAll(/^\| `([a-z0-9-]+)` +\|/gmu)].map(([, code]) => code ?? '');
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed.toSorted()).toEqual([...codesInSources()].toSorted());
});
