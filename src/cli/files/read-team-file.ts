import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import type { Finding } from '#core/errors';
import { BUILT_IN_DIALECTS, type Dialect } from '#core/markdown';
import { emptyTeamSettings, readDialectFile, readTeamFile, type TeamSettings } from '#core/team-file';

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

/** Where nothing is settled. */
export const NO_TEAM: Team = {
  settings: emptyTeamSettings,
  dialects: BUILT_IN_DIALECTS,
  file: undefined,
  findings: [],
};

/** Names of the settings file; the first one that exists counts. */
const FILE_NAMES = ['nevertwice.yaml', 'nevertwice.yml'];
/** A template that needs no settings file to be found. */
const DIALECT_NAMES = ['nevertwice.dialect.yaml', 'nevertwice.dialect.yml'];

/**
 * Reads the settings that hold for a directory: from the file that an option names, else from the nearest
 * `nevertwice.yaml` in the directory or above it; and the team's own templates, those that the settings name and
 * `nevertwice.dialect.yaml`. Refuses files that are named and cannot be read. Codes of rules are checked if given.
 */
export async function readTeam(startDirectory: string, config?: string, rules?: readonly string[]): Promise<Team> {
  const start = resolve(startDirectory);
  const file = config ?? findAbove(start, FILE_NAMES);
  const { settings, findings } = file === undefined ? noFile : await readSettings(file, rules);
  const root = file === undefined ? undefined : dirname(resolve(file));
  const usual = root === undefined ? findAbove(start, DIALECT_NAMES) : firstThere(root, DIALECT_NAMES);
  const named = settings.dialects.map((path) => resolve(root ?? start, path));
  const own = await readDialects(new Set([...named, ...(usual === undefined ? [] : [usual])]));
  return {
    settings,
    file,
    dialects: [...BUILT_IN_DIALECTS, ...own.dialects],
    findings: [...findings, ...own.findings],
  };
}

const noFile = { settings: emptyTeamSettings, findings: [] };

async function readSettings(
  file: string,
  rules: readonly string[] | undefined,
): Promise<{ settings: TeamSettings; findings: readonly Finding[] }> {
  const { text } = await readDocument(file);
  return readTeamFile(text, { file, ...(rules === undefined ? {} : { rules }) });
}

async function readDialects(paths: ReadonlySet<string>): Promise<{ dialects: Dialect[]; findings: Finding[] }> {
  const dialects: Dialect[] = [];
  const findings: Finding[] = [];
  for (const path of paths) {
    const reading = readDialectFile((await readDocument(path)).text, path);
    findings.push(...reading.findings);
    if (reading.dialect === null) continue;
    if (dialects.some(({ id }) => id === reading.dialect?.id)) findings.push(repeated(reading.dialect, path));
    else dialects.push(reading.dialect);
  }
  return { dialects, findings };
}

function repeated({ id }: Dialect, file: string): Finding {
  return {
    code: 'template-invalid',
    severity: 'error',
    message: `Another file describes a template “${id}”, too; this one does not count.`,
    place: { file, line: 1 },
    help: 'Give it an "id" of its own.',
  };
}

function firstThere(directory: string, names: readonly string[]): string | undefined {
  return names.map((name) => join(directory, name)).find((path) => existsSync(path));
}

function findAbove(directory: string, names: readonly string[]): string | undefined {
  const found = firstThere(directory, names);
  const above = dirname(directory);
  return found ?? (above === directory ? undefined : findAbove(above, names));
}
