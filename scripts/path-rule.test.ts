import { expect, it } from 'vitest';

import { vagueName } from './path-rule.ts';

it.each([
  ['src/core/utils/dates.ts', 'utils'],
  ['src/cli/helper.ts', 'helper'],
  ['src/core/time/base.test.ts', 'base'],
  ['src/cli/output-helpers.ts', 'output-helpers'],
  ['tests/common/run.ts', 'common'],
])('refuses %s for its name %s', (path, name) => {
  expect(vagueName(path)).toBe(name);
});

it.each([
  'src/core/shared-doc/index.ts',
  'src/core/time/zone-offset.ts',
  'src/core/markdown/dialects/standard.ts',
  'tests/fixtures/lib/common.log',
  'docs/guide/misc.md',
  'tsconfig.base.json',
])('accepts %s', (path) => {
  expect(vagueName(path)).toBeUndefined();
});
