import type { Kysely } from 'kysely';

import type { Tables } from '#store/tables';

/** A filter that somebody keeps under a name. */
export interface SavedFilter {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

/** Whose filters. */
export interface FilterOwner {
  readonly workspaceId: string;
  readonly userId: string;
}

/** Somebody's saved filters, by name. */
export async function listSavedFilters(db: Kysely<Tables>, owner: FilterOwner): Promise<SavedFilter[]> {
  return db
    .selectFrom('saved_filters')
    .select(['id', 'name', 'query'])
    .where('workspace_id', '=', owner.workspaceId)
    .where('user_id', '=', owner.userId)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Keeps a filter. */
export async function insertSavedFilter(
  db: Kysely<Tables>,
  owner: FilterOwner,
  filter: SavedFilter & { readonly at: string },
): Promise<void> {
  const { at, ...rest } = filter;
  const { userId, workspaceId } = owner;
  await db
    .insertInto('saved_filters')
    .values({ ...rest, workspace_id: workspaceId, user_id: userId, created_at: at })
    .execute();
}

/** Forgets a filter; false where there was none. */
export async function deleteSavedFilter(db: Kysely<Tables>, owner: FilterOwner, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('saved_filters')
    .where('workspace_id', '=', owner.workspaceId)
    .where('user_id', '=', owner.userId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
