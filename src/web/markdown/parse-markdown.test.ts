import { describe, expect, it } from 'vitest';

import { parseMarkdown } from './parse-markdown.ts';

describe('parseMarkdown', () => {
  it('reads what people write', () => {
    expect(parseMarkdown('> > quoted\n\n- a list').children.map(({ type }) => type)).toEqual(['blockquote', 'list']);
  });

  it('shows what is nested without end as it is written, at once', () => {
    const text = `first\n${'>'.repeat(60_000)} last`;
    expect(parseMarkdown(text).children).toEqual([{ type: 'code', value: text }]);
  });

  it('shows very long pieces as they are written', () => {
    const text = '*word* '.repeat(60_000);
    expect(parseMarkdown(text).children).toEqual([{ type: 'code', value: text }]);
  });
});
