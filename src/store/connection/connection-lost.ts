/** What the system says about a connection that cannot be made or has ended. */
const SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** What the server says when it goes down, was interrupted or is not up yet. */
const SERVER_CODES = new Set(['57P01', '57P02', '57P03']);

/** Errors that end a connection, whatever their code: no database to connect to, too many connections, no way in. */
const ENDING = /^(?:FATAL|PANIC)$/u;

/** What the driver says; it gives these no code. */
const DRIVER_MESSAGES =
  /^Connection terminated|^timeout e(?:xceeded when trying to connect|xpired)|^Client has encountered a connection error/u;

/**
 * Whether a query failed because the database was away, and not because of what was asked. The embedded server is started
 * again within seconds; a write that failed like this may or may not have happened.
 */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isConnectionLost);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const system =
    SYSTEM_CODES.has(code) && 'syscall' in error && /^(?:connect|read|write)$/u.test(String(error.syscall));
  if ('severity' in error && ENDING.test(String(error.severity))) return true;
  return system || SERVER_CODES.has(code) || /^08...$/u.test(code) || DRIVER_MESSAGES.test(error.message);
}
