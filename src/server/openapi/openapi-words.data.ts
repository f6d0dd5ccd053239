/** What the document says before it comes to the single operations. */
export const OPENAPI_INTRODUCTION = [
  'Create, read, change, search and export post-mortems and the evidence behind them.',
  '',
  '**Signing in.** Programs send an API token: `Authorization: Bearer nvt_…`. Browsers use the session cookie and send',
  '`X-CSRF-Token` with every write.',
  '',
  '**Changing.** What has a revision is read with an `ETag` and changed with `If-Match`. Without it the answer is 428; with',
  'an older one 412, and `current` tells the revision there is now.',
  '',
  '**Repeating.** A create takes an `Idempotency-Key`. Whoever repeats the request with the same key within 24 hours gets',
  'the first answer again, and nothing is created twice.',
  '',
  '**Lists.** `limit` and `cursor`; `nextCursor` is null on the last page. A filter with several values repeats its name:',
  '`?status=draft&status=in-review`. Unknown parameters are refused.',
  '',
  '**Problems.** Everything but success is `application/problem+json` (RFC 9457): `code` is stable, `detail` says what',
  'happened, `help` says what to do.',
].join('\n');

/** Groups of operations, in their order. */
export const OPENAPI_TAGS = [
  { name: 'Post-mortems', description: 'Documents, their timelines and actions, their history' },
  { name: 'Evidence', description: 'What happened, as the systems wrote it down' },
  { name: 'Workspace', description: 'Search, actions, settings, the audit trail, changes as they happen' },
  { name: 'Accounts', description: 'Signing in, people, invitations, API tokens' },
];

/** Headers that several operations take. */
export const OPENAPI_PARAMETERS = {
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'ETag of the revision that the change is based on, as `"7"`; `*` for any',
    schema: { type: 'string' },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'A new UUID for each thing to create, the same one to repeat a request',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
} as const;

/** Ways to say who one is. */
export const OPENAPI_SECURITY = {
  token: { type: 'http', scheme: 'bearer', description: 'An API token, made under Settings' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-nevertwice',
    description: 'The session of a browser (`nevertwice` without https); writes also send `X-CSRF-Token`',
  },
} as const;
