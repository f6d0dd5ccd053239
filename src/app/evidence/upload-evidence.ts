import type { UseCase } from '#app/context';
import { noteUpload, storeBlob, wholeBlob } from '#store/evidence';

import { readInWorker } from './read-in-worker.ts';

/** Larger pieces are stored and downloadable, but are not read as a whole on the server. */
const LARGEST_READ = 100 * 1024 * 1024;

/** Stores one piece of evidence as it came and says what it is recognised as. */
export const uploadEvidence: UseCase<'uploadEvidence'> = async (context, actor, request) => {
  const { workspaceId, userId } = actor;
  const { name, zone } = request.query;
  const now = context.now();
  const stored = await storeBlob(context.db, { workspaceId, id: context.newId(), now }, request.body);
  if (userId !== null) {
    await noteUpload(context.db, { workspaceId, sha256: stored.sha256, userId, name, at: now });
  }
  const bytes = stored.size > LARGEST_READ ? new Uint8Array() : await wholeBlob(context.db, workspaceId, stored.sha256);
  const { files } = await readInWorker({ files: [{ id: stored.sha256, name, bytes }], settings: { zone }, now });
  const [file] = files;
  return {
    id: stored.sha256,
    name,
    reference: null,
    size: stored.size,
    format: file?.format ?? null,
    events: file?.events ?? 0,
    from: file?.from ?? null,
    to: file?.to ?? null,
    findings: [...(file?.findings ?? [])],
    at: now,
    by: actor.name,
  };
};
