import { describe, expect, it } from 'vitest';

import { firstSentences, plainText } from './plain-text.ts';

describe('plain text', () => {
  it.each([
    ['The **pool** was _full_.', 'The pool was full.'],
    ['See [the graph](https://example.com/a_b).', 'See the graph.'],
    ['# Head\n\n- one\n- two', 'Head one two'],
    ['`a_b` and snake_case', 'a_b and snake_case'],
    ['<!-- hint -->text<br>more', 'text more'],
    ['1\\. not a list', '1. not a list'],
    ['```sh\nkubectl get\n```', 'kubectl get'],
  ])('of %j', (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });

  it('is cut behind a sentence, or between words', () => {
    expect(firstSentences('One two. Three four. Five', 22)).toBe('One two. Three four.');
    expect(firstSentences('One two three four', 10)).toBe('One two…');
    expect(firstSentences('Short.', 10)).toBe('Short.');
  });
});
