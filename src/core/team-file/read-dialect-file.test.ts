import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  BUILT_IN_DIALECTS,
  convertDocument,
  type Dialect,
  documentPath,
  newPostmortem,
  nextIncidentId,
  parsePostmortem,
  renderPostmortem,
} from '#core/markdown';
import { type Postmortem, resolveRecord } from '#core/record';

import { arrangeRecord, contentOf } from '../markdown/arrange-record.ts';
import { anyPostmortem } from '../markdown/record-arbitrary.fixture.ts';
import { NOTES, OWN_DIALECTS, SHOP, TEMPLATE } from './own-dialects.fixture.ts';
import { readDialectFile } from './read-dialect-file.ts';

const RUNS = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 8) };

/** The template, or what is wrong with it. */
function dialectIn(text: string, file: string): Dialect {
  const { dialect, findings } = readDialectFile(text, file);
  if (dialect === null) throw new Error(JSON.stringify(findings, null, 2));
  return dialect;
}

/** What the law compares: everything but the name of the dialect and the prompts that stand for absent values. */
function content(record: Postmortem): unknown {
  const { dialect: _dialect, ...rest } = contentOf(record);
  return JSON.parse(JSON.stringify(rest));
}

describe.each(OWN_DIALECTS)('the template of %s', (file, text) => {
  const dialect = dialectIn(text, file);

  it('reads back every record that it wrote, whatever the record holds', () => {
    fc.assert(
      fc.property(anyPostmortem, (record) => {
        const { markdown } = renderPostmortem(record, dialect);
        const expected = resolveRecord(arrangeRecord(record, dialect));
        expect(content(parsePostmortem(markdown, { dialect }).record)).toEqual(content(expected));
      }),
      RUNS,
    );
  });

  it('writes a document that it wrote before the same way again', () => {
    fc.assert(
      fc.property(anyPostmortem, (record) => {
        const { markdown } = renderPostmortem(record, dialect);
        expect(renderPostmortem(parsePostmortem(markdown, { dialect }).record, dialect).markdown).toBe(markdown);
      }),
      RUNS,
    );
  });

  it('loses nothing on the way into another template and back', () => {
    fc.assert(
      fc.property(anyPostmortem, fc.constantFrom(...BUILT_IN_DIALECTS), (record, other) => {
        const own = parsePostmortem(renderPostmortem(record, dialect).markdown, { dialect });
        const there = parsePostmortem(convertDocument(own, other).markdown, { dialect: other });
        const back = parsePostmortem(convertDocument(there, dialect).markdown, { dialect });
        const expected = resolveRecord(arrangeRecord(resolveRecord(arrangeRecord(own.record, other)), dialect));
        expect(content(back.record)).toEqual(content(expected));
      }),
      RUNS,
    );
  });

  it('opens a new document that is recognised among all others', () => {
    const record = newPostmortem(dialect, { title: 'Checkout outage', date: '2026-02-23', severity: 'S1', id: 'A-1' });
    const { markdown } = renderPostmortem(record, dialect, { prompts: true, guidance: true });
    const document = parsePostmortem(markdown, { dialects: [...BUILT_IN_DIALECTS, dialect] });
    expect(document.dialect).toBe(dialect.id);
    expect(document.record.title).toBe('Checkout outage');
    const { guidance: _guidance, ...rest } = document.record;
    expect(content(rest)).toEqual(content(record));
  });
});
