import { describe, expect, it } from 'vitest';

import { strokeOf, worksWhileTyping } from './key-strokes.ts';

const press = (key: string, held: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});

describe('strokeOf', () => {
  it('writes Control and Command as one key', () => {
    expect(strokeOf(press('k', { ctrlKey: true }))).toBe('mod+k');
    expect(strokeOf(press('k', { metaKey: true }))).toBe('mod+k');
  });

  it('tells a letter with Shift from the letter alone', () => {
    expect(strokeOf(press('N', { shiftKey: true }))).toBe('shift+n');
    expect(strokeOf(press('n'))).toBe('n');
  });

  it('writes a sign as it is, however the keyboard makes it', () => {
    expect(strokeOf(press('?', { shiftKey: true }))).toBe('?');
    expect(strokeOf(press('/'))).toBe('/');
  });

  it('names keys without a letter', () => {
    expect(strokeOf(press('ArrowUp', { altKey: true }))).toBe('alt+arrowup');
    expect(strokeOf(press('Enter', { ctrlKey: true, shiftKey: true }))).toBe('mod+shift+enter');
    expect(strokeOf(press(' '))).toBe('space');
  });
});

describe('worksWhileTyping', () => {
  it('holds back what would be typed', () => {
    expect(['j', '/', 'g h', 'shift+n', 'enter'].filter(worksWhileTyping)).toEqual([]);
    expect(['mod+k', 'alt+arrowup', 'escape'].every(worksWhileTyping)).toBe(true);
  });
});
