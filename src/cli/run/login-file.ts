import { homedir } from 'node:os';
import { join } from 'node:path';

import type { ClientEnvironment } from '../environment.ts';

/** What decides where programs of this system keep their settings. */
export interface ConfigPlace extends Pick<ClientEnvironment, 'xdgConfigHome' | 'appData'> {
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

/** File that logins are stored in, by the convention of the operating system. */
export function loginFile(place: ConfigPlace): string {
  return join(configDirectory(place), 'logins.json');
}

/** The same on this machine. */
export function ownLoginFile(environment: ClientEnvironment): string {
  return loginFile({ ...environment, platform: process.platform, home: homedir() });
}

function configDirectory({ appData, home, platform, xdgConfigHome }: ConfigPlace): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'nevertwice');
  if (platform === 'win32') return join(appData ?? join(home, 'AppData', 'Roaming'), 'nevertwice');
  return join(xdgConfigHome ?? join(home, '.config'), 'nevertwice');
}
