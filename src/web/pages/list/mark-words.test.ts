import { describe, expect, it } from 'vitest';

import { markWords } from './mark-words.ts';

const marked = (text: string, words: string): string =>
  markWords(text, words)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

describe('markWords', () => {
  it.each([
    ['Certificate expired on the gateway', 'certificate gateway', '[Certificate] expired on the [gateway]'],
    ['Certificate expired on the gateway', 'GATE', 'Certificate expired on the [gateway]'],
    ['DNS: gate, gateways', '"gate"', 'DNS: [gate], [gateways]'],
    ['Délai à l’entrée', 'délai', '[Délai] à l’entrée'],
    ['Login failures', 'failures -login', 'Login [failures]'],
    ['Login failures', 'ogin', 'Login failures'],
    ['Login failures', '', 'Login failures'],
    ['', 'login', ''],
  ])('marks in “%s” what “%s” finds', (text, words, expected) => {
    expect(marked(text, words)).toBe(expected);
  });

  it('takes nothing of the text away', () => {
    const text = '  P0 — checkout/api: 5xx (again), 12:05 UTC ';
    expect(
      markWords(text, 'checkout 5xx utc')
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});
