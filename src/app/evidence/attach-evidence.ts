import { requirePostmortem } from '#app/postmortems';
import type { UseCase } from '#app/context';
import { evidenceOf, poolSettings } from '#store/evidence';

import { gatherEvidence } from './gather-evidence.ts';
import { presentEvidence } from './present-evidence.ts';
import { readInWorker } from './read-in-worker.ts';
import type { ReadingSettings } from './reading-job.ts';
import { savePool } from './save-pool.ts';

/** Adds uploaded evidence to a post-mortem; its pool is read anew, so that the same fact from two sources is one event. */
export const attachEvidence: UseCase<'attachEvidence'> = async (context, actor, { path, body }) => {
  const { postmortemId } = path;
  await requirePostmortem(context, actor, { id: postmortemId, need: 'write' });
  const target = { workspaceId: actor.workspaceId, postmortemId };
  const used = await evidenceOf(context.db, target);
  const before = used.map(({ sha256, name }) => ({ id: sha256, name }));
  const files = await gatherEvidence(context, actor, { evidence: [...before, ...body.evidence], postmortemId });
  const stored = (await poolSettings(context.db, target))?.settings as ReadingSettings | undefined;
  const settings = { ...stored, ...(body.zone !== undefined && { zone: body.zone }) };
  const read = await readInWorker({ files, settings, now: context.now() });
  const known = new Map(used.flatMap(({ sha256, reference }) => (reference === null ? [] : [[sha256, reference]])));
  await savePool(context, target, { read, settings, known, by: actor.name });
  return { items: await presentEvidence(context, actor, postmortemId) };
};
