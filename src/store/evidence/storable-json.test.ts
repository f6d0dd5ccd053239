import { describe, expect, it } from 'vitest';

import { storableJson } from './storable-json.ts';

describe('storableJson', () => {
  it.each([
    ['a\0b', 'a\uFFFDb'],
    ['\ud800', '\uFFFD'],
    ['\\u0000', '\\u0000'],
    ['\\\0', '\\\uFFFD'],
    ['🦓 \\ "', '🦓 \\ "'],
  ])('keeps %j as %j', (text, kept) => {
    expect(JSON.parse(storableJson({ [text]: [text] }))).toEqual({ [kept]: [kept] });
  });
});
