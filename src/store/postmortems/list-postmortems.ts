import { type Kysely, type RawBuilder, sql } from 'kysely';

import type { Actor } from '#core/workflow';
import type { Tables } from '#store/tables';

import { ownersOf } from './content-parts.ts';
import { SUMMARY_COLUMNS, type SummaryRow } from './summary-row.ts';
import { visibleTo } from './visible-to.ts';

/** What lists can be sorted by. */
export type PostmortemOrder = 'incident' | 'updated' | 'title' | 'severity';

/** Filters of lists; several values of one filter mean any of them. */
export interface PostmortemFilters {
  readonly status?: readonly string[] | undefined;
  readonly severity?: readonly number[] | undefined;
  readonly service?: readonly string[] | undefined;
  readonly team?: readonly string[] | undefined;
  readonly tag?: readonly string[] | undefined;
  /** First and last day of the incident, `2026-02-23`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly mine?: boolean | undefined;
}

/** A place in a list: the sort keys of a row as text, its id last. */
export type ListPlace = readonly string[];

/** Which post-mortems, and how many. */
interface ListQuery {
  readonly actor: Actor;
  readonly filters: PostmortemFilters;
  readonly order: PostmortemOrder;
  readonly after?: ListPlace | undefined;
  readonly limit: number;
}

interface Order {
  /** Sort keys and how they are sorted; the id comes last, in the direction of the first. */
  readonly keys: readonly (readonly [expression: RawBuilder<unknown>, type: string])[];
  readonly descending: boolean;
}

const ORDERS: Readonly<Record<PostmortemOrder, Order>> = {
  incident: { keys: [[sql`p.sorted_at`, 'timestamptz']], descending: true },
  updated: { keys: [[sql`p.updated_at`, 'timestamptz']], descending: true },
  title: { keys: [[sql`lower(left(p.title, 100))`, 'text']], descending: false },
  severity: {
    // Worst first, of one severity the newest: the index runs up and then down, so the second key is turned around.
    keys: [[sql`coalesce(p.severity_rank, 1000)`, 'int']],
    descending: false,
  },
};

/** A page of post-mortems that the actor may see, each with its place. */
export async function listPostmortems(
  db: Kysely<Tables>,
  query: ListQuery,
): Promise<{ readonly row: SummaryRow; readonly place: ListPlace }[]> {
  const { rows } = await sql<SummaryRow & { place: string[] }>`
    select ${SUMMARY_COLUMNS}, ${placeOf(query.order)} as place
    from postmortems p
    where ${visibleTo(query.actor, 'p')} ${filtered(query.filters, query.actor)} ${behind(query)}
    order by ${sortedBy(query.order)} limit ${query.limit}`.execute(db);
  return rows.map(({ place, ...row }) => ({ row, place }));
}

function placeOf(order: PostmortemOrder): RawBuilder<unknown> {
  if (order === 'severity') return sql`array[coalesce(p.severity_rank, 1000)::text, p.sorted_at::text, p.id::text]`;
  const [key] = ORDERS[order].keys[0] ?? [sql`p.id`];
  return sql`array[(${key})::text, p.id::text]`;
}

function sortedBy(order: PostmortemOrder): RawBuilder<unknown> {
  if (order === 'severity') return sql`coalesce(p.severity_rank, 1000), p.sorted_at desc, p.id desc`;
  const [key] = ORDERS[order].keys[0] ?? [sql`p.id`];
  return ORDERS[order].descending ? sql`${key} desc, p.id desc` : sql`${key}, p.id`;
}

function behind({ order, after }: ListQuery): RawBuilder<unknown> {
  if (after === undefined) return sql``;
  if (order === 'severity') {
    const [rank, at, id] = after;
    return sql`and coalesce(p.severity_rank, 1000) >= ${rank}::int
      and (coalesce(p.severity_rank, 1000) > ${rank}::int or (p.sorted_at, p.id) < (${at}::timestamptz, ${id}::uuid))`;
  }
  const [value, id] = after;
  const [key, type] = ORDERS[order].keys[0] ?? [sql`p.id`, 'uuid'];
  const sign = ORDERS[order].descending ? sql`<` : sql`>`;
  return sql`and (${key}, p.id) ${sign} (${value}::${sql.raw(type)}, ${id}::uuid)`;
}

function filtered(filters: PostmortemFilters, actor: Actor): RawBuilder<unknown> {
  const { from, mine, service, severity, status, tag, team, to } = filters;
  const parts = [
    anyOf(status, (values) => sql`and p.status = any(${values}::text[])`),
    anyOf(severity, (values) => sql`and p.severity_rank = any(${values}::int[])`),
    anyOf(service, (values) => sql`and p.services && ${values}::text[]`),
    anyOf(team, (values) => sql`and p.teams && ${values}::text[]`),
    anyOf(tag, (values) => sql`and p.tags && ${values}::text[]`),
    from === undefined ? sql`` : sql`and p.incident_at >= ${`${from}T00:00:00Z`}::timestamptz`,
    to === undefined ? sql`` : sql`and p.incident_at < ${`${to}T00:00:00Z`}::timestamptz + interval '1 day'`,
    mine === true ? sql`and ${isMine(actor)}` : sql``,
  ];
  return sql.join(parts, sql` `);
}

/** A condition for the values of a filter; none for a filter without values. */
function anyOf<Value>(
  values: readonly Value[] | undefined,
  condition: (values: readonly Value[]) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  return values === undefined || values.length === 0 ? sql`` : condition(values);
}

/** Created by the actor, or the actor is named in it: by name, handle or address. */
function isMine(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(p.created_by = ${actor.userId} or p.named && ${namesOf(actor)})`;
}

/** What the actor may be called in a document: the name, the address, and what stands before its @ as a handle. */
export function namesOf(actor: Actor): RawBuilder<string[]> {
  const own = ownersOf(actor.name);
  return sql<string[]>`(
    ${own}::text[] || coalesce((select array[lower(u.email), '@' || split_part(lower(u.email), '@', 1)]
      from users u where u.id = ${actor.userId} and u.email is not null), '{}'::text[]))`;
}

/** The same as data. */
export async function namesOfActor(db: Kysely<Tables>, actor: Actor): Promise<string[]> {
  const { rows } = await sql<{ names: string[] }>`select ${namesOf(actor)} as names`.execute(db);
  return rows[0]?.names ?? [];
}
