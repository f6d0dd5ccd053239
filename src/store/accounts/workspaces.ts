import type { Kysely } from 'kysely';

import type { Tables } from '#store/tables';

/** A workspace, by name. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
}

/** Stores a workspace. */
export async function insertWorkspace(
  db: Kysely<Tables>,
  workspace: Workspace & { readonly at: string },
): Promise<void> {
  await db
    .insertInto('workspaces')
    .values({ id: workspace.id, name: workspace.name, created_at: workspace.at })
    .execute();
}

/** The workspace with that id. */
export async function findWorkspace(db: Kysely<Tables>, id: string): Promise<Workspace | undefined> {
  return db.selectFrom('workspaces').where('id', '=', id).select(['id', 'name']).executeTakeFirst();
}

/** The workspace that was there first: where people without an invitation arrive. */
export async function findFirstWorkspace(db: Kysely<Tables>): Promise<Workspace | undefined> {
  return db.selectFrom('workspaces').orderBy('created_at').select(['id', 'name']).limit(1).executeTakeFirst();
}

/** Gives the workspace another name. */
export async function renameWorkspace(db: Kysely<Tables>, workspace: Workspace): Promise<void> {
  await db.updateTable('workspaces').set({ name: workspace.name }).where('id', '=', workspace.id).execute();
}
