import type { Transaction } from 'kysely';

import type { RouteRequest } from '#contract/client';
import type { AppContext } from '#app/context';
import { refuse } from '#core/errors';
import {
  deleteSetupTokens,
  findFirstWorkspace,
  findUserByEmail,
  hasAdmin,
  insertMember,
  insertSetupToken,
  insertUser,
  insertWorkspace,
  isSetupToken,
  lockSetup,
  renameWorkspace,
  updateMember,
  updateUser,
} from '#store/accounts';
import { appendAudit } from '#store/audit';
import type { Tables } from '#store/tables';

import { openSession, type OpenedSession, type Visitor } from './open-session.ts';
import { hashPassword } from './password-hash.ts';
import { hashSecret, newSecret } from './secrets.ts';

type SetupBody = RouteRequest<'completeSetup'>['body'];

const DEFAULT_NAME = 'Our workspace';

/** True while nobody can administer this installation. */
export async function needsSetup(context: AppContext): Promise<boolean> {
  return !(await hasAdmin(context.db));
}

/** A new secret for the one-time link of the first administrator; undefined once there is one. Earlier links stay good. */
export async function newSetupSecret(context: AppContext): Promise<string | undefined> {
  if (await hasAdmin(context.db)) return undefined;
  const secret = newSecret();
  await insertSetupToken(context.db, hashSecret(secret), context.now());
  return secret;
}

/** Creates the first administrator and the workspace, and signs in. Refuses `setup-done`, `setup-link-void`. */
export async function completeSetup(context: AppContext, body: SetupBody, visitor: Visitor): Promise<OpenedSession> {
  await checkLink(context.db, body.token);
  const passwordHash = await hashPassword(body.password);
  const owner = await context.db.transaction().execute(async (trx) => {
    await lockSetup(trx);
    await checkLink(trx, body.token);
    const workspaceId = await prepareWorkspace(context, trx, body.workspaceName);
    const userId = await prepareAdmin(context, trx, { ...body, passwordHash, workspaceId });
    await deleteSetupTokens(trx);
    return { userId, workspaceId };
  });
  return openSession(context, { ...owner, cookieName: visitor.cookieName });
}

async function checkLink(db: AppContext['db'], token: string): Promise<void> {
  if (await hasAdmin(db)) refuse('setup-done', {});
  if (!(await isSetupToken(db, hashSecret(token)))) refuse('setup-link-void', {});
}

async function prepareWorkspace(context: AppContext, trx: Transaction<Tables>, name?: string): Promise<string> {
  const first = await findFirstWorkspace(trx);
  if (first === undefined) {
    const id = context.newId();
    await insertWorkspace(trx, { id, name: name ?? DEFAULT_NAME, at: context.now() });
    return id;
  }
  if (name !== undefined) await renameWorkspace(trx, { id: first.id, name });
  return first.id;
}

/** Whoever holds the link runs the server, so an account that came by another way becomes theirs. */
async function prepareAdmin(
  context: AppContext,
  trx: Transaction<Tables>,
  admin: SetupBody & { readonly passwordHash: string; readonly workspaceId: string },
): Promise<string> {
  const { name, email, passwordHash, workspaceId } = admin;
  const at = context.now();
  const id = context.newId();
  const isNew = await insertUser(trx, { id, name, email, passwordHash, at });
  const userId = isNew ? id : ((await findUserByEmail(trx, email))?.id ?? id);
  if (!isNew) await updateUser(trx, userId, { name, passwordHash });
  const key = { workspaceId, userId };
  const joined = await insertMember(trx, key, { role: 'admin', at });
  if (!joined) await updateMember(trx, key, { role: 'admin', disabledAt: null });
  const details = { name, role: 'admin', by: 'setup link' };
  await appendAudit(trx, { workspaceId, subject: `person:${userId}`, action: 'person-added', details, by: userId });
  return userId;
}
