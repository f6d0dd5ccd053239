import type { Visitor } from '#app/accounts';

import type { ServerContext } from '#server/http';
import type { AuthSettings } from './auth-settings.ts';
import { limitKey } from './limit-key.ts';
import { sessionCookieName } from './session-cookie.ts';

/** Where a request to sign in comes from. */
export function visitorOf(request: ServerContext, settings: AuthSettings): Visitor {
  return { address: limitKey(request.get('address')), cookieName: sessionCookieName(settings.publicUrl()) };
}
