import { describe, expect, it } from 'vitest';

import { checkServer, openExternal, showUrl } from './open-external.ts';

describe('an address', () => {
  it('is shown without what is secret in it', () => {
    const url = 'postgresql://app:s3cret@db.example:6432/notes?password=s3cret&sslmode=require';
    expect(showUrl(url)).toBe('postgresql://app@db.example:6432/notes');
  });

  it.each([
    ['nonsense s3cret', 'it is not an address'],
    ['mysql://app:s3cret@db.example/notes', 'it starts with "mysql:"'],
  ])('is refused when it is %s, and not repeated', async (url, reason) => {
    await expect(openExternal(url, 1)).rejects.toThrow(
      `DATABASE_URL is not the address of a PostgreSQL database: ${reason}.`,
    );
  });

  it('where nobody answers is refused with the reason and without the password', async () => {
    const failure = await openExternal('postgresql://app:s3cret@127.0.0.1:1/notes', 1).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'database-unreachable',
      message: 'The database at postgresql://app@127.0.0.1:1/notes cannot be opened: connect ECONNREFUSED 127.0.0.1:1.',
    });
    expect(JSON.stringify(failure)).not.toContain('s3cret');
  });
});

describe('a server', () => {
  const url = 'postgresql://db.example/notes';
  const good = { version: '15.4', number: 150_004, encoding: 'UTF8' };

  it('of version 15 or newer will do', () => {
    expect(() => checkServer(good, url)).not.toThrow();
  });

  it('that is older is refused with its version', () => {
    expect(() => checkServer({ ...good, version: '14.9', number: 140_009 }, url)).toThrow(
      'The database at postgresql://db.example/notes cannot be used: it is PostgreSQL 14.9, and 15 is the oldest that will do.',
    );
  });
});
