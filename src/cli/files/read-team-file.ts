import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import type { Finding } from '#core/errors';
import { type Dialect, dialects } from '#core/markdown';
import { emptyTeamSettings, readTeamFile, type TeamSettings } from '#core/team-file';

import { readDocument } from './read-document.ts';

/** What a team has settled for the documents of a directory. */
export interface Team {
  readonly settings: TeamSettings;
  /** Every template that can be used here: those of the product, then the team's own. */
  readonly dialects: readonly Dialect[];
  /** The settings file; undefined if there is none. */
  readonly file: string | undefined;
  readonly findings: readonly Finding[];
}

/** Names of the settings file; the first one that exists counts. */
const FILE_NAMES = ['nevertwice.yaml', 'nevertwice.yml'];

/**
 * Reads the settings that hold for a directory: from the file that an option names, else from the nearest
 * `nevertwice.yaml` in the directory or above it. Refuses a named file that cannot be read.
 */
export async function readTeam(startDirectory: string, config?: string, rules?: readonly string[]): Promise<Team> {
  const builtIn = Object.values(dialects);
  const file = config ?? findTeamFile(resolve(startDirectory));
  if (file === undefined) return { settings: emptyTeamSettings, dialects: builtIn, file, findings: [] };
  const { text } = await readDocument(file);
  const { settings, findings } = readTeamFile(text, { file, ...(rules === undefined ? {} : { rules }) });
  return { settings, dialects: builtIn, file, findings };
}

function findTeamFile(directory: string): string | undefined {
  const found = FILE_NAMES.map((name) => join(directory, name)).find((path) => existsSync(path));
  if (found !== undefined) return found;
  const above = dirname(directory);
  return above === directory ? undefined : findTeamFile(above);
}
