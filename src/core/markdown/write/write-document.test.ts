import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { toLine, type Postmortem } from '#core/record';

import { convertDocument } from '../convert-document.ts';
import { DIALECT_IDS } from '../dialects/dialect.ts';
import { parsePostmortem, type ParsedDocument } from '../parse-postmortem.ts';
import { anyPostmortem } from '../record-arbitrary.fixture.ts';
import { renderPostmortem } from '../render-postmortem.ts';
import { withValue, writeDocument } from './write-document.ts';

const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 15) };

const DOCUMENT = `# Post-Mortem: Checkout outage

**Date:** 2026-03-17
**Severity:** SEV-2
**Duration:** 42 minutes
**Authors:** @ana, @bo
**Status:** Draft

Some words of ours before the first section.

---

## Executive Summary

Checkout failed for 42 minutes.

---

## Timeline

All times in UTC.

| Time | Event |
|---|---|
| 13:21 | first errors  |
|13:27|alert fired|

## Our own section

kept *as it is*

## Action Items

| Action | Owner | Priority | Due |
|---|---|---|---|
| Limit the pool | @bo | P1 | 2026-04-01 |
`;

function written(document: ParsedDocument, record: Postmortem): string {
  return writeDocument(document, record).markdown;
}

/** Lines that differ between two texts, by number of the first one. */
function changedLines(before: string, after: string): number[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return a.flatMap((line, index) => (line === b[index] ? [] : [index + 1]));
}

describe('writing a document back', () => {
  it('gives the same bytes for any text whatever', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        const document = parsePostmortem(source);
        expect(written(document, document.record)).toBe(source);
      }),
      { numRuns: 300 },
    );
  });

  it.each(DIALECT_IDS)('gives the same bytes for a %s document', (id) => {
    fc.assert(
      fc.property(anyPostmortem, (record) => {
        const { markdown } = renderPostmortem(record, id);
        const document = parsePostmortem(markdown, { dialect: id });
        expect(written(document, document.record)).toBe(markdown);
        expect(convertDocument(document, id).markdown).toBe(markdown);
      }),
      runs,
    );
  });

  it('changes only the line of the value that changed', () => {
    const document = parsePostmortem(DOCUMENT);
    expect(document.dialect).toBe('cycle');
    const cases: [string, unknown, number][] = [
      ['roles.authors', '@cleo', 6],
      ['summary.text', 'Nobody could pay.', 15],
      ['timeline.0.text', 'first | errors', 25],
      ['actions.0.due', '2026-05-01', 36],
      ['durations.duration.written', '1 hour', 5],
    ];
    for (const [path, value, line] of cases) {
      expect(changedLines(DOCUMENT, written(document, withValue(document.record, path, value)))).toEqual([line]);
    }
  });

  it('adds and removes a row and leaves every other line alone', () => {
    const document = parsePostmortem(DOCUMENT);
    const at = {
      written: '13:31',
      instant: null,
      precision: 'minute',
      approximate: false,
      zone: null,
      zoneStated: false,
    };
    const more = withValue(document.record, 'timeline.2', { at, text: 'acknowledged' });
    const text = written(document, more);
    expect(text).toBe(DOCUMENT.replace('|13:27|alert fired|\n', '|13:27|alert fired|\n| 13:31 | acknowledged |\n'));
    const fewer = { ...document.record, timeline: document.record.timeline.slice(0, 1) };
    expect(written(document, fewer)).toBe(DOCUMENT.replace('|13:27|alert fired|\n', ''));
  });

  it('writes what had no place before without losing anything else', () => {
    const document = parsePostmortem(DOCUMENT);
    const again = parsePostmortem(written(document, withValue(document.record, 'impact.slo', '12 % of the budget')));
    expect(again.record.impact?.slo).toBe('12 % of the budget');
    expect(again.record.unmapped).toEqual(document.record.unmapped);
  });

  it('changes only lines of the field in any generated document', () => {
    fc.assert(
      fc.property(anyPostmortem, fc.constantFrom(...DIALECT_IDS), fc.nat(), (record, id, pick) => {
        const { markdown } = renderPostmortem(record, id);
        const document = parsePostmortem(markdown, { dialect: id });
        const paths = [...document.places].filter(
          ([path, place]) => place.encoding === 'line' && !path.startsWith('incident.date'),
        );
        const chosen = paths[pick % Math.max(1, paths.length)];
        if (chosen === undefined) return;
        const text = written(document, withValue(document.record, chosen[0], toLine('changed value')));
        const line = markdown.slice(0, chosen[1].span.start).split('\n').length;
        expect(changedLines(markdown, text)).toEqual([line]);
      }),
      runs,
    );
  });

  it('keeps the line ends of a document that has Windows ones', () => {
    const source = DOCUMENT.replaceAll('\n', '\r\n');
    const document = parsePostmortem(source);
    const text = written(document, withValue(document.record, 'summary.text', 'One.\n\nTwo.'));
    expect(text).toContain('One.\r\n\r\nTwo.\r\n');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });
});
