import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Files that belong to the project: what git knows and what it would add. Paths are relative to the root. */
export function projectFiles(): readonly string[] {
  const listing = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return listing.split('\0').filter((path) => path !== '' && existsSync(path));
}
