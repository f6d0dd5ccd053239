import { join } from 'node:path';

/** What decides where programs of this system keep their data. */
export interface DataPlace {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly xdgDataHome: string | undefined;
  readonly localAppData: string | undefined;
}

/** Where the server keeps its data if nobody says otherwise, by the convention of the operating system. */
export function dataDirectory(place: DataPlace): string {
  const { home, localAppData, platform, xdgDataHome } = place;
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'nevertwice');
  if (platform === 'win32') return join(localAppData ?? join(home, 'AppData', 'Local'), 'nevertwice');
  return join(xdgDataHome ?? join(home, '.local', 'share'), 'nevertwice');
}
