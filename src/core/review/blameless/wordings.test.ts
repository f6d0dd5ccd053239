import { describe, expect, it } from 'vitest';

import { ALL_WORDINGS } from './languages.ts';
import { reviewBlameless } from './review-blameless.ts';

const rows = ALL_WORDINGS.map(([language, wording]) => [language, wording.bad, wording] as const);

function codes(text: string, language: string): string[] {
  return reviewBlameless([{ path: 'summary.text', text }], { people: [], languages: [language] }).map(
    ({ code }) => code,
  );
}

describe('the tables of wordings', () => {
  it.each(rows)('%s: “%s” is found, and its counterpart is not', (language, bad, { code, good }) => {
    expect(codes(bad, language)).toContain(code);
    expect(codes(good, language)).toEqual([]);
  });

  it('name why and a source in every row', () => {
    for (const [, wording] of ALL_WORDINGS) {
      expect(wording.why).toMatch(/[.?]$/u);
      expect(wording.source).not.toBe('');
    }
  });

  it('begin every pattern with a word or a person, by which it is looked up', () => {
    const begins = ALL_WORDINGS.flatMap(([, { patterns }]) => patterns).map((pattern) =>
      pattern.replace(/^\^ /u, '').replace(/ .*$/u, '').replaceAll(/[[\]]/gu, ''),
    );
    expect(begins.filter((word) => /\?$|^(?:PARTICIPLE|ADV|END|\*|\.\.|\$)$/u.test(word))).toEqual([]);
  });

  it('have patterns without empty words', () => {
    const patterns = ALL_WORDINGS.flatMap(([, wording]) => wording.patterns);
    expect(patterns.filter((pattern) => pattern !== pattern.trim() || /\s{2}|\|\||\s\||\|\s/u.test(pattern))).toEqual(
      [],
    );
  });
});
