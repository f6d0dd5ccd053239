import { type Kysely, sql } from 'kysely';

import type { Tables } from '#store/tables';

/** A beginning of incident ids in a workspace. */
interface Stem {
  readonly workspaceId: string;
  /** `INC-2026-` */
  readonly stem: string;
}

/** The next number of ids that begin like that: each is given out once, also to those who ask at the same time. */
export async function takeIncidentNumber(db: Kysely<Tables>, { stem, workspaceId }: Stem): Promise<number> {
  const next = await sql<{ last: number }>`
    update incident_numbers set last = last + 1 where workspace_id = ${workspaceId} and stem = ${stem}
    returning last`.execute(db);
  if (next.rows[0] !== undefined) return next.rows[0].last;
  const first = await sql<{ last: number }>`
    insert into incident_numbers (workspace_id, stem, last)
    select ${workspaceId}, ${stem}, 1 + coalesce(max(substr(key, length(${stem}) + 1)::bigint), 0)
    from postmortems
    where workspace_id = ${workspaceId} and starts_with(key, ${stem})
      and substr(key, length(${stem}) + 1) ~ '^[0-9]{1,15}$'
    on conflict (workspace_id, stem) do update set last = incident_numbers.last + 1
    returning last`.execute(db);
  return first.rows[0]?.last ?? 1;
}

/** Whether a post-mortem has that incident id, deleted ones included. */
export async function hasIncidentId(db: Kysely<Tables>, workspaceId: string, key: string): Promise<boolean> {
  const row = await db
    .selectFrom('postmortems')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', key)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
