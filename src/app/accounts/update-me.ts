import type { RouteRequest } from '#contract/client';
import type { AppContext } from '#app/context';
import { refuse } from '#core/errors';
import { deleteSessions, findUser, updateUser, type User } from '#store/accounts';
import { appendAudit } from '#store/audit';

import type { Identified } from './identify.ts';
import { attemptKeys, beginAttempt, endAttempt } from './limit-attempts.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';

type Change = RouteRequest<'updateMe'>['body'];

/**
 * Changes own name or password. A new password ends every other session. Refuses `password-wrong`, `session-required`
 * to a token, and `too-many-attempts`.
 */
export async function updateMe(
  context: AppContext,
  me: Pick<Identified, 'actor' | 'id'>,
  change: Change,
): Promise<void> {
  const { workspaceId, userId, scopes } = me.actor;
  if (scopes !== undefined) refuse('session-required', {});
  const user = await findUser(context.db, userId);
  if (user === undefined) throw new Error('A session belongs to a person.');
  const passwordHash = await newPasswordHash(context, user, change);
  const name = change.name === user.name ? undefined : change.name;
  await context.db.transaction().execute(async (trx) => {
    await updateUser(trx, userId, { name, passwordHash });
    const entry = { workspaceId, subject: `person:${userId}`, by: userId };
    if (name !== undefined) {
      await appendAudit(trx, { ...entry, action: 'name-changed', details: { from: user.name, to: name } });
    }
    if (passwordHash !== undefined) {
      await deleteSessions(trx, userId, { except: me.id });
      await appendAudit(trx, { ...entry, action: 'password-changed', details: {} });
    }
  });
  if (passwordHash !== undefined) await context.live.recheckAccess({ workspaceId });
  if (name !== undefined) context.changes.announce({ workspaceId, type: 'people', id: userId, revision: null });
}

/** Hash of the new password, if one is wanted and the current one is right; a first password needs no current one. */
async function newPasswordHash(context: AppContext, user: User, change: Change): Promise<string | undefined> {
  if (change.newPassword === undefined) return undefined;
  if (user.passwordHash !== null) {
    const keys = attemptKeys(user.email ?? user.id, `session of ${user.id}`);
    await beginAttempt(context, keys);
    if (!(await verifyPassword(user.passwordHash, change.currentPassword ?? ''))) refuse('password-wrong', {});
    await endAttempt(context, keys);
  }
  return hashPassword(change.newPassword);
}
