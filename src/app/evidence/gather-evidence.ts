import type { AppContext } from '#app/context';
import { refuse } from '#core/errors';
import type { Actor } from '#core/workflow';
import { blobSize, evidenceOf, uploadedBy, wholeBlob } from '#store/evidence';

import type { ReadingJob } from './reading-job.ts';

/** A piece of evidence with what it is called among others. */
export interface EvidenceUse {
  readonly id: string;
  readonly name: string;
}

/** Everything that is read together has to fit into the thread that reads it. */
const LARGEST_TOGETHER = 400 * 1024 * 1024;

/**
 * Loads pieces of evidence for reading, each once. Refuses what the actor neither brought nor finds at the post-mortem:
 * knowing a hash is no right to read.
 */
export async function gatherEvidence(
  context: AppContext,
  actor: Actor,
  wanted: { readonly evidence: readonly EvidenceUse[]; readonly postmortemId?: string },
): Promise<ReadingJob['files']> {
  const uses = [...new Map(wanted.evidence.map((use) => [use.id, use])).values()];
  await requireKnown(context, actor, { ...wanted, evidence: uses });
  const sizes = await Promise.all(uses.map(({ id }) => blobSize(context.db, actor.workspaceId, id)));
  const total = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  if (total > LARGEST_TOGETHER) {
    refuse('evidence-too-large', { size: megabytes(total), limit: megabytes(LARGEST_TOGETHER) });
  }
  const files: { id: string; name: string; bytes: Uint8Array }[] = [];
  for (const { id, name } of uses) files.push({ id, name, bytes: await wholeBlob(context.db, actor.workspaceId, id) });
  return files;
}

async function requireKnown(
  context: AppContext,
  actor: Actor,
  wanted: { readonly evidence: readonly EvidenceUse[]; readonly postmortemId?: string },
): Promise<void> {
  const { workspaceId, userId } = actor;
  const hashes = wanted.evidence.map((use) => use.id);
  const brought = userId === null ? new Set<string>() : await uploadedBy(context.db, { workspaceId, userId }, hashes);
  const { postmortemId } = wanted;
  const used = postmortemId === undefined ? [] : await evidenceOf(context.db, { workspaceId, postmortemId });
  const known = new Set([...brought, ...used.map((use) => use.sha256)]);
  const unknown = wanted.evidence.find((use) => !known.has(use.id));
  if (unknown !== undefined) refuse('evidence-missing', { id: unknown.id });
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}
