import type { RouteId } from '#contract/client';
import type { Actor } from '#core/workflow';

import { limitKey } from '../auth/limit-key.ts';
import { authorise } from './authorise.ts';
import type { RateLimit, TakeToken } from './rate-limit.ts';
import type { ServerContext } from './server-env.ts';

/** Who sends a request. */
export interface Authentication {
  readonly actor: Actor;
  /** Present for a signed-in person, absent for a token. */
  readonly session?: { readonly id: string; readonly csrfToken: string; readonly expiresAt: string };
}

/** How people and tokens are told apart; made by `server/auth`. */
export interface Authenticator {
  authenticate(headers: Headers): Promise<Authentication | null>;
  /** Refuses a write that another site may have made the browser send. */
  requireCsrf(request: Request, authentication: Authentication): void;
}

/** Lets a request in, and says who sends it. Refuses with 401, 403 or 429. */
export type Admit = (
  context: ServerContext,
  call: { readonly id: RouteId; readonly writes: boolean },
) => Promise<Actor>;

/** How often one may call. */
export interface RateLimits {
  readonly signedIn: RateLimit;
  readonly anonymous: RateLimit;
}

/** Generous to people and their programs, tight to strangers. */
export const DEFAULT_RATE_LIMITS: RateLimits = {
  signedIn: { perSecond: 200, burst: 2000 },
  anonymous: { perSecond: 5, burst: 60 },
};

/** Makes the gate that every route of the table goes through. */
export function admitRequests(
  authenticator: Authenticator,
  take: TakeToken,
  limits: RateLimits = DEFAULT_RATE_LIMITS,
): Admit {
  return async (context, { id, writes }) => {
    const authentication = await authenticator.authenticate(context.req.raw.headers);
    limit(context, authentication, { take, limits });
    if (authentication !== null) {
      context.set('userId', authentication.actor.userId);
      if (writes) authenticator.requireCsrf(context.req.raw, authentication);
    }
    return authorise(id, authentication?.actor ?? null, writes);
  };
}

function limit(
  context: ServerContext,
  authentication: Authentication | null,
  by: { readonly take: TakeToken; readonly limits: RateLimits },
): void {
  const userId = authentication?.actor.userId;
  if (typeof userId === 'string') by.take(`user:${userId}`, by.limits.signedIn);
  else by.take(`address:${limitKey(context.get('address'))}`, by.limits.anonymous);
}
