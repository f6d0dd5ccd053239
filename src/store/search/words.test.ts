import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { stemOf, wordsOf } from './words.ts';

const forms = (text: string) => wordsOf(text).map((word) => word.forms.join('/'));

describe('words', () => {
  it.each([
    ['Rolled back checkout-api to v2.41', ['rolled', 'back', 'checkout', 'api', 'to', 'v2', '41']],
    ['Störung im Café', ['storung', 'im', 'cafe']],
    ['OutOfMemoryError', ['outofmemoryerror/out/of/memory/error']],
    ['東京で失敗', ['東京', '京で', 'で失', '失敗']],
    ['障', ['障']],
    ['v2の障害', ['v2', 'の障', '障害']],
    ['서버 장애', ['서버', '장애']],
    ['«Привет», мир!', ['привет', 'мир']],
    ['', []],
    ['— … !', []],
  ])('of %j', (text, expected) => {
    expect(forms(text)).toEqual(expected);
  });

  it('stand where they are found', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { start, end, forms: all } of wordsOf(text)) {
          expect(start).toBeLessThan(end);
          expect(all.length).toBeGreaterThan(0);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it.each([
    ['connection', 'connections'],
    ['connection', 'connected'],
    ['deploy', 'deployment'],
    ['deploy', 'deploys'],
    ['cache', 'caching'],
    ['run', 'running'],
    ['query', 'queries'],
    ['fail', 'failure'],
    ['fail', 'failed'],
    ['process', 'processes'],
    ['migrate', 'migration'],
  ])('%s and %s have the same stem', (one, other) => {
    expect(stemOf(other) ?? other).toBe(stemOf(one) ?? one);
  });

  it('of other languages and short ones have no stem of their own', () => {
    for (const word of ['störung', 'привет', 'bus', 'api', 'v41']) expect(stemOf(word)).toBeUndefined();
  });
});
