import type { Hono } from 'hono';

import { oidcFlowSecret, signInWithOidc } from '#app/accounts';
import type { AppContext } from '#app/context';
import { Refusal, refusal, refuse } from '#core/errors';

import type { ServerContext, ServerEnv } from '#server/http';
import type { AuthSettings, OidcSettings } from '../auth-settings.ts';
import { beginCookie } from '../session-cookie.ts';
import { visitorOf } from '../visitor.ts';
import { beginFlow, endFlow, FLOW_MILLISECONDS, type OidcFlow, readFlow } from './flow-cookie.ts';
import { createOidcClient, type OidcClient } from './oidc-client.ts';
import { refusalPage } from './refusal-page.ts';

interface Parts {
  readonly context: AppContext;
  readonly settings: AuthSettings;
  readonly oidc: OidcSettings;
  readonly client: OidcClient;
}

/** Where the provider sends browsers back to. */
const CALLBACK = '/auth/oidc/callback';

/** Adds signing in with the provider: `/auth/oidc/start?to=/path` and the way back. Both are for browsers, so both answer pages. */
export function addOidcRoutes(app: Hono<ServerEnv>, context: AppContext, settings: AuthSettings): void {
  const { oidc } = settings;
  const parts = oidc && { context, settings, oidc, client: createOidcClient(oidc) };
  const answer =
    (run: (parts: Parts, request: ServerContext) => Promise<Response>) => async (request: ServerContext) => {
      try {
        return await run(parts ?? refuse('oidc-off', {}), request);
      } catch (error) {
        if (error instanceof Refusal) return refusalPage(error);
        throw error;
      }
    };
  app.get('/auth/oidc/start', answer(start));
  app.get(CALLBACK, answer(comeBack));
}

async function start({ client, context, oidc, settings }: Parts, request: ServerContext): Promise<Response> {
  const publicUrl = settings.publicUrl();
  const begun = await asked({ context, oidc }, client.begin(`${publicUrl}${CALLBACK}`));
  const until = new Date(Date.parse(context.now()) + FLOW_MILLISECONDS).toISOString();
  const flow: OidcFlow = { ...begun.proof, to: ownPath(request.req.query('to')), until };
  return redirect(begun.url, [beginFlow(publicUrl, flow, await oidcFlowSecret(context))]);
}

async function comeBack({ client, context, oidc, settings }: Parts, request: ServerContext): Promise<Response> {
  const publicUrl = settings.publicUrl();
  const secret = await oidcFlowSecret(context);
  const flow = readFlow(request.req.raw.headers, publicUrl, { secret, now: context.now() });
  if (flow?.state === undefined || flow.state !== request.req.query('state')) {
    return refuse('oidc-lost', { name: oidc.name });
  }
  // As the provider knows the address, whatever stands between it and us.
  const returned = new URL(`${publicUrl}${CALLBACK}${new URL(request.req.url).search}`);
  const claims = await asked({ context, oidc }, client.finish(returned, flow));
  const opened = await signInWithOidc(context, oidc, { claims, visitor: visitorOf(request, settings) });
  request.set('userId', opened.session.user.id);
  return redirect(flow.to, [beginCookie(publicUrl, opened.secret), endFlow(publicUrl)]);
}

/** What the provider answers, or a refusal that says why it does not. */
async function asked<Answer>(who: Pick<Parts, 'context' | 'oidc'>, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    who.context.log.warn({ err: error, issuer: who.oidc.issuer }, 'A sign-in with the provider failed.');
    throw refusal('oidc-failed', { name: who.oidc.name, reason: reasonOf(error) });
  }
}

function reasonOf(error: unknown): string {
  const { error: code, error_description: description } = error as { error?: unknown; error_description?: unknown };
  if (code === 'access_denied') return 'it was cancelled there';
  if (typeof code !== 'string') return 'it does not answer as it must; the log of this server says more';
  const said = typeof description === 'string' ? description : code;
  return `it says "${said.slice(0, 200).replace(/\.$/u, '')}"`;
}

/** A path of this server; anything that could lead elsewhere becomes the first page. */
function ownPath(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(to) ? to : '/';
}

function redirect(location: string, cookies: readonly string[]): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const each of cookies) headers.append('set-cookie', each);
  return new Response(null, { status: 303, headers });
}
