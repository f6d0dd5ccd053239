import type { Insertable, Kysely, Selectable } from 'kysely';

import type { PostmortemEvidenceTable, Tables } from '#store/tables';

/** One post-mortem of one workspace. */
interface Target {
  readonly workspaceId: string;
  readonly postmortemId: string;
}

/** Notes that somebody brought these bytes, under the name they last had. */
export async function noteUpload(
  db: Kysely<Tables>,
  upload: { workspaceId: string; sha256: string; userId: string; name: string; at: string },
): Promise<void> {
  const { workspaceId, sha256, userId, name, at } = upload;
  await db
    .insertInto('evidence_uploads')
    .values({ workspace_id: workspaceId, sha256, user_id: userId, name, at })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'sha256', 'user_id']).doUpdateSet({ name, at }))
    .execute();
}

/** Which of these bytes the person brought. */
export async function uploadedBy(
  db: Kysely<Tables>,
  who: { readonly workspaceId: string; readonly userId: string },
  hashes: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('evidence_uploads')
    .select('sha256')
    .where('workspace_id', '=', who.workspaceId)
    .where('user_id', '=', who.userId)
    .where('sha256', 'in', [...hashes])
    .execute();
  return new Set(rows.map((row) => row.sha256));
}

/** Evidence of a post-mortem in its order. */
export async function evidenceOf(
  db: Kysely<Tables>,
  target: Target,
): Promise<(Selectable<PostmortemEvidenceTable> & { size: number })[]> {
  return db
    .selectFrom('postmortem_evidence as used')
    .innerJoin('evidence_blobs as blob', (join) =>
      join.onRef('blob.workspace_id', '=', 'used.workspace_id').onRef('blob.sha256', '=', 'used.sha256'),
    )
    .selectAll('used')
    .select('blob.size')
    .where('used.workspace_id', '=', target.workspaceId)
    .where('used.postmortem_id', '=', target.postmortemId)
    .orderBy('used.position')
    .execute();
}

/** Adds evidence to a post-mortem, or says anew what became of it. */
export async function saveUses(
  db: Kysely<Tables>,
  rows: readonly Insertable<PostmortemEvidenceTable>[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('postmortem_evidence')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'postmortem_id', 'sha256']).doUpdateSet((query) => ({
        name: query.ref('excluded.name'),
        format: query.ref('excluded.format'),
        events: query.ref('excluded.events'),
        first_at: query.ref('excluded.first_at'),
        last_at: query.ref('excluded.last_at'),
        findings: query.ref('excluded.findings'),
      })),
    )
    .execute();
}
