import type { UseCase } from '#app/context';
import { refuse } from '#core/errors';
import type { Actor, Scope } from '#core/workflow';
import { deleteToken, insertToken, listTokens as listStored } from '#store/accounts';
import { appendAudit } from '#store/audit';

import { DAY, plusSeconds } from './instants.ts';
import { hashSecret, newSecret } from './secrets.ts';

/** What every token begins with, so that scanners find those that were published by mistake. */
const TOKEN_PREFIX = 'nvt_';

/** Own tokens, newest first. */
export const listTokens: UseCase<'listTokens'> = async (context, actor) => ({
  items: await listStored(context.db, { workspaceId: actor.workspaceId, userId: personOf(actor) }),
});

/**
 * Makes a token; the answer holds the secret, which nobody can learn again. Refuses `session-required` to a token: one that
 * leaked could outlive its end in others.
 */
export const createToken: UseCase<'createToken'> = async (context, actor, request) => {
  const { workspaceId } = actor;
  const userId = personOf(actor);
  const { name, expiresInDays } = request.body;
  const scopes = [...new Set(request.body.scopes)];
  if (actor.scopes !== undefined) refuse('session-required', {});
  const secret = `${TOKEN_PREFIX}${newSecret()}`;
  const id = context.newId();
  const at = context.now();
  const expiresAt = expiresInDays === undefined ? null : plusSeconds(at, expiresInDays * DAY);
  await context.db.transaction().execute(async (trx) => {
    await insertToken(trx, { workspaceId, id, hash: hashSecret(secret), userId, name, scopes, at, expiresAt });
    const details = { id, name, scopes, expiresAt };
    await appendAudit(trx, {
      workspaceId,
      subject: `person:${userId}`,
      action: 'token-created',
      details,
      by: userId,
    });
  });
  return { id, name, scopes, createdAt: at, lastUsedAt: null, expiresAt, secret };
};

/** Revokes an own token; with a token only itself and what is no wider. Refuses `token-missing`, `token-too-wide`. */
export const revokeToken: UseCase<'revokeToken'> = async (context, actor, request) => {
  const { workspaceId } = actor;
  const userId = personOf(actor);
  const id = request.path.tokenId;
  const own = await listStored(context.db, { workspaceId, userId });
  const token = own.find((each) => each.id === id) ?? refuse('token-missing', { id });
  refuseWider(actor, token.scopes);
  await context.db.transaction().execute(async (trx) => {
    if (!(await deleteToken(trx, { workspaceId, id, userId }))) refuse('token-missing', { id });
    const entry = { subject: `person:${userId}`, action: 'token-revoked', details: { id, name: token.name } };
    await appendAudit(trx, { ...entry, workspaceId, by: userId });
  });
  await context.live.recheckAccess({ workspaceId });
  return undefined;
};

function personOf(actor: Actor): string {
  return actor.userId ?? refuse('sign-in-required', {});
}

/** A token in use reaches only those that may do no more than itself. */
function refuseWider(actor: Actor, scopes: readonly Scope[]): void {
  const wider = actor.scopes && scopes.find((scope) => !actor.scopes?.includes(scope));
  if (wider !== undefined) refuse('token-too-wide', { scope: wider });
}
