import { type Kysely, type RawBuilder, sql } from 'kysely';

import type { Actor } from '#core/workflow';
import { SUMMARY_COLUMNS, type SummaryRow, visibleTo } from '#store/postmortems';
import type { Tables } from '#store/tables';

import type { QueryTexts } from './parse-query.ts';

/** Which hits. */
export interface SearchQuery {
  readonly actor: Actor;
  readonly texts: QueryTexts;
  /** First and last day of the incident, `2026-02-23`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Hits to leave out at the beginning. */
  readonly offset: number;
  readonly limit: number;
}

/** A page of hits, best first. */
export interface SearchHits {
  readonly rows: readonly SummaryRow[];
  /** All hits, as far as they were looked at. */
  readonly total: number;
  /** True where not all were looked at. */
  readonly isMore: boolean;
}

/** Hits that are looked at, and those of them that are ranked: the newest, and those with the words in their title. */
const LOOKED_AT = 1001;
const IN_TITLE = 200;
const RANKED = 250;

/** Ranked full-text search over everything that the actor may see. Of very common words the newest hits are ranked. */
export async function searchPostmortems(db: Kysely<Tables>, query: SearchQuery): Promise<SearchHits> {
  const { actor, limit, offset, texts } = query;
  const { rows } = await sql<SummaryRow & { total: number; looked_at: number }>`
    with newest as materialized (select coalesce((select p.sorted_at from postmortems p
      where ${visibleTo(actor, 'p')} and p.sorted_at < now() + interval '1 month'
      order by p.sorted_at desc limit 1), now()) as sorted_at
    ), found as materialized (
      select c.id, false as titled from newest, search_candidates(${texts.words}::tsquery, sorted_at, ${LOOKED_AT}) c (id)
    ), titled as materialized (
      select c.id from newest, search_candidates(${texts.title}::tsquery, sorted_at, ${IN_TITLE}) c (id)
    ), candidates as materialized (
      select coalesce(found.id, titled.id) as id, titled.id is not null as titled
      from found full join titled on titled.id = found.id
    ), seen as materialized (
      select p.id, p.sorted_at, c.titled, row_number() over (order by c.titled desc, p.sorted_at desc) as place
      from candidates c join postmortems p on p.workspace_id = ${actor.workspaceId} and p.id = c.id
      where ${visibleTo(actor, 'p')} ${within(query)} ${exactly(actor, texts)}
    ), best as materialized (
      select seen.id, seen.sorted_at, case when seen.place <= ${RANKED} then (
          select ts_rank('{0.05, 0.2, 0.5, 1}', d.document, ${texts.rank}::tsquery) from search_documents d
          where d.workspace_id = ${actor.workspaceId} and d.postmortem_id = seen.id) else 0 end as rank
      from seen order by rank desc, seen.sorted_at desc, seen.id limit ${limit} offset ${offset}
    )
    select ${SUMMARY_COLUMNS}, (select count(*)::int from seen) as total, (select count(*)::int from found) as looked_at
    from best join postmortems p on p.workspace_id = ${actor.workspaceId} and p.id = best.id
    order by best.rank desc, best.sorted_at desc, best.id`.execute(db);
  const [first] = rows;
  return {
    rows: rows.map(({ total: _total, looked_at: _lookedAt, ...row }) => row),
    total: first?.total ?? 0,
    isMore: (first?.looked_at ?? 0) >= LOOKED_AT,
  };
}

function within({ from, to }: SearchQuery): RawBuilder<unknown> {
  const start = from === undefined ? sql`` : sql`and p.incident_at >= ${`${from}T00:00:00Z`}::timestamptz`;
  const end = to === undefined ? sql`` : sql`and p.incident_at < ${`${to}T00:00:00Z`}::timestamptz + interval '1 day'`;
  return sql`${start} ${end}`;
}

function exactly(actor: Actor, { exact }: QueryTexts): RawBuilder<unknown> {
  if (exact === undefined) return sql``;
  // The row is read by its key: the index of words would be asked anew for each of them.
  return sql`and (select d.document from search_documents d where d.workspace_id = ${actor.workspaceId}
    and d.postmortem_id = p.id) @@ ${exact}::tsquery`;
}
