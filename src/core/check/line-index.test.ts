import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { indexLines } from './line-index.ts';

describe('the lines of a document', () => {
  it('count from 1, columns in UTF-16 units', () => {
    const lines = indexLines('one\r\ntwo 😀 x\rthree');
    expect(lines.region({ start: 5, end: 8 })).toEqual({ line: 2, column: 1, endLine: 2, endColumn: 4 });
    expect(lines.region({ start: 12, end: 13 })).toEqual({ line: 2, column: 8, endLine: 2, endColumn: 9 });
    expect(lines.text(2)).toBe('two 😀 x');
    expect(lines.count).toBe(3);
  });

  it('have none behind the final line break', () => {
    expect(indexLines('one\n').count).toBe(1);
    expect(indexLines('').count).toBe(1);
  });

  it('find every character again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '\r\n') }), fc.nat(50), (source, at) => {
        const offset = Math.min(at, Math.max(0, source.length - 1));
        const { column, line } = indexLines(source).region({ start: offset, end: offset });
        const before = source.slice(0, offset).split(/\r\n|\r|\n/u);
        const isBetween = source[offset] === '\n' && source[offset - 1] === '\r';
        if (!isBetween) expect([line, column]).toEqual([before.length, (before.at(-1)?.length ?? 0) + 1]);
      }),
    );
  });
});
