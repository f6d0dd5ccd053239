import { describe, expect, it } from 'vitest';

import { indexLines } from './line-index.ts';
import { suppressionsIn } from './suppressions.ts';

const scopes = (source: string): unknown[] =>
  suppressionsIn(source, indexLines(source)).map(({ codes, from, reason, to }) => [codes.join(' '), reason, from, to]);

describe('suppressions', () => {
  it('are about their own line where something else stands on it', () => {
    expect(
      scopes('One.\nThe vendor called it human error. <!-- nevertwice-ignore blame-human-error: their words -->\nTwo.'),
    ).toEqual([['blame-human-error', 'their words', 2, 2]]);
  });

  it('are about the block below where they stand alone', () => {
    expect(scopes('<!-- nevertwice-ignore a-b: why -->\n\nfirst\nsecond\n\nthird')).toEqual([['a-b', 'why', 3, 4]]);
  });

  it('are about the whole section where a heading stands below', () => {
    const source = '<!-- nevertwice-ignore a-b: why -->\n## One\n\ntext\n\n### Deeper\n\ntext\n\n## Two\n\ntext\n';
    expect(scopes(source)).toEqual([['a-b', 'why', 2, 9]]);
  });

  it('are about the whole document where they say so', () => {
    expect(scopes('text\n<!-- nevertwice-ignore-document a-b, c-d: imported as it was -->')).toEqual([
      ['a-b c-d', 'imported as it was', 1, Number.POSITIVE_INFINITY],
    ]);
  });

  it('have no reason where they give none', () => {
    expect(scopes('text <!-- nevertwice-ignore a-b -->')).toEqual([['a-b', undefined, 1, 1]]);
    expect(scopes('text <!-- nevertwice-ignore a-b:  -->')).toEqual([['a-b', undefined, 1, 1]]);
  });

  it('may go over several lines, with any line ends', () => {
    expect(scopes('<!-- nevertwice-ignore\r\n  a-b: a reason\r\n  in two lines -->\r\ntext\r\n')).toEqual([
      ['a-b', 'a reason\r\n  in two lines', 4, 4],
    ]);
  });

  it('are code in code blocks', () => {
    expect(scopes('```md\n<!-- nevertwice-ignore a-b: why -->\n```\n')).toEqual([]);
    expect(scopes('~~~~\n~~~\n<!-- nevertwice-ignore a-b: why -->\n~~~~\n')).toEqual([]);
  });
});
