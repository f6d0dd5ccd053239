import type { RefusalCode, RefusalKind } from '#core/errors';

/** The status of each kind of refusal. */
export const STATUS_OF_KIND = {
  missing: 404,
  invalid: 422,
  forbidden: 403,
  conflict: 409,
  limited: 429,
  unavailable: 503,
} as const satisfies Record<RefusalKind, number>;

/** Refusals that HTTP has a status of its own for. */
export const STATUS_OF_CODE: Partial<Record<RefusalCode, number>> = {
  'request-malformed': 400,
  'sign-in-required': 401,
  'method-not-allowed': 405,
  'body-too-slow': 408,
  'body-too-large': 413,
  'evidence-too-large': 413,
  'evidence-too-heavy': 422,
  'file-too-large': 413,
  'postmortem-too-large': 413,
  'media-type-unsupported': 415,
  'idempotency-key-reused': 422,
  'if-match-missing': 428,
  'revision-stale': 412,
  'unexpected-error': 500,
};
