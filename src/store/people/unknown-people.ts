import { type Kysely, sql } from 'kysely';

import type { Tables } from '#store/tables';

/** Those of some ids that nobody in the workspace has. */
export async function unknownPeople(
  db: Kysely<Tables>,
  workspaceId: string,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select given.id from unnest(${ids}::uuid[]) as given (id)
    where not exists (select from memberships m where m.workspace_id = ${workspaceId} and m.user_id = given.id)`.execute(
    db,
  );
  return rows.map((row) => row.id);
}
