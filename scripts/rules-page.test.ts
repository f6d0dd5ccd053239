import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { RULES } from '#core/review';

import { rulesPage } from './rules-page.ts';

it('explains every rule as the code has it (`npm run docs:rules` writes the page)', () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/reference/rules.md'), 'utf8');
  expect(page).toBe(rulesPage(RULES));
});
