import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';

import type { Tables } from '#store/tables';

import { storableJson } from './storable-json.ts';

/** One post-mortem of one workspace. */
interface Target {
  readonly workspaceId: string;
  readonly postmortemId: string;
}

/** An event as the pool keeps it. */
export interface PoolEvent {
  readonly kind: string;
  readonly level: string | null;
  /** SHA-256 of the evidence that tells it. */
  readonly sources: readonly string[];
  readonly text: string;
  /** The event as lists show it. */
  readonly event: unknown;
}

/** What to show of the pool. */
export interface PoolFilter {
  readonly q?: string | undefined;
  readonly source?: readonly string[] | undefined;
  readonly level?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
}

/** PostgreSQL takes 65,535 parameters; as one JSON document the rows are a single one. */
const BATCH = 5000;

/** Replaces the pool of a post-mortem. Run it inside a transaction. */
export async function replacePool(
  db: Kysely<Tables>,
  target: Target,
  pool: { readonly settings: unknown; readonly suggestions: unknown; readonly events: readonly PoolEvent[] },
): Promise<void> {
  const { workspaceId, postmortemId } = target;
  const settings = storableJson(pool.settings);
  const suggestions = storableJson(pool.suggestions);
  await db
    .insertInto('evidence_pools')
    .values({ workspace_id: workspaceId, postmortem_id: postmortemId, settings, suggestions })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'postmortem_id']).doUpdateSet({ settings, suggestions }),
    )
    .execute();
  await db
    .deleteFrom('evidence_events')
    .where('workspace_id', '=', workspaceId)
    .where('postmortem_id', '=', postmortemId)
    .execute();
  for (let start = 0; start < pool.events.length; start += BATCH) {
    await insertEvents(db, target, { start, events: pool.events.slice(start, start + BATCH) });
  }
}

async function insertEvents(
  db: Kysely<Tables>,
  target: Target,
  batch: { readonly start: number; readonly events: readonly PoolEvent[] },
): Promise<void> {
  const rows = storableJson(batch.events.map((event, index) => ({ ...event, position: batch.start + index })));
  await sql`
    insert into evidence_events (workspace_id, postmortem_id, position, kind, level, sources, text, event)
    select ${target.workspaceId}::uuid, ${target.postmortemId}::uuid, position, kind, level, sources, text, event
    from jsonb_to_recordset(${rows}::jsonb) as row (position int, kind text, level text, sources text[], text text, event jsonb)
  `.execute(db);
}

/** A page of the pool from a position on, with the number of all that the filter lets through. */
export async function readPool(
  db: Kysely<Tables>,
  target: Target,
  query: PoolFilter & { readonly from: number; readonly limit: number },
): Promise<{ readonly events: { position: number; event: unknown }[]; readonly total: number }> {
  const filtered = poolQuery(db, target, query);
  const events = await filtered
    .select(['position', 'event'])
    .where('position', '>=', query.from)
    .orderBy('position')
    .limit(query.limit)
    .execute();
  const { total } = await filtered.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { events, total };
}

function poolQuery(
  db: Kysely<Tables>,
  target: Target,
  filter: PoolFilter,
): SelectQueryBuilder<Tables, 'evidence_events', object> {
  let query = db
    .selectFrom('evidence_events')
    .where('workspace_id', '=', target.workspaceId)
    .where('postmortem_id', '=', target.postmortemId);
  if (filter.level?.length) query = query.where('level', 'in', [...filter.level]);
  if (filter.kind?.length) query = query.where('kind', 'in', [...filter.kind]);
  if (filter.source?.length) query = query.where('sources', '&&', sql<string[]>`${[...filter.source]}::text[]`);
  for (const word of filter.q?.split(/\s+/u).filter((each) => each !== '') ?? []) {
    query = query.where('text', 'ilike', `%${word.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`);
  }
  return query;
}

/** How often each kind, level and source occurs in the whole pool. */
export async function poolFacets(
  db: Kysely<Tables>,
  target: Target,
): Promise<{ facet: 'kind' | 'level' | 'source'; value: string; count: number }[]> {
  const { rows } = await sql<{ facet: 'kind' | 'level' | 'source'; value: string; count: number }>`
    with pool as (
      select kind, level, sources from evidence_events
      where workspace_id = ${target.workspaceId} and postmortem_id = ${target.postmortemId}
    )
    select 'kind' as facet, kind as value, count(*) as count from pool group by kind
    union all select 'level', level, count(*) from pool where level is not null group by level
    union all select 'source', source, count(*) from pool, unnest(sources) as source group by source
    order by 3 desc, 2
  `.execute(db);
  return rows;
}

/** How the evidence is read together, and what it suggests; undefined without evidence. */
export async function poolSettings(
  db: Kysely<Tables>,
  target: Target,
): Promise<{ settings: unknown; suggestions: unknown } | undefined> {
  return db
    .selectFrom('evidence_pools')
    .select(['settings', 'suggestions'])
    .where('workspace_id', '=', target.workspaceId)
    .where('postmortem_id', '=', target.postmortemId)
    .executeTakeFirst();
}
