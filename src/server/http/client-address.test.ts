import { describe, expect, it } from 'vitest';

import { clientAddress, isLoopback } from './client-address.ts';

describe('clientAddress', () => {
  it('believes nobody without a proxy of our own', () => {
    expect(clientAddress('198.51.100.1', '203.0.113.9', 0)).toBe('198.51.100.1');
  });

  it('takes what the outermost trusted proxy wrote, never what the client claims', () => {
    expect(clientAddress('10.0.0.1', '1.1.1.1, 203.0.113.9', 1)).toBe('203.0.113.9');
    expect(clientAddress('10.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9');
    expect(clientAddress('10.0.0.1', '203.0.113.9', 2)).toBe('203.0.113.9');
    expect(clientAddress('10.0.0.1', null, 1)).toBe('10.0.0.1');
  });
});

describe('isLoopback', () => {
  it.each([
    ['127.0.0.1', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['10.0.0.1', false],
    ['', false],
  ])('knows %j', (address, expected) => {
    expect(isLoopback(address)).toBe(expected);
  });
});
