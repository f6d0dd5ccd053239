import { Hono } from 'hono';

import {
  acceptInvitation,
  completeSetup,
  describeSession,
  needsSetup,
  type OpenedSession,
  readInvitation,
  signIn,
  signOut,
  updateMe,
} from '#app/accounts';
import type { AppContext } from '#app/context';
import { ROUTE_PATHS, type RouteAnswer, type RouteId } from '#contract/client';
import { refuse } from '#core/errors';

import { requestParser, type ServerContext, type ServerEnv } from '#server/http';
import type { AuthSettings } from './auth-settings.ts';
import { authenticate, type Identity } from './authenticate.ts';
import { addOidcRoutes } from './oidc/oidc-routes.ts';
import { requireCsrf } from './require-csrf.ts';
import { beginCookie, endCookie } from './session-cookie.ts';
import { visitorOf } from './visitor.ts';

/** Operations that these routes answer, because they set cookies or are about the session itself. */
export const AUTH_ROUTES = [
  'getSetup',
  'completeSetup',
  'getSession',
  'signIn',
  'signOut',
  'updateMe',
  'readInvitation',
  'acceptInvitation',
] as const satisfies readonly RouteId[];

/** One of {@link AUTH_ROUTES}. */
export type AuthRouteId = (typeof AUTH_ROUTES)[number];

type Handler = (request: ServerContext) => Promise<Response>;

/** The routes of signing in and out, below `/api/v1`; they throw refusals only. And the pages below `/auth/oidc`. */
export function authRoutes(context: AppContext, settings: AuthSettings): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>();
  const handlers = { ...publicHandlers(context, settings), ...ownHandlers(context, settings) };
  for (const id of AUTH_ROUTES) {
    const [method, path] = ROUTE_PATHS[id];
    app.on(method, `/api/v1${path}`, async (request) => {
      request.set('route', id);
      return handlers[id](request);
    });
  }
  addOidcRoutes(app, context, settings);
  return app;
}

/** What people call who are not signed in yet. */
function publicHandlers(context: AppContext, settings: AuthSettings) {
  const begin = beginSession(settings);
  const parse = {
    completeSetup: requestParser('completeSetup'),
    signIn: requestParser('signIn'),
    readInvitation: requestParser('readInvitation'),
    acceptInvitation: requestParser('acceptInvitation'),
  };
  return {
    getSetup: async (request) => {
      const oidc = settings.oidc === undefined ? null : { name: settings.oidc.name };
      const answer = { needsSetup: await needsSetup(context), oidc, version: settings.version };
      return request.json(answer satisfies RouteAnswer<'getSetup'>);
    },
    completeSetup: async (request) => {
      const { body } = await fromOwnPage(request, parse.completeSetup);
      return begin(request, await completeSetup(context, body, visitorOf(request, settings)));
    },
    signIn: async (request) => {
      const { body } = await fromOwnPage(request, parse.signIn);
      return begin(request, await signIn(context, body, visitorOf(request, settings)));
    },
    readInvitation: async (request) => {
      const { body } = await fromOwnPage(request, parse.readInvitation);
      return request.json(await readInvitation(context, body.token));
    },
    acceptInvitation: async (request) => {
      const { body } = await fromOwnPage(request, parse.acceptInvitation);
      return begin(request, await acceptInvitation(context, body, visitorOf(request, settings)));
    },
  } satisfies Partial<Record<AuthRouteId, Handler>>;
}

/** What is about the session, or the token, that calls. */
function ownHandlers(context: AppContext, settings: AuthSettings) {
  const parseMe = requestParser('updateMe');
  return {
    getSession: async (request) => request.json(await describe(context, await identityOf(context, request))),
    signOut: async (request) => {
      const { actor, session } = await identityOf(context, request);
      // A token ends by being revoked.
      if (session === undefined) return refuse('session-required', {});
      await signOut(context, { actor, id: session.id });
      return new Response(null, { status: 204, headers: { 'set-cookie': endCookie(settings.publicUrl()) } });
    },
    updateMe: async (request) => {
      const identity = await identityOf(context, request);
      if (identity.session === undefined) return refuse('session-required', {});
      const { body } = await parseMe(request);
      await updateMe(context, { actor: identity.actor, id: identity.session.id }, body);
      return request.json(await describe(context, identity));
    },
  } satisfies Partial<Record<AuthRouteId, Handler>>;
}

/** Signing somebody in as somebody else is an attack, too, so these writes must come from a page of ours as well. */
async function fromOwnPage<Parsed>(
  request: ServerContext,
  parse: (request: ServerContext) => Promise<Parsed>,
): Promise<Parsed> {
  requireCsrf(request.req.raw, null);
  return parse(request);
}

async function identityOf(context: AppContext, request: ServerContext): Promise<Identity> {
  const identity = await authenticate(context, request.req.raw);
  if (identity === null) return refuse('sign-in-required', {});
  request.set('userId', identity.actor.userId);
  requireCsrf(request.req.raw, identity);
  return identity;
}

/** A token has no CSRF token, and may have no end. */
function describe(context: AppContext, identity: Identity): Promise<RouteAnswer<'getSession'>> {
  const { actor, session, token } = identity;
  const expiresAt = session?.expiresAt ?? token?.expiresAt ?? '9999-12-31T23:59:59.999Z';
  return describeSession(context, actor, { csrfToken: session?.csrfToken ?? '', expiresAt });
}

function beginSession(settings: AuthSettings) {
  return (request: ServerContext, opened: OpenedSession): Response => {
    request.set('userId', opened.session.user.id);
    const headers = { 'set-cookie': beginCookie(settings.publicUrl(), opened.secret) };
    return request.json(opened.session, 201, headers);
  };
}
