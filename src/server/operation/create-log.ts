import { pino, stdSerializers } from 'pino';

import type { AppLog } from '#app/context';

/** How much is told: `warn` tells what somebody should look at, `info` every request, too. */
export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/** A log that knows its level. */
export interface ServerLog extends AppLog {
  debug(facts: object, message: string): void;
}

/** What may hold a secret, wherever a caller puts it. */
const SECRETS = ['password', 'secret', 'token', 'cookie', 'authorization', 'csrfToken', 'databaseUrl'];

/** One line of JSON for each event, on standard output; secrets are left out by name. */
export function createLog(level: LogLevel, write?: (line: string) => void): ServerLog {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: stdSerializers.err },
    redact: { paths: [...SECRETS, ...SECRETS.map((name) => `*.${name}`)], censor: '[left out]' },
  };
  return write === undefined ? pino(options) : pino(options, { write });
}
