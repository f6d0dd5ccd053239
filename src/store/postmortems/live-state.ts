import { type Kysely, sql } from 'kysely';

import type { Tables } from '#store/tables';

import type { PostmortemTarget } from './postmortem-content.ts';

/** The shared document as it was stored last, as a Yjs update; undefined where nobody edited it live. */
export async function loadLiveState(db: Kysely<Tables>, target: PostmortemTarget): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('live_states')
    .select('state')
    .where('workspace_id', '=', target.workspaceId)
    .where('postmortem_id', '=', target.postmortemId)
    .executeTakeFirst();
  return row?.state;
}

/** Stores the shared document alone, if the stored revision of the post-mortem is still this one; answers whether it was. */
export async function keepLiveState(
  db: Kysely<Tables>,
  target: PostmortemTarget,
  kept: { readonly state: Uint8Array; readonly revision: number },
): Promise<boolean> {
  const { postmortemId, workspaceId } = target;
  const { numAffectedRows } = await sql`
    insert into live_states (workspace_id, postmortem_id, revision, state)
    select p.workspace_id, p.id, p.revision, ${Buffer.from(kept.state)}::bytea from postmortems p
    where p.workspace_id = ${workspaceId} and p.id = ${postmortemId} and p.revision = ${kept.revision}
    on conflict (workspace_id, postmortem_id) do update set state = excluded.state, revision = excluded.revision
  `.execute(db);
  return numAffectedRows === 1n;
}
