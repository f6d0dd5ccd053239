import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { resolveRecord, type Postmortem } from '#core/record';

import { arrangeRecord } from './arrange-record.ts';
import { DIALECT_IDS } from './dialects/dialect.ts';
import { dialects } from './dialects/index.ts';
import { newPostmortem } from './new-postmortem.ts';
import { parsePostmortem } from './parse-postmortem.ts';
import { anyPostmortem } from './record-arbitrary.fixture.ts';
import { renderPostmortem } from './render-postmortem.ts';

const KNOWN = { title: 'Checkout outage', date: '2026-02-23', severity: 'P1', id: 'INC-2026-02-23-001' };
const OPEN = { prompts: true, guidance: true };

/** All that a record says about the incident. */
function content(record: Postmortem): unknown {
  const { dialect: _dialect, guidance: _guidance, ...rest } = record;
  return JSON.parse(JSON.stringify(rest));
}

describe.each(DIALECT_IDS)('a new %s document', (id) => {
  it('says what is known and what stays, and prompts for everything else', () => {
    const record = newPostmortem(id, KNOWN);
    const { markdown, findings } = renderPostmortem(record, id, OPEN);
    const document = parsePostmortem(markdown);
    expect(document.dialect).toBe(id);
    // What a template lacks of the four: the severity in one, the incident's id in another stand there where known.
    expect(findings).toEqual([]);
    expect(content(document.record)).toEqual(content(record));
    const kinds = new Set(document.record.guidance?.map((entry) => entry.kind));
    expect(kinds.has('prompt') && kinds.has('comment') && !kinds.has('example')).toBe(true);
    expect(document.findings.every((finding) => finding.code === 'prompt-left')).toBe(true);
  });

  it('has nothing but its title, who signs and what stays, without prompts', () => {
    const { markdown } = renderPostmortem(newPostmortem(id, KNOWN), id);
    expect(markdown).not.toMatch(/\[[A-Z][^\]]*\](?!\()|\{\{|HH:MM|YYYY|<!--/u);
    expect(content(parsePostmortem(markdown, { dialect: id }).record)).toEqual(content(newPostmortem(id, KNOWN)));
  });

  it('reads back any record that it shows prompts and guidance around', () => {
    fc.assert(
      fc.property(anyPostmortem, (record) => {
        const { guidance: _guidance, ...bare } = record;
        const { markdown } = renderPostmortem(bare, id, OPEN);
        const expected = resolveRecord(arrangeRecord(bare, dialects[id]));
        expect(content(parsePostmortem(markdown, { dialect: id }).record)).toEqual(content(expected));
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 20) },
    );
  });
});
