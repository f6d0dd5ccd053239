import { ACCOUNT_REFUSALS } from './account-refusals.data.ts';
import { CLIENT_REFUSALS } from './client-refusals.data.ts';
import type { Finding, Place } from './finding.ts';
import { POSTMORTEM_REFUSALS } from './postmortem-refusals.data.ts';
import { type RefusalKind, type RefusalRule, rule } from './refusal-rule.ts';

/**
 * Every request that can be refused, once. `docs/reference/errors.md` is this table, held equal by a test.
 * Messages state the offending value, helps state the next step.
 */
export const REFUSALS = {
  'path-missing': rule(
    'missing',
    (p: { path: string }) => `There is no file or directory "${p.path}".`,
    'Check the spelling and the current directory.',
  ),
  'path-unreadable': rule(
    'forbidden',
    (p: { path: string; reason: string }) => `"${p.path}" cannot be read: ${p.reason}.`,
    'Check the permissions of the file and of the directories above it.',
  ),
  'path-not-a-file': rule(
    'invalid',
    (p: { path: string }) => `"${p.path}" is a directory where a file is expected.`,
    'Name one file.',
  ),
  'file-too-large': rule(
    'limited',
    (p: { path: string; size: string; limit: string }) =>
      `"${p.path}" has ${p.size}, more than the ${p.limit} that are read at once.`,
    'Cut the file to the time of the incident, for example with grep or split, and read the part.',
  ),
  'file-binary': rule(
    'limited',
    (p: { path: string; what: string }) => `"${p.path}" is not text: it looks like ${p.what}.`,
    'Export it as text, or unpack it first.',
  ),
  'nothing-read': rule(
    'missing',
    (p: { paths: string }) => `No dated facts were found in ${p.paths}.`,
    'See the findings above for each file; "nevertwice draft --help" lists what can be read.',
  ),
  'no-input': rule(
    'invalid',
    (p: { command: string }) => `"nevertwice ${p.command}" was given nothing to read.`,
    'Name files or directories, or "-" for standard input.',
  ),
  'output-exists': rule(
    'conflict',
    (p: { path: string }) => `"${p.path}" exists already and was left as it is.`,
    'Choose another file with --output, or replace it with --force.',
  ),
  'output-failed': rule(
    'unavailable',
    (p: { path: string; reason: string }) => `"${p.path}" cannot be written: ${p.reason}. Nothing was changed.`,
    'Choose another place with --output.',
  ),
  'encoding-limited': rule(
    'limited',
    (p: { path: string; encoding: string }) =>
      `"${p.path}" was not changed: its bytes, read as ${p.encoding}, could not be written back exactly.`,
    'Save it as UTF-8 in an editor and run the command again.',
  ),
  'dialect-unknown': rule(
    'invalid',
    (p: { id: string; known: string }) => `There is no template "${p.id}"; known here: ${p.known}.`,
    'Use one of them, or name the file of your own under "dialects" in nevertwice.yaml.',
  ),
  'template-faulty': rule(
    'invalid',
    (p: { id: string; place: string; fault: string }) =>
      `The template "${p.id}" cannot be used: ${p.fault} It stands at ${p.place}.`,
    'Correct it there; docs/guide/own-template.md shows whole examples.',
  ),
  'rule-unknown': rule(
    'invalid',
    (p: { code: string; nearest: string }) =>
      `There is no rule "${p.code}"${p.nearest === '' ? '' : `; near it are ${p.nearest}`}.`,
    'Run "nevertwice check --explain" for the list of all rules.',
  ),
  'option-invalid': rule(
    'invalid',
    (p: { option: string; value: string; expected: string }) =>
      `${p.option} does not understand "${p.value}": it takes ${p.expected}.`,
    'See the examples in --help.',
  ),
  'options-conflict': rule(
    'invalid',
    (p: { first: string; second: string; reason: string }) =>
      `${p.first} and ${p.second} do not go together: ${p.reason}.`,
    'Leave one of them out.',
  ),
  'window-reversed': rule(
    'invalid',
    (p: { from: string; to: string }) => `The window ends at ${p.to}, before it starts at ${p.from}.`,
    'Exchange --from and --to.',
  ),
  usage: rule(
    'invalid',
    (p: { message: string }) => p.message,
    'Run the command with --help for its options and examples.',
  ),
  'repository-missing': rule(
    'missing',
    (p: { path: string; reason: string }) => `"${p.path}" is not a git repository that can be read: ${p.reason}.`,
    'Give --repo the directory of a clone.',
  ),
  'git-unavailable': rule(
    'unavailable',
    (p: { reason: string }) => `The history cannot be read because git cannot be run: ${p.reason}.`,
    'Install git, or save the output of "git log" into a file and name that file.',
  ),
  'examples-missing': rule(
    'missing',
    (p: { path: string }) => `The example incident is not at "${p.path}".`,
    'Install the whole package, or clone the repository.',
  ),
  'embedded-unavailable': rule(
    'unavailable',
    (p: { platform: string; reason: string }) => `The embedded database cannot run on ${p.platform}: ${p.reason}.`,
    'Set DATABASE_URL to a PostgreSQL server, version 15 or newer.',
  ),
  'data-directory-held': rule(
    'conflict',
    (p: { path: string; holder: string }) => `The data directory "${p.path}" is in use by ${p.holder}.`,
    'Stop that server first, or choose another data directory.',
  ),
  'data-directory-unusable': rule(
    'unavailable',
    (p: { path: string; reason: string }) => `The data directory "${p.path}" cannot be used: ${p.reason}.`,
    'Check its permissions and the free space of its disk, or choose another data directory.',
  ),
  'database-version': rule(
    'conflict',
    (p: { path: string; found: string; wanted: string }) =>
      `The data in "${p.path}" was written by PostgreSQL ${p.found}, and this Nevertwice runs PostgreSQL ${p.wanted}. Nothing was changed.`,
    'Write it out with "nevertwice backup FILE" of the Nevertwice that made it, and read it into a new data directory with "nevertwice restore FILE" of this one.',
  ),
  'database-start': rule(
    'unavailable',
    (p: { path: string; reason: string }) => `The embedded database in "${p.path}" does not start: ${p.reason}.`,
    'The file postgres.log in the data directory says more.',
  ),
  'database-url-invalid': rule(
    'invalid',
    (p: { reason: string }) => `DATABASE_URL is not the address of a PostgreSQL database: ${p.reason}.`,
    'Write it as postgresql://user:password@host:5432/database.',
  ),
  'database-unreachable': rule(
    'unavailable',
    (p: { url: string; reason: string }) => `The database at ${p.url} cannot be opened: ${p.reason}.`,
    'Check the address and the credentials, and that the server is running.',
  ),
  'database-unsuitable': rule(
    'conflict',
    (p: { url: string; reason: string }) => `The database at ${p.url} cannot be used: ${p.reason}.`,
    'Use PostgreSQL 15 or newer with a database in UTF8, or leave DATABASE_URL out to use the embedded one.',
  ),
  'route-missing': rule(
    'missing',
    (p: { method: string; path: string }) => `There is no ${p.method} ${p.path}.`,
    'The page /reference lists everything the API answers.',
  ),
  'method-not-allowed': rule(
    'invalid',
    (p: { method: string; path: string; allowed: string }) => `${p.path} does not answer ${p.method}.`,
    'Use a method of the "Allow" header of this answer.',
  ),
  'request-malformed': rule(
    'invalid',
    (p: { reason: string }) => `The request cannot be read: ${p.reason}.`,
    'Compare it with the example on the page /reference.',
  ),
  'request-invalid': rule(
    'invalid',
    (p: { first: string; errors: readonly { readonly path: string; readonly message: string }[] }) =>
      `The request does not fit what the API takes: ${p.first}.`,
    'Correct the values listed under "errors"; the page /reference says what each may be.',
  ),
  'media-type-unsupported': rule(
    'invalid',
    (p: { given: string; expected: string }) => `The body is sent as "${p.given}" where ${p.expected} is expected.`,
    'Set the "Content-Type" header to what is expected.',
  ),
  'sign-in-required': rule(
    'forbidden',
    () => 'This is for people who are signed in.',
    'Sign in, or send an API token as "Authorization: Bearer".',
  ),
  'permission-missing': rule(
    'forbidden',
    (p: { permission: string; role: string }) => `Your role "${p.role}" does not include "${p.permission}".`,
    'Ask an admin of the workspace for a role that includes it.',
  ),
  'scope-missing': rule(
    'forbidden',
    (p: { needed: string }) => `The API token in use does not cover ${p.needed}.`,
    'Use a token with a wider scope, or sign in.',
  ),
  'if-match-missing': rule(
    'conflict',
    () => 'This change does not say which revision it is based on.',
    'Read it first and send its ETag back as "If-Match".',
  ),
  'idempotency-key-invalid': rule(
    'invalid',
    (p: { key: string }) => `"${p.key}" cannot be an idempotency key: it takes 1 to 200 visible ASCII characters.`,
    'Use a UUID for each thing that is created.',
  ),
  'idempotency-key-reused': rule(
    'conflict',
    (p: { key: string }) => `The idempotency key "${p.key}" was used for another request before.`,
    'Use a new key for a new request, and the same key only to repeat one.',
  ),
  'idempotency-in-progress': rule(
    'conflict',
    (p: { key: string }) => `A request with the idempotency key "${p.key}" is still being worked on.`,
    'Wait a second and repeat the request.',
  ),
  'body-too-large': rule(
    'limited',
    (p: { limit: string }) => `The body is larger than the ${p.limit} that this request takes.`,
    'Send less at once; evidence can be cut to the time of the incident.',
  ),
  'body-too-slow': rule(
    'limited',
    (p: { seconds: number }) => `No more of the body arrived for ${p.seconds} seconds.`,
    'Check the connection and send the request again.',
  ),
  'too-many-requests': rule(
    'limited',
    (p: { retryAfterSeconds: number }) =>
      `Too many requests came from here; the next is taken in ${p.retryAfterSeconds} seconds.`,
    'Wait that long. The "Retry-After" header says it, too.',
  ),
  'database-away': rule(
    'unavailable',
    () => 'The database is away for the moment.',
    'Repeat the request in a few seconds. Whether a change was made before can be seen by reading it again.',
  ),
  'server-starting': rule('unavailable', () => 'The server is starting.', 'Repeat the request in a few seconds.'),
  'server-stopping': rule('unavailable', () => 'The server is stopping.', 'Repeat the request in a few seconds.'),
  'unexpected-error': rule(
    'unavailable',
    (p: { id: string }) => `The server could not answer because of a fault of its own. Its log tells it under ${p.id}.`,
    'Try again; if it stays, send that id to whoever runs the server.',
  ),
  'port-taken': rule(
    'conflict',
    (p: { host: string; port: number }) => `Port ${p.port} of ${p.host} is in use by another program.`,
    'Choose another with --port, or leave --port out to take the next free one.',
  ),
  'address-unusable': rule(
    'unavailable',
    (p: { host: string; port: number; reason: string }) =>
      `The server cannot listen on ${p.host}:${p.port}: ${p.reason}.`,
    'Choose another address with --host and --port.',
  ),
  'evidence-missing': rule(
    'missing',
    (p: { id: string }) => `There is no evidence "${p.id}" that you may use here.`,
    'Upload it first, or ask whoever brought it to add it to the post-mortem.',
  ),
  'evidence-too-large': rule(
    'limited',
    (p: { size: string; limit: string }) =>
      `The evidence has ${p.size} in all, more than the ${p.limit} that are read together.`,
    'Leave out what does not cover the incident, or cut large logs to its time.',
  ),
  'evidence-too-heavy': rule(
    'limited',
    (p: { limit: string }) => `The evidence could not be read within ${p.limit}.`,
    'Cut large files to the time of the incident; nothing was changed.',
  ),
  'image-unsuitable': rule(
    'invalid',
    (p: { name: string; reason: string }) => `"${p.name}" cannot be attached as an image: ${p.reason}.`,
    'Save it as PNG, JPEG, GIF or WebP.',
  ),
  'image-missing': rule(
    'missing',
    (p: { id: string }) => `This post-mortem has no image "${p.id}".`,
    'Attach it again.',
  ),
  'backup-unreadable': rule(
    'invalid',
    (p: { file: string; reason: string }) => `"${p.file}" cannot be restored: ${p.reason}. Nothing was changed.`,
    'Use a file that "nevertwice backup" wrote, in full.',
  ),
  'backup-newer': rule(
    'conflict',
    (p: { file: string; migration: string }) =>
      `"${p.file}" was written by a newer version of the program: it has "${p.migration}". Nothing was changed.`,
    'Restore it with that version or a later one.',
  ),
  'backup-older': rule(
    'conflict',
    (p: { file: string; migration: string }) =>
      `"${p.file}" was written by an older version of the program: it lacks "${p.migration}". Nothing was changed.`,
    'Restore it with the version that wrote it into an empty data directory, and start this version on that.',
  ),
  'restore-not-empty': rule(
    'conflict',
    (p: { file: string }) => `The database has post-mortems already, and "${p.file}" would take their place.`,
    'Make a backup of it first; then repeat the command with --replace.',
  ),
  interrupted: rule(
    'conflict',
    (p: { during: string }) => `Stopped while ${p.during}. Nothing was written.`,
    'Run the command again, or add --yes to take the best suggestions without questions.',
  ),
  ...ACCOUNT_REFUSALS,
  ...CLIENT_REFUSALS,
  ...POSTMORTEM_REFUSALS,
} as const;

/** Stable code of a refusal. */
export type RefusalCode = keyof typeof REFUSALS;

/** What the message of a refusal needs to know. */
export type RefusalParams<Code extends RefusalCode> = Parameters<(typeof REFUSALS)[Code]['message']>[0];

/** A request that cannot be done. Thrown by {@link refuse}, caught at the edges only. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly kind: RefusalKind;
  readonly help: string;
  /** What the message was filled with, for edges that tell more than a sentence: a current revision, a time to wait. */
  readonly params: object;

  constructor(code: RefusalCode, message: string, params: object = {}) {
    super(message);
    this.code = code;
    this.params = params;
    this.kind = REFUSALS[code].kind;
    this.help = REFUSALS[code].help;
  }

  /** The same facts as a finding, for callers that go on with the rest of their inputs. */
  toFinding(place?: Place): Finding {
    const { code, message, help } = this;
    return { code, severity: 'error', message, help, ...(place && { place }) };
  }
}

/** Makes the refusal with that code; its message is filled from the one table. */
export function refusal<Code extends RefusalCode>(code: Code, params: RefusalParams<Code>): Refusal {
  // The table ties each code to the parameters of its own message; the compiler cannot follow that through an index.
  const { message } = REFUSALS[code] as unknown as RefusalRule<RefusalParams<Code>>;
  return new Refusal(code, message(params), params as object);
}

/** Refuses the request: throws the {@link Refusal} with that code. */
export function refuse<Code extends RefusalCode>(code: Code, params: RefusalParams<Code>): never {
  throw refusal(code, params);
}
