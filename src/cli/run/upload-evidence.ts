import type { RouteInput } from '#contract/client';
import { type Finding, Refusal } from '#core/errors';

import { nameOf, readBytes } from '../files/read-bytes.ts';
import { walkPaths } from '../files/walk-paths.ts';
import type { Progress } from '../terminal/progress.ts';
import { commonDirectory } from './report.ts';
import type { ServerClient } from './server-client.ts';

/** Evidence on a server, and what it is called in a post-mortem. */
export type EvidenceUse = RouteInput<'previewDraft'>['body']['evidence'][number];

/** The server takes no more for one piece. */
const LARGEST_UPLOAD = 100 * 1024 * 1024;
/** What was uploaded, and what was not. */
export interface Uploaded {
  readonly uses: readonly EvidenceUse[];
  readonly findings: readonly Finding[];
  readonly unreadable: boolean;
}

/** Uploads every file below the paths, named from their common directory on. */
export async function uploadFiles(
  client: ServerClient,
  paths: readonly string[],
  progress: Progress,
): Promise<Uploaded> {
  const walk = walkPaths(paths);
  const findings = [...walk.findings];
  let { unreadable } = walk;
  const skip = commonDirectory(walk.files.map(({ path }) => path)).length;
  const uses: EvidenceUse[] = [];
  for (const [index, { named, path }] of walk.files.entries()) {
    progress.step(`sending ${nameOf(path)}`, index, walk.files.length);
    try {
      const bytes = await readBytes(path, LARGEST_UPLOAD);
      uses.push(await upload(client, nameOf(path).slice(skip), bytes));
    } catch (error) {
      if (!isAboutFile(error)) throw error;
      findings.push(error.toFinding({ file: nameOf(path) }));
      unreadable ||= named;
    }
  }
  return { uses, findings, unreadable };
}

/** What is wrong with one file stops no other; what is wrong with the server stops everything. */
function isAboutFile(error: unknown): error is Refusal {
  if (!(error instanceof Refusal)) return false;
  return error.code.startsWith('path-') || error.code.startsWith('file-') || error.code.startsWith('evidence-');
}

/** Uploads one piece. Bytes that are there already are not stored again. */
export async function upload(client: ServerClient, name: string, bytes: Buffer): Promise<EvidenceUse> {
  const item = await client.call('uploadEvidence', { query: { name }, body: new Uint8Array(bytes) });
  return { id: item.id, name };
}
