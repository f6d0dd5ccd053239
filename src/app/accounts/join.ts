import type { Kysely } from 'kysely';

import type { RouteAnswer, RouteRequest } from '#contract/client';
import type { AppContext } from '#app/context';
import { refuse } from '#core/errors';
import {
  deleteInvitation,
  findInvitation,
  findUserByEmail,
  findWorkspace,
  insertMember,
  insertUser,
  type Invitation,
} from '#store/accounts';
import { appendAudit } from '#store/audit';
import type { Tables } from '#store/tables';

import { openSession, type OpenedSession, type Visitor } from './open-session.ts';
import { hashPassword } from './password-hash.ts';
import { hashSecret } from './secrets.ts';

type JoinBody = RouteRequest<'acceptInvitation'>['body'];

/** What an invitation is for. Refuses `invitation-void`. */
export async function readInvitation(context: AppContext, token: string): Promise<RouteAnswer<'readInvitation'>> {
  const { workspaceId, role, email, by } = await openInvitation(context, context.db, token);
  const workspace = await findWorkspace(context.db, workspaceId);
  return { workspaceName: workspace?.name ?? '', role, email, by };
}

/**
 * Joins the workspace with an invitation, which is used up by it, and signs in. Refuses `invitation-void`,
 * `invitation-for-another` and `account-exists`.
 */
export async function acceptInvitation(context: AppContext, body: JoinBody, visitor: Visitor): Promise<OpenedSession> {
  const invitation = await openInvitation(context, context.db, body.token);
  checkAddress(invitation, body.email);
  if (await findUserByEmail(context.db, body.email)) refuse('account-exists', { email: body.email });
  const passwordHash = await hashPassword(body.password);
  const { workspaceId } = invitation;
  const userId = context.newId();
  await context.db.transaction().execute(async (trx) => {
    if (!(await deleteInvitation(trx, workspaceId, invitation.id))) refuse('invitation-void', {});
    await addPerson(context, trx, { ...body, passwordHash, userId, invitation });
  });
  context.changes.announce({ workspaceId, type: 'people', id: userId, revision: null });
  return openSession(context, { userId, workspaceId, cookieName: visitor.cookieName });
}

async function openInvitation(context: AppContext, db: Kysely<Tables>, token: string): Promise<Invitation> {
  return (await findInvitation(db, hashSecret(token), context.now())) ?? refuse('invitation-void', {});
}

function checkAddress(invitation: Invitation, given: string): void {
  const { email } = invitation;
  if (email !== null && email.toLowerCase() !== given.toLowerCase()) refuse('invitation-for-another', { email, given });
}

async function addPerson(
  context: AppContext,
  trx: Kysely<Tables>,
  person: JoinBody & { readonly passwordHash: string; readonly userId: string; readonly invitation: Invitation },
): Promise<void> {
  const { userId, name, email, passwordHash, invitation } = person;
  const { workspaceId, role } = invitation;
  const at = context.now();
  if (!(await insertUser(trx, { id: userId, name, email, passwordHash, at }))) refuse('account-exists', { email });
  await insertMember(trx, { workspaceId, userId }, { role, at });
  const details = { name, role, by: 'invitation', invitation: invitation.id };
  await appendAudit(trx, { workspaceId, subject: `person:${userId}`, action: 'person-added', details, by: userId });
}
