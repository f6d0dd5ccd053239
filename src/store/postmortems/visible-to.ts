import { type RawBuilder, sql } from 'kysely';

import { type Actor, mayDo } from '#core/workflow';

/**
 * The condition that every query of post-mortems carries: true for those that exist for the actor. The same rule as
 * `accessTo` of `core/workflow`, which a test holds.
 *
 * @param alias name of `postmortems` in the query
 */
export function visibleTo(actor: Actor, alias = 'postmortems'): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const exists = sql<boolean>`${column('workspace_id')} = ${actor.workspaceId} and ${column('deleted_at')} is null`;
  if (!mayDo(actor, 'postmortem.read')) return sql<boolean>`(${exists} and false)`;
  if (actor.role === 'admin') return sql<boolean>`(${exists})`;
  if (actor.userId === null) return sql<boolean>`(${exists} and not ${column('private')})`;
  const named = sql`${column('created_by')} = ${actor.userId} or ${actor.userId}::uuid = any(${column('access')})`;
  return sql<boolean>`(${exists} and (not ${column('private')} or ${named}))`;
}
