import type { Kysely } from 'kysely';

import type { RouteAnswer } from '#contract/client';
import type { AppContext } from '#app/context';
import { type Actor, permissionsOf, personColour } from '#core/workflow';
import { findMember, findWorkspace, insertSession } from '#store/accounts';
import type { Tables } from '#store/tables';

import { DAY, plusSeconds } from './instants.ts';
import { csrfTokenOf, hashSession, newSecret } from './secrets.ts';

/** Seconds a session lasts without use, and at most. */
export const SESSION_IDLE = 14 * DAY;
export const SESSION_LONGEST = 90 * DAY;

/** Where a request to sign in comes from. */
export interface Visitor {
  /** Address of the client, as far as it is known. */
  readonly address: string;
  /** Name of the cookie that will hold the session. */
  readonly cookieName: string;
}

/** A session that has just begun. */
export interface OpenedSession {
  /** Value of the cookie; known to nobody but its browser. */
  readonly secret: string;
  readonly session: RouteAnswer<'getSession'>;
}

/** The session that a person uses. */
interface CurrentSession {
  readonly csrfToken: string;
  readonly expiresAt: string;
}

/** Stores a new session of the person and gives back its secret. */
async function storeSession(
  context: AppContext,
  db: Kysely<Tables>,
  owner: { readonly userId: string; readonly workspaceId: string; readonly cookieName: string },
): Promise<{ readonly secret: string; readonly expiresAt: string }> {
  const secret = newSecret();
  const at = context.now();
  const expiresAt = plusSeconds(at, SESSION_IDLE);
  await insertSession(db, {
    hash: hashSession(owner.cookieName, secret),
    id: context.newId(),
    userId: owner.userId,
    workspaceId: owner.workspaceId,
    at,
    expiresAt,
    endsAt: plusSeconds(at, SESSION_LONGEST),
  });
  return { secret, expiresAt };
}

/** Begins a session of a person who has proved who they are. */
export async function openSession(
  context: AppContext,
  owner: { readonly userId: string; readonly workspaceId: string; readonly cookieName: string },
): Promise<OpenedSession> {
  const { secret, expiresAt } = await storeSession(context, context.db, owner);
  const session = await describeSession(context, owner, { csrfToken: csrfTokenOf(secret), expiresAt });
  return { secret, session };
}

/** Who is signed in, as the contract tells it. `scopes` narrow the permissions where a token is in use. */
export async function describeSession(
  context: AppContext,
  owner: { readonly userId: string; readonly workspaceId: string; readonly scopes?: Actor['scopes'] },
  current: CurrentSession,
): Promise<RouteAnswer<'getSession'>> {
  const { userId, workspaceId } = owner;
  const [member, workspace] = await Promise.all([
    findMember(context.db, { workspaceId, userId }),
    findWorkspace(context.db, workspaceId),
  ]);
  if (member === undefined || workspace === undefined) throw new Error('A session belongs to a member of a workspace.');
  const { id, name, email, role } = member;
  const scopes = owner.scopes === undefined ? {} : { scopes: owner.scopes };
  return {
    user: { id, name, email, colour: personColour(id) },
    role,
    permissions: permissionsOf({ workspaceId, userId, name, role, via: 'web', ...scopes }),
    workspace: { id: workspace.id, name: workspace.name },
    csrfToken: current.csrfToken,
    expiresAt: current.expiresAt,
  };
}
