import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { textChanges } from './text-changes.ts';

function applied(old: string, next: string): string {
  return textChanges(old, next).reduce(
    (text, { at, remove, insert }) => text.slice(0, at) + insert + text.slice(at + remove),
    old,
  );
}

const lines = fc
  .array(fc.constantFrom('alpha', 'beta', 'beta 👩‍🚒', 'gamma\ud83d\udd25', '', 'a', 'ab'), { maxLength: 12 })
  .map((parts) => parts.join('\n'));

describe('changes of a text', () => {
  it('make the new text out of the old one', () => {
    fc.assert(
      fc.property(lines, lines, (old, next) => {
        expect(applied(old, next)).toBe(next);
      }),
      { numRuns: 500 },
    );
  });

  it('touch only what differs', () => {
    const old = 'one\ntwo\nthree\nfour';
    expect(textChanges(old, 'one\nTwo\nthree\nfour!')).toEqual([
      { at: 18, remove: 0, insert: '!' },
      { at: 4, remove: 1, insert: 'T' },
    ]);
    expect(textChanges(old, old)).toEqual([]);
  });

  it('never part a character', () => {
    expect(textChanges('a 🔥 b', 'a 🔦 b')).toEqual([{ at: 2, remove: 2, insert: '🔦' }]);
  });

  it('replace the middle of a text that is new from top to bottom', () => {
    const old = Array.from({ length: 1000 }, (_, index) => `old ${index}`).join('\n');
    const next = Array.from({ length: 1000 }, (_, index) => `new ${index}`).join('\n');
    expect(textChanges(old, next)).toHaveLength(1);
    expect(applied(old, next)).toBe(next);
  });
});
