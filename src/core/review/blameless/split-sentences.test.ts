import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { splitSentences } from './split-sentences.ts';

function sentences(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

function words(text: string): string[] {
  return splitSentences(text).flatMap(({ tokens }) => tokens.map(({ norm }) => norm));
}

describe('splitSentences', () => {
  it.each([
    ['stops', 'One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    [
      'no stop of an abbreviation',
      'It was slow, e.g. Berlin. Then it was not.',
      ['It was slow, e.g. Berlin.', 'Then it was not.'],
    ],
    ['no stop inside a number or a name', 'Version 1.2.3 of node.js ran.', ['Version 1.2.3 of node.js ran.']],
    ['lines that are wrapped', 'One line\ngoes on. Two', ['One line\ngoes on.', 'Two']],
    ['items of a list', '- one\n- two', ['- one', '- two']],
    ['paragraphs and cells', 'a\n\nb | c', ['a', 'b |', 'c']],
  ])('knows %s', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('takes contractions apart', () => {
    expect(words("We didn’t; they should've. Bob's can't, won't.")).toEqual(
      "we did not ; they should have . bob 's can not , will not .".split(' '),
    );
  });

  it('keeps handles, versions and words with hyphens together', () => {
    expect(words('@ana ran on-call v1.2')).toEqual(['@ana', 'ran', 'on-call', 'v1.2']);
  });

  it('gives every token the place where it is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aB'’n t.,!|\n-*1 é".split('')) }), (text) => {
        for (const { tokens } of splitSentences(text)) {
          for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
        }
      }),
    );
  });
});
