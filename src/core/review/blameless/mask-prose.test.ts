import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { maskProse, OPAQUE } from './mask-prose.ts';

describe('maskProse', () => {
  it.each([
    ['code spans', 'The job `forgot to ack` ran.', 'forgot'],
    ['fenced code', 'Before\n\n```\nwe should have\n```\n\nafter', 'should'],
    ['fenced code without an end', '~~~\nwe should have', 'should'],
    ['quotations', 'They wrote "we failed to look" and “we forgot”.', 'failed'],
    ['German quotations', 'Im Bericht steht „menschliches Versagen“.', 'Versagen'],
    ['single quotations', "The button 'forgot to pay' was hidden.", 'forgot'],
    ['block quotes with the lines that continue them', '> It was\nhuman error\n\nafter', 'human'],
    ['lines of a chat', 'ben [9:41 AM] we should have looked', 'should'],
    ['lines of IRC', '12:05 <ben> we should have looked', 'should'],
    ['addresses of links', '[the page](https://example.org/we-forgot)', 'forgot'],
    ['comments', 'text <!-- we should have --> text', 'should'],
  ])('hides %s', (_, text, word) => {
    expect(maskProse(text)).not.toContain(word);
    expect(maskProse(text)).toHaveLength(text.length);
  });

  it('leaves a noun where something is quoted, and nothing where something is marked up', () => {
    expect(maskProse('`a` is **b**')).toBe(`${OPAQUE.repeat(3)} is   b  `);
  });

  it('keeps apostrophes, times of a sentence, and what follows a quotation', () => {
    const text = "At 12:05 the engineers' team didn't look; “no” was the answer.";
    expect(maskProse(text)).toContain("At 12:05 the engineers' team didn't look;");
    expect(maskProse(text)).toContain('was the answer.');
  });

  it('keeps every character at its place and every line its end', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...('ab `"“”\'\n>*_<!-[](): 1~|😀'.match(/./gsu) ?? [])) }),
        (text) => {
          const masked = maskProse(text);
          expect(masked).toHaveLength(text.length);
          expect(masked.replaceAll(/[^\n]/gu, '')).toBe(text.replaceAll(/[^\n]/gu, ''));
        },
      ),
    );
  });
});
