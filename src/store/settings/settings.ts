import { type Kysely, sql } from 'kysely';

import type { Tables } from '#store/tables';

/** Settings of a workspace as they are stored; the name of the workspace stands beside them. */
export interface StoredSettings {
  readonly workspaceName: string;
  /** 1 as long as nobody changed them. */
  readonly revision: number;
  readonly value: unknown;
}

/** Settings of a workspace; undefined where there is no such workspace. */
export async function loadSettings(db: Kysely<Tables>, workspaceId: string): Promise<StoredSettings | undefined> {
  const row = await db
    .selectFrom('workspaces')
    .leftJoin('settings', 'settings.workspace_id', 'workspaces.id')
    .select(['workspaces.name', 'settings.revision', 'settings.value'])
    .where('workspaces.id', '=', workspaceId)
    .executeTakeFirst();
  return row && { workspaceName: row.name, revision: row.revision ?? 1, value: row.value };
}

/** New settings, and what they are based on. */
export interface SettingsChange {
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly expected: number;
  readonly value: unknown;
  readonly at: string;
  readonly by: string | null;
}

/** Stores settings; false where the stored revision is not the expected one any more. */
export async function saveSettings(db: Kysely<Tables>, change: SettingsChange): Promise<boolean> {
  const { at, by, expected, value, workspaceId, workspaceName } = change;
  const { rows } = await sql`
    insert into settings (workspace_id, revision, value, updated_at, updated_by)
    select ${workspaceId}::uuid, ${expected + 1}::int, ${JSON.stringify(value)}::json, ${at}::timestamptz, ${by}::uuid
    where ${expected}::int = 1 or exists (select from settings where workspace_id = ${workspaceId})
    on conflict (workspace_id) do update
    set revision = excluded.revision, value = excluded.value, updated_at = excluded.updated_at,
      updated_by = excluded.updated_by
    where settings.revision = ${expected}::int
    returning 1`.execute(db);
  if (rows.length === 0) return false;
  await db.updateTable('workspaces').set({ name: workspaceName }).where('id', '=', workspaceId).execute();
  return true;
}
