import { describe, expect, it } from 'vitest';

import { requireSize } from './require-size.ts';

describe('requireSize', () => {
  it('takes a long document with a long timeline', () => {
    const document = '| 12:05 | rolled back api, which took longer than it has to |\n'.repeat(25_000);
    expect(() => requireSize('a.md', document)).not.toThrow();
    expect(() => requireSize('a', { summary: { text: document } })).not.toThrow();
  });

  it.each([
    ['a\n\n'.repeat(20_000), '60,000 characters in 40,001 lines'],
    ['\r'.repeat(30_000), '30,000 characters in 30,001 lines'],
    ['a'.repeat(2_000_001), '2,000,001 characters in 1 lines'],
  ])('refuses what would keep everybody waiting', (text, size) => {
    expect(() => requireSize('a.md', text)).toThrow(
      expect.objectContaining({ params: expect.objectContaining({ size }) }),
    );
    expect(() => requireSize('a', { text })).toThrow(expect.objectContaining({ code: 'postmortem-too-large' }));
  });
});
