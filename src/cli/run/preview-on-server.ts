import { basename, resolve } from 'node:path';

import type { RouteAnswer, RouteInput } from '#contract/client';

import { readGitHistory } from '../files/git-history.ts';
import type { Progress } from '../terminal/progress.ts';
import type { Window } from './parse-options.ts';
import type { ServerClient } from './server-client.ts';
import { type EvidenceUse, upload } from './upload-evidence.ts';

/** How evidence is to be read, as the server takes it. */
type Settings = RouteInput<'previewDraft'>['body'];

/** What a server makes of evidence. */
export type Preview = RouteAnswer<'previewDraft'>;

/** Commits so long before the first and after the last moment are read; the incident may have begun with one of them. */
const HOURS_BEFORE = 6;
const HOURS_AFTER = 1;
const HOUR_MS = 3_600_000;

/** How the command line wants evidence to be read. */
export interface Asked {
  readonly zone: string | undefined;
  readonly window: Window | undefined;
  readonly skew: Record<string, number>;
}

/** What the server makes of evidence, and how it read it. */
export interface PreviewedDraft {
  readonly settings: Settings;
  readonly preview: Preview;
}

/** What the server makes of files and of the history of repositories around them; undefined where there is nothing to make anything of. */
export async function previewAll(
  client: ServerClient,
  facts: {
    readonly files: readonly EvidenceUse[];
    readonly repositories: readonly string[];
    readonly asked: Asked;
    readonly progress: Progress;
  },
): Promise<PreviewedDraft | undefined> {
  const { asked, files, progress, repositories } = facts;
  progress.announce('reading the evidence');
  const first = files.length === 0 ? undefined : await previewOf(client, files, asked);
  const window = asked.window ?? (first && windowAround(first.preview));
  const histories: EvidenceUse[] = [];
  for (const directory of repositories) {
    const history = await readGitHistory(directory, window);
    if (history !== undefined) {
      const name = `${basename(resolve(directory))} (git log)`;
      histories.push(await upload(client, name, Buffer.from(history.text)));
    }
  }
  return histories.length === 0 ? first : previewOf(client, [...files, ...histories], asked);
}

async function previewOf(
  client: ServerClient,
  evidence: readonly EvidenceUse[],
  asked: Asked,
): Promise<PreviewedDraft> {
  const settings: Settings = {
    evidence: [...evidence],
    ...(asked.zone !== undefined && { zone: asked.zone }),
    ...asked.window,
    ...(Object.keys(asked.skew).length > 0 && { skew: asked.skew }),
  };
  return { settings, preview: await client.call('previewDraft', { body: settings }) };
}

/** The moments, and some hours around them. */
function windowAround({ moments }: Preview): Window | undefined {
  const times = moments.flatMap(({ at }) => (at.instant === null ? [] : [Date.parse(at.instant)]));
  if (times.length === 0) return undefined;
  return {
    from: new Date(Math.min(...times) - HOURS_BEFORE * HOUR_MS).toISOString(),
    to: new Date(Math.max(...times) + HOURS_AFTER * HOUR_MS).toISOString(),
  };
}
