import { describe, expect, it } from 'vitest';

import { type DialectId, DIALECT_IDS, isDialectId, parsePostmortem, renderPostmortem } from '#core/markdown';

import { POLICY_RULES } from './complete/policy-rules.data.ts';
import { SUPPRESSION_RULES } from './document/suppression-rules.data.ts';
import type { Rule } from './rule.ts';
import { reviewRecord } from './review-record.ts';
import { ruleOf, RULES } from './rules.ts';
import { textFields } from './text-fields.ts';

/** The day on which the examples are read. */
const NOW = '2026-03-20T12:00:00Z';

/** Codes that cannot be shown by an example: the product has to be wrong for it. */
const NEVER_SHOWN = new Set(['document-inexact']);

/** Rules that need a team's file or the text around the record; `core/check` runs their examples. */
const SHOWN_BY_CHECK = new Set([...POLICY_RULES, ...SUPPRESSION_RULES].map(({ code }) => code));
const SHOWN_HERE = RULES.filter(({ code }) => !SHOWN_BY_CHECK.has(code));

/** A passage without a heading is a summary. */
function asDocument(example: string): string {
  return /^#|^---/mu.test(example) || example.trim() === '' || example.includes('\n') ? example : summary(example);
}

function summary(passage: string): string {
  return `# Checkout down\n\n## Summary\n\n${passage}\n`;
}

function codesOf(example: string, rule: Rule): string[] {
  const first = rule.dialects?.[0];
  const dialect: { dialect?: DialectId } = first !== undefined && isDialectId(first) ? { dialect: first } : {};
  const document = parsePostmortem(asDocument(example), dialect);
  const written = rule.code === 'no-place-in-dialect' ? renderPostmortem(document.record, 'cycle').findings : [];
  return [
    ...document.findings,
    ...written,
    ...reviewRecord(document.record, { dialect: document.dialect, now: NOW }),
  ].map(({ code }) => code);
}

describe('the rules of the review', () => {
  it('have one code each', () => {
    const codes = RULES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(RULES.map(({ code }) => ruleOf(code))).toEqual(RULES);
    expect(ruleOf('no-such-rule')).toBeUndefined();
  });

  it('name no template that there is not', () => {
    expect(RULES.flatMap(({ dialects = [] }) => dialects).filter((id) => !isDialectId(id))).toEqual([]);
    expect(DIALECT_IDS).toContain('cycle');
  });

  it.each(RULES.filter(({ code }) => !NEVER_SHOWN.has(code)))('$code has examples, bad and good', ({ examples }) => {
    expect(examples.bad.length).toBeGreaterThan(0);
    expect(examples.good.length).toBeGreaterThan(0);
  });

  it.each(SHOWN_HERE.flatMap((rule) => rule.examples.bad.map((example) => [rule.code, example, rule] as const)))(
    '%s is found in %j',
    (code, example, rule) => {
      expect(codesOf(example, rule)).toContain(code);
    },
  );

  it.each(SHOWN_HERE.flatMap((rule) => rule.examples.good.map((example) => [rule.code, example, rule] as const)))(
    '%s is not found in %j',
    (code, example, rule) => {
      expect(codesOf(example, rule)).not.toContain(code);
    },
  );

  it('give findings with a path, and with a range inside the text at that path', () => {
    const documents = SHOWN_HERE.flatMap((rule) =>
      rule.examples.bad.map((example) => parsePostmortem(asDocument(example))),
    );
    for (const { dialect, record } of documents) {
      const texts = new Map(textFields(record).map(({ path, text }) => [path, text]));
      for (const { place, range } of reviewRecord(record, { dialect, now: NOW })) {
        expect(place?.path).toBeTruthy();
        const length = texts.get(place?.path ?? '')?.length ?? 0;
        expect(range === undefined || (range.start < range.end && range.end <= length)).toBe(true);
      }
    }
  });
});
