import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { parsePostmortem } from '#core/markdown';
import { reviewRecord } from '#core/review';

const folder = join(import.meta.dirname, 'fixtures/filled');

it.each(readdirSync(folder).filter((file) => file.endsWith('.md')))('%s is good enough to be left in peace', (file) => {
  const { dialect, findings, record } = parsePostmortem(readFileSync(join(folder, file), 'utf8'));
  const loud = [...findings, ...reviewRecord(record, { dialect })].filter(({ severity }) => severity !== 'info');
  expect(loud.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
});
