import type { RouteAnswer } from '#contract/client';
import type { UseCase } from '#app/context';
import { refuse } from '#core/errors';
import { deleteInvitation, insertInvitation, type Invitation, listInvitations as listStored } from '#store/accounts';
import { appendAudit } from '#store/audit';

import { DAY, plusSeconds } from './instants.ts';
import { hashSecret, newSecret } from './secrets.ts';

/** Seconds an invitation can be accepted. */
const INVITATION_LASTS = 7 * DAY;

/** Invitations that can still be accepted, newest first. */
export const listInvitations: UseCase<'listInvitations'> = async (context, actor) => {
  const found = await listStored(context.db, actor.workspaceId, context.now());
  return { items: found.map(shown) };
};

/** Invites somebody: the answer holds the link, which nobody can learn again. */
export const createInvitation: UseCase<'createInvitation'> = async (context, actor, request) => {
  const { workspaceId, userId } = actor;
  const { email = null, role } = request.body;
  const secret = newSecret();
  const id = context.newId();
  const at = context.now();
  const expiresAt = plusSeconds(at, INVITATION_LASTS);
  await context.db.transaction().execute(async (trx) => {
    const facts = { workspaceId, id, hash: hashSecret(secret), email, role, createdBy: userId, at, expiresAt };
    await insertInvitation(trx, facts);
    const details = { id, email, role };
    await appendAudit(trx, { workspaceId, subject: 'invitations', action: 'invitation-created', details, by: userId });
  });
  context.changes.announce({ workspaceId, type: 'people', id, revision: null });
  // The secret stands behind the #, so that it is in no log on its way.
  const url = `${context.publicUrl?.() ?? ''}/join#token=${secret}`;
  return { id, email, role, createdAt: at, expiresAt, by: actor.name, url };
};

/** Withdraws an invitation. Refuses `invitation-missing`. */
export const revokeInvitation: UseCase<'revokeInvitation'> = async (context, actor, request) => {
  const { workspaceId, userId } = actor;
  const id = request.path.invitationId;
  await context.db.transaction().execute(async (trx) => {
    if (!(await deleteInvitation(trx, workspaceId, id))) refuse('invitation-missing', { id });
    const entry = { subject: 'invitations', action: 'invitation-withdrawn', details: { id } };
    await appendAudit(trx, { ...entry, workspaceId, by: userId });
  });
  context.changes.announce({ workspaceId, type: 'people', id, revision: null });
  return undefined;
};

function shown(invitation: Invitation): RouteAnswer<'listInvitations'>['items'][number] {
  const { id, email, role, createdAt, expiresAt, by } = invitation;
  return { id, email, role, createdAt, expiresAt, by };
}
