import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { refuse } from '#core/errors';

import { systemReason } from './system-reason.ts';

/** A login at one server. */
export interface StoredLogin {
  readonly token: string;
  /** Id of the token at the server, to revoke it; absent where the token was made elsewhere. */
  readonly tokenId?: string;
  readonly name: string;
}

/** Logins by the origin of their server. */
export type StoredLogins = Readonly<Record<string, StoredLogin>>;

/** Reads the stored logins; none where there is no file. Refuses `login-unreadable`. */
export function readLogins(path: string): StoredLogins {
  const text = readText(path);
  if (text === undefined) return {};
  const value = parseJson(text);
  if (!isLogins(value)) return refuse('login-unreadable', { path, reason: 'it does not hold what it should' });
  return value.logins;
}

/** Writes the logins whole or not at all, into a file that only its owner may read. */
export function writeLogins(path: string, logins: StoredLogins): void {
  const draft = `${path}.${String(process.pid)}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(draft, `${JSON.stringify({ logins }, null, 2)}\n`, { mode: 0o600, flush: true });
    // A file that was there before kept its own mode.
    chmodSync(draft, 0o600);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    refuse('output-failed', { path, reason: systemReason(error).reason });
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code, reason } = systemReason(error);
    return code === 'ENOENT' ? undefined : refuse('login-unreadable', { path, reason });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isLogins(value: unknown): value is { readonly logins: StoredLogins } {
  const logins = (value as { logins?: unknown } | undefined)?.logins;
  if (typeof logins !== 'object' || logins === null) return false;
  return Object.values(logins).every((login) => typeof (login as Partial<StoredLogin>).token === 'string');
}
