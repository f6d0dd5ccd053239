import { type Kysely, sql } from 'kysely';

import type { Actor } from '#core/workflow';
import type { Tables } from '#store/tables';

import { visibleTo } from './visible-to.ts';

/** How often a value occurs. */
export interface Facet {
  readonly facet: 'total' | 'status' | 'severity' | 'service' | 'team' | 'tag';
  readonly value: string;
  /** The usual label of a severity; null for the others. */
  readonly label: string | null;
  readonly count: number;
}

/** Most values of one filter that are told. */
const MOST = 200;

/** Values of the filters among the post-mortems that the actor may see, most frequent first. */
export async function postmortemFacets(db: Kysely<Tables>, actor: Actor): Promise<Facet[]> {
  const { rows } = await sql<Facet>`
    with seen as materialized (
      select p.status, p.severity_rank, p.severity_label, p.services, p.teams, p.tags
      from postmortems p where ${visibleTo(actor, 'p')}
    ), found as (
      select 'total' as facet, '' as value, null as label, count(*) as count from seen
      union all select 'status', status, null, count(*) from seen group by status
      union all select 'severity', severity_rank::text, mode() within group (order by severity_label), count(*)
        from seen where severity_rank is not null group by severity_rank
      ${sql.join(
        (['service', 'team', 'tag'] as const).map(
          (facet) => sql`union all
        (select ${sql.lit(facet)}, each, null, count(*) from seen, unnest(${sql.ref(`${facet}s`)}) as each
          group by each order by count(*) desc, each limit ${MOST})`,
        ),
        sql` `,
      )}
    )
    select facet, value, label, count::int as count from found order by facet, count desc, value`.execute(db);
  return rows;
}

/** True while the actor sees no post-mortem at all. */
export async function hasPostmortems(db: Kysely<Tables>, actor: Actor): Promise<boolean> {
  const { rows } = await sql`select from postmortems p where ${visibleTo(actor, 'p')} limit 1`.execute(db);
  return rows.length > 0;
}
