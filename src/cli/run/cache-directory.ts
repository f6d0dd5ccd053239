import { homedir, platform } from 'node:os';
import { join } from 'node:path';

import { readCacheEnvironment } from '../environment.ts';

/** Where maps of logs are kept between runs, by the convention of the operating system. They can be deleted at any time. */
export function logMapDirectory(): string {
  const { xdgCacheHome, localAppData } = readCacheEnvironment();
  const system = platform();
  if (system === 'darwin') return join(homedir(), 'Library', 'Caches', 'nevertwice', 'log-maps');
  if (system === 'win32') return join(localAppData ?? join(homedir(), 'AppData', 'Local'), 'nevertwice', 'log-maps');
  return join(xdgCacheHome ?? join(homedir(), '.cache'), 'nevertwice', 'log-maps');
}
