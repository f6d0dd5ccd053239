import { describe, expect, it } from 'vitest';

import { createRateLimiter } from './rate-limit.ts';

const LIMIT = { perSecond: 2, burst: 3 };

describe('createRateLimiter', () => {
  it('lets a burst through, then as many as the bucket fills by', () => {
    let now = 0;
    const take = createRateLimiter(() => now);
    for (let index = 0; index < 3; index += 1) take('a', LIMIT);
    expect(() => take('a', LIMIT)).toThrow('the next is taken in 1 seconds');
    now = 500;
    take('a', LIMIT);
    expect(() => take('a', LIMIT)).toThrow('Too many requests');
    expect(() => take('b', LIMIT)).not.toThrow();
  });

  it('says how long to wait', () => {
    const take = createRateLimiter(() => 0);
    take('a', { perSecond: 0.1, burst: 1 });
    expect(() => take('a', { perSecond: 0.1, burst: 1 })).toThrow('in 10 seconds');
  });

  it('remembers no more than it has to, whoever knocks', () => {
    let now = 0;
    const take = createRateLimiter(() => (now += 1));
    for (let index = 0; index < 30_000; index += 1) take(`address:${index}`, LIMIT);
    for (let index = 0; index < 2; index += 1) take('address:29999', LIMIT);
    expect(() => take('address:29999', LIMIT)).toThrow('Too many requests');
  });
});
