import { describe, expect, it } from 'vitest';

import { hashPassword, verifyPassword } from './password-hash.ts';

describe('a password', () => {
  it('is kept as argon2id with the cost that OWASP asks for, salted', async () => {
    const [first, second] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
    expect(first).not.toBe(second);
    expect(await verifyPassword(first, 'correct horse')).toBe(true);
    expect(await verifyPassword(first, 'correct horse ')).toBe(false);
  });

  it.each([null, undefined])('of nobody (%s) is never right', async (hash) => {
    expect(await verifyPassword(hash, '')).toBe(false);
  });
});
