import { Hono } from 'hono';

import type { AppLog } from '#app/context';
import type { RouteId } from '#contract/client';
import { refusal } from '#core/errors';

import { traceRequest } from '../operation/tracing.ts';
import { clientAddress } from './client-address.ts';
import { mountRoutes, refuseUnknown, type RoutePorts } from './mount-routes.ts';
import { asRefusal, problemResponse, statusOf } from './problem-response.ts';
import { requestIdOf } from './request-id.ts';
import { DATA_POLICY, EVERY_ANSWER, STRICT_TRANSPORT } from './security-headers.ts';
import type { ServerContext, ServerEnv } from './server-env.ts';

/** What the whole of HTTP is put together from. */
export interface AppParts extends RoutePorts {
  /** Use cases of the table, by route id. */
  readonly useCases: Readonly<Partial<Record<RouteId, unknown>>>;
  /** Mount what is no use case: sign-in, changes, health, pages. Called before and after the table. */
  readonly before: readonly ((app: Hono<ServerEnv>) => void)[];
  readonly after: readonly ((app: Hono<ServerEnv>) => void)[];
  readonly settings: HttpSettings;
  readonly observe: Observe;
  /** True for errors of a database that is away for the moment. */
  readonly isDatabaseAway: (error: unknown) => boolean;
  readonly log: AppLog;
}

/** What HTTP needs to know about where it runs. */
export interface HttpSettings {
  /** Origin that people use, `https://postmortems.example.com`. */
  readonly publicUrl: string;
  /** How many proxies of our own stand in front. */
  readonly trustProxy: number;
}

/** Hears of every answered request, for the log and the metrics. */
type Observe = (request: ObservedRequest) => void;

/** One answered request. */
export interface ObservedRequest {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly route: RouteId | undefined;
  readonly status: number;
  readonly milliseconds: number;
  readonly userId: string | null | undefined;
  readonly address: string;
}

/** Builds the application: every request gets an id, headers and a line in the log, every error becomes a problem. */
export function createApp(parts: AppParts): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>();
  app.use(aroundEveryRequest(parts));
  app.onError((error, context) => answerError(error, context, parts));
  for (const mount of parts.before) mount(app);
  mountRoutes(app, parts.useCases, parts);
  app.all('/api/*', refuseUnknown);
  for (const mount of parts.after) mount(app);
  app.notFound(refuseUnknown);
  return app;
}

function aroundEveryRequest({ observe, settings }: AppParts) {
  const isSecure = settings.publicUrl.startsWith('https:');
  return async (context: ServerContext, next: () => Promise<void>): Promise<void> => {
    const started = performance.now();
    const requestId = requestIdOf(context.req.header('x-request-id'), settings.trustProxy);
    const address = addressOf(context, settings.trustProxy);
    context.set('requestId', requestId);
    context.set('address', address);
    await traceRequest({
      method: context.req.method,
      path: context.req.path,
      headers: context.req.raw.headers,
      run: async () => {
        await next();
        return { route: context.get('route'), status: context.res.status };
      },
    });
    addHeaders(context.res.headers, requestId, isSecure);
    observe({
      requestId,
      method: context.req.method,
      path: context.req.path,
      route: context.get('route'),
      status: context.res.status,
      milliseconds: performance.now() - started,
      userId: context.get('userId'),
      address,
    });
  };
}

function addressOf(context: ServerContext, trustProxy: number): string {
  // The bindings are absent without a socket, whatever the type of Hono says.
  const socket = (context.env as ServerEnv['Bindings'] | undefined)?.incoming?.socket;
  return clientAddress(socket?.remoteAddress ?? '', context.req.header('x-forwarded-for') ?? null, trustProxy);
}

function addHeaders(headers: Headers, requestId: string, isSecure: boolean): void {
  for (const [name, value] of Object.entries(EVERY_ANSWER)) headers.set(name, value);
  headers.set('x-request-id', requestId);
  if (isSecure) headers.set('strict-transport-security', STRICT_TRANSPORT);
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', DATA_POLICY);
  // What somebody may see now, somebody else on the same machine may not see later.
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
}

function answerError(error: unknown, context: ServerContext, { isDatabaseAway, log }: AppParts): Response {
  const requestId = context.get('requestId');
  const refused = isDatabaseAway(error) ? refusal('database-away', {}) : asRefusal(error, requestId);
  if (statusOf(refused) >= 500) log.error({ requestId, route: context.get('route'), err: error }, refused.message);
  return problemResponse(refused, requestId);
}
