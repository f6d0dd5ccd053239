import type { Hono } from 'hono';

import { limitKey } from '../auth/limit-key.ts';
import type { RateLimits } from './admit-request.ts';
import type { TakeToken } from './rate-limit.ts';
import type { ServerEnv } from './server-env.ts';

/** Limits, by address, what anybody may send who is not signed in: to the paths of signing in and joining. */
export function limitStrangers(
  app: Hono<ServerEnv>,
  paths: readonly string[],
  by: { readonly take: TakeToken; readonly limits: RateLimits },
): void {
  for (const path of paths) {
    app.use(path, async (context, next) => {
      if (context.req.method !== 'GET') by.take(`address:${limitKey(context.get('address'))}`, by.limits.anonymous);
      await next();
    });
  }
}
