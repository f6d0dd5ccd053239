import type { AppContext } from '#app/context';
import type { Actor } from '#core/workflow';
import { deleteSession, findSession, findToken, touchSession, touchToken } from '#store/accounts';

import { MINUTE, plusSeconds, secondsBetween } from './instants.ts';
import { SESSION_IDLE } from './open-session.ts';
import { hashSecret, hashSession } from './secrets.ts';

/** How often the use of a session or token is written down, in seconds. */
const SEEN_EVERY = MINUTE;

/** Somebody we know, and until when. */
export interface Identified {
  readonly actor: Actor & { readonly userId: string };
  /** Id of the session or the token. */
  readonly id: string;
  /** Null for a token without end. */
  readonly expiresAt: string | null;
}

/** Who the cookie belongs to; undefined if its session is over, or its person disabled. Every use prolongs it. */
export async function identifySession(
  context: AppContext,
  cookie: { readonly name: string; readonly value: string },
): Promise<(Identified & { readonly expiresAt: string }) | undefined> {
  const now = context.now();
  const hash = hashSession(cookie.name, cookie.value);
  const found = await findSession(context.db, hash, now);
  if (found === undefined) return undefined;
  const { id, userId, workspaceId, name, role } = found;
  let { expiresAt } = found;
  if (secondsBetween(found.seenAt, now) >= SEEN_EVERY) {
    expiresAt = earlier(plusSeconds(now, SESSION_IDLE), found.endsAt);
    await touchSession(context.db, { hash, userId }, { now, expiresAt });
  }
  return { actor: { workspaceId, userId, name, role, via: 'web' }, id, expiresAt };
}

/** Who the API token belongs to; undefined if it is over or revoked, or its owner disabled. */
export async function identifyToken(context: AppContext, secret: string): Promise<Identified | undefined> {
  const now = context.now();
  const found = await findToken(context.db, hashSecret(secret), now);
  if (found === undefined) return undefined;
  const { id, userId, workspaceId, name, role, scopes, usedAt, expiresAt } = found;
  if (usedAt === null || secondsBetween(usedAt, now) >= SEEN_EVERY) await touchToken(context.db, found, now);
  return { actor: { workspaceId, userId, name, role, scopes, via: 'api' }, id, expiresAt };
}

/** Ends a session; whatever it has open is closed. */
export async function signOut(context: AppContext, session: Pick<Identified, 'id' | 'actor'>): Promise<void> {
  const { userId, workspaceId } = session.actor;
  await deleteSession(context.db, session.id, userId);
  await context.live.recheckAccess({ workspaceId });
}

function earlier(first: string, second: string): string {
  return first < second ? first : second;
}
