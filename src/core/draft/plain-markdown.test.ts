import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';

import { plainMarkdown } from './plain-markdown.ts';

/** What a reader of the Markdown sees, if it is nothing but one paragraph of text. */
function readText(markdown: string): string | undefined {
  const [block, ...more] = fromMarkdown(markdown).children;
  if (more.length > 0 || block?.type !== 'paragraph') return undefined;
  const [text, ...rest] = block.children;
  return rest.length === 0 && text?.type === 'text' ? text.value : undefined;
}

describe('plainMarkdown', () => {
  it.each([
    ['HikariPool-1 - Connection is not available', 'HikariPool-1 - Connection is not available'],
    ['took <*> ms', 'took \\<\\*> ms'],
    ['<!-- hidden -->', '\\<!-- hidden -->'],
    ['# not a heading', '\\# not a heading'],
    ['1. not a list', '1\\. not a list'],
    ['max_pool_size _now_', 'max_pool_size \\_now\\_'],
  ])('writes %s so that it reads the same', (text, markdown) => {
    expect(plainMarkdown(text)).toBe(markdown);
    expect(readText(markdown)).toBe(text);
  });

  it('makes one paragraph that reads as the text does, of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('#*_`<>[]()!&;~|\\-+=.1a: /h')) }), (text) => {
        const seen = readText(plainMarkdown(text) ?? '-') ?? '';
        expect(seen.replace(/\s+/gu, ' ')).toBe(text.trim().replace(/\s+/gu, ' '));
      }),
      { numRuns: 2000 },
    );
  });

  it('cuts what no row has room for', () => {
    const cut = plainMarkdown('x'.repeat(5000));
    expect(cut).toHaveLength(300);
    expect(cut).toMatch(/…$/u);
  });

  it('has nothing to say about blanks', () => {
    expect(plainMarkdown(' \r\n\t ')).toBeUndefined();
  });
});
