import { describe, expect, it } from 'vitest';

import { REFUSALS, Refusal, refusal, type RefusalCode } from '#core/errors';

import { asRefusal, problemResponse, statusOf } from './problem-response.ts';
import { STATUS_OF_KIND } from './status-of-refusal.data.ts';

const codes = Object.keys(REFUSALS) as RefusalCode[];

describe('a refusal over HTTP', () => {
  it('has a status of its kind, or one that HTTP has for this very case', () => {
    expect(STATUS_OF_KIND).toEqual({
      missing: 404,
      invalid: 422,
      forbidden: 403,
      conflict: 409,
      limited: 429,
      unavailable: 503,
    });
    expect(statusOf(refusal('sign-in-required', {}))).toBe(401);
    expect(statusOf(refusal('revision-stale', { expected: 1, current: 2 }))).toBe(412);
    expect(statusOf(refusal('if-match-missing', {}))).toBe(428);
  });

  it.each(codes)('is a failure as %s', (code) => {
    const refused = new Refusal(code, 'Because.');
    expect(statusOf(refused)).toBeGreaterThanOrEqual(400);
  });

  it('says when to come back', () => {
    const limited = problemResponse(refusal('too-many-requests', { retryAfterSeconds: 7 }), 'id');
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
    const attempts = problemResponse(refusal('too-many-attempts', { retryAfterSeconds: 30 }), 'id');
    expect([attempts.status, attempts.headers.get('retry-after')]).toEqual([429, '30']);
  });

  it('tells nothing of a fault but the id that the log knows it by', async () => {
    const secret = new Error('connect postgresql://user:password@host');
    const response = problemResponse(asRefusal(secret, 'abc-123'), 'abc-123');
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain('under abc-123');
    expect(text).not.toMatch(/password|stack|\.ts/u);
  });
});
