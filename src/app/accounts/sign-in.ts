import type { RouteRequest } from '#contract/client';
import type { AppContext } from '#app/context';
import { refuse } from '#core/errors';
import { findHomeWorkspace, findUserByEmail } from '#store/accounts';

import { attemptKeys, beginAttempt, endAttempt } from './limit-attempts.ts';
import { openSession, type OpenedSession, type Visitor } from './open-session.ts';
import { verifyPassword } from './password-hash.ts';

/**
 * Signs in with e-mail and password. Refuses `credentials-wrong` for a wrong password, an unknown address and a disabled
 * account alike, after about the same time; `too-many-attempts` after too many failures.
 */
export async function signIn(
  context: AppContext,
  credentials: RouteRequest<'signIn'>['body'],
  visitor: Visitor,
): Promise<OpenedSession> {
  const keys = attemptKeys(credentials.email, visitor.address);
  await beginAttempt(context, keys);
  const user = await findUserByEmail(context.db, credentials.email.trim());
  const right = await verifyPassword(user?.passwordHash, credentials.password);
  // Looked up for the right password only, so that a wrong one takes as long for somebody as for nobody.
  const workspaceId = right && user ? await findHomeWorkspace(context.db, user.id) : undefined;
  if (user === undefined || workspaceId === undefined) {
    context.log.warn({ address: visitor.address }, 'A sign-in failed.');
    refuse('credentials-wrong', {});
  }
  await endAttempt(context, keys);
  return openSession(context, { userId: user.id, workspaceId, cookieName: visitor.cookieName });
}
