import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { resolveRecord, type Postmortem } from '#core/record';

import { arrangeRecord, contentOf } from './arrange-record.ts';
import { DIALECT_IDS } from './dialects/dialect.ts';
import { dialects } from './dialects/index.ts';
import { parsePostmortem } from './parse-postmortem.ts';
import { anyPostmortem } from './record-arbitrary.fixture.ts';
import { renderPostmortem } from './render-postmortem.ts';

/** What the law compares: everything but the name of the dialect and the prompts that stand for absent values. */
function content(record: Postmortem): unknown {
  const { dialect: _dialect, ...rest } = contentOf(record);
  return JSON.parse(JSON.stringify(rest));
}

describe.each(DIALECT_IDS)('the %s dialect', (id) => {
  it('reads back every record that it wrote, whatever the record holds', () => {
    fc.assert(
      fc.property(anyPostmortem, (record) => {
        const { markdown } = renderPostmortem(record, id);
        const expected = resolveRecord(arrangeRecord(record, dialects[id]));
        expect(content(parsePostmortem(markdown, { dialect: id }).record)).toEqual(content(expected));
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 40) },
    );
  });

  it('writes a document that it wrote before the same way again', () => {
    fc.assert(
      fc.property(anyPostmortem, (record) => {
        const { markdown } = renderPostmortem(record, id);
        const again = renderPostmortem(parsePostmortem(markdown, { dialect: id }).record, id);
        expect(again.markdown).toBe(markdown);
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 20) },
    );
  });
});
