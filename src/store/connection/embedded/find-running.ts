import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';

import { databaseUrl } from './address.ts';
import { readPidFile } from './postmaster.ts';
import { isRunning } from './process-identity.ts';

/**
 * Address of the embedded server that another process runs on that directory right now; undefined where none runs. Only
 * for whoever may read the directory.
 */
export async function findRunning(directory: string): Promise<string | undefined> {
  const data = await realpath(join(directory, 'postgres')).catch(() => undefined);
  if (data === undefined) return undefined;
  // As PostgreSQL documents its pid file: process, data, start, port, socket directory, address, memory key, state.
  const [pid, , , port, socketDirectory = '', , , state] = await readPidFile({ data });
  if (state?.trim() !== 'ready' || !isRunning(Number(pid))) return undefined;
  if (socketDirectory.trim() !== '') return databaseUrl({ kind: 'socket', directory: socketDirectory.trim() });
  const passwordFile = join(directory, 'postgres-password');
  const password = (await readFile(passwordFile, 'utf8')).trim();
  return databaseUrl({ kind: 'port', port: Number(port), password, passwordFile });
}
