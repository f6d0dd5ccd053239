import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AppContext, UseCase } from '#app/context';
import type { EvidenceUse } from '#app/evidence';
import { refusal } from '#core/errors';
import type { Actor } from '#core/workflow';
import { noteUpload, storeBlob } from '#store/evidence';

import { DEMO } from './demo.data.ts';
import { makeDraft } from './draft-postmortem.ts';

/** The example incident, relative to `dist/app/drafts` and to `src/app/drafts`. */
const EVIDENCE = fileURLToPath(new URL('../../../examples/checkout-outage/evidence', import.meta.url));

/** Adds the example incident, drafted from its evidence like any other. */
export const createDemo: UseCase<'createDemo'> = async (context, actor) => {
  const names = await evidenceFiles();
  const evidence: EvidenceUse[] = [];
  for (const name of names) evidence.push({ id: await bring(context, actor, name), name });
  const { id } = await makeDraft(context, actor, { ...DEMO, evidence });
  return { id };
};

async function evidenceFiles(): Promise<string[]> {
  const entries = await readdir(EVIDENCE, { recursive: true, withFileTypes: true }).catch(() => {
    throw refusal('examples-missing', { path: EVIDENCE });
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(EVIDENCE.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted();
}

async function bring(context: AppContext, actor: Actor, name: string): Promise<string> {
  const now = context.now();
  const blob = { workspaceId: actor.workspaceId, id: context.newId(), now };
  const { sha256 } = await storeBlob(context.db, blob, createReadStream(join(EVIDENCE, name)));
  if (actor.userId !== null) {
    await noteUpload(context.db, { workspaceId: actor.workspaceId, sha256, userId: actor.userId, name, at: now });
  }
  return sha256;
}
