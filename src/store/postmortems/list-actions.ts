import { type Kysely, type RawBuilder, sql } from 'kysely';

import type { Actor } from '#core/workflow';
import type { Tables } from '#store/tables';

import { ownersOf } from './content-parts.ts';
import { type ListPlace, namesOf } from './list-postmortems.ts';
import { visibleTo } from './visible-to.ts';

/** An action item with the post-mortem it belongs to. */
export interface ActionRow {
  readonly row_id: string;
  readonly postmortem_id: string;
  readonly postmortem_title: string;
  readonly text: string;
  readonly owner: string | null;
  readonly due_on: string | null;
  readonly state: string;
  readonly due: string | null;
  readonly priority: string | null;
}

/** Which action items, and how many. */
export interface ActionQuery {
  readonly actor: Actor;
  readonly mine?: boolean | undefined;
  readonly open?: boolean | undefined;
  /** Name, handle or address, in any case. */
  readonly owner?: string | undefined;
  readonly after?: ListPlace | undefined;
  readonly limit: number;
}

/** States of actions that are still to be done. */
const OPEN = ['open', 'in-progress', 'unknown'];

/** Action items of the post-mortems that the actor may see, what is due first first; undated ones last. */
export async function listActions(
  db: Kysely<Tables>,
  query: ActionQuery,
): Promise<{ readonly row: ActionRow; readonly place: ListPlace }[]> {
  const { rows } = await sql<ActionRow & { place: string[] }>`
    select a.row_id, a.postmortem_id, p.title as postmortem_title, a.text, a.owner, a.due_on, a.state,
      a.item ->> 'due' as due, a.item ->> 'priority' as priority,
      array[coalesce(a.due_on, '9999-12-31')::text, a.postmortem_id::text, a.row_id] as place
    from ${sourceOf(query)} a join postmortems p on p.workspace_id = a.workspace_id and p.id = a.postmortem_id
    where a.workspace_id = ${query.actor.workspaceId} and ${visibleTo(query.actor, 'p')} ${filtered(query)}
    order by coalesce(a.due_on, '9999-12-31'), a.postmortem_id, a.row_id limit ${query.limit}`.execute(db);
  return rows.map(({ place, ...row }) => ({ row, place }));
}

/**
 * Somebody's actions are few: they are found by their owner first and put in order then. Left to itself, the database goes
 * through everybody's in the order of their dates.
 */
function sourceOf({ actor, mine, owner }: ActionQuery): RawBuilder<unknown> {
  if (mine !== true && owner === undefined) return sql`actions`;
  const names = mine === true ? namesOf(actor) : sql`${ownersOf(owner)}::text[]`;
  return sql`(select * from actions o where o.workspace_id = ${actor.workspaceId} and o.owners && ${names} offset 0)`;
}

function filtered({ actor, after, mine, open, owner }: ActionQuery): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [];
  if (mine === true) parts.push(sql`and a.owners && ${namesOf(actor)}`);
  if (open !== undefined) parts.push(sql`and a.state ${sql.raw(open ? '= any' : '<> all')}(${OPEN}::text[])`);
  if (owner !== undefined) parts.push(sql`and a.owners && ${ownersOf(owner)}::text[]`);
  if (after !== undefined) {
    const [due, postmortem, row] = after;
    parts.push(sql`and (coalesce(a.due_on, '9999-12-31'), a.postmortem_id, a.row_id)
      > (${due}::date, ${postmortem}::uuid, ${row})`);
  }
  return parts.length === 0 ? sql`` : sql.join(parts, sql` `);
}
