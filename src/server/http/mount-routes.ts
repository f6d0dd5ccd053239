import { type Hono } from 'hono';

import type { AppContext, UseCase } from '#app/context';
import { ROUTE_PATHS, type RouteId, type StreamedAnswer } from '#contract/client';
import { type RouteDefinition, ROUTES } from '#contract/routes';
import { refuse } from '#core/errors';

import { jsonAnswer, sendJson, sendStream } from './answer-response.ts';
import type { Admit } from './admit-request.ts';
import type { Idempotency } from './idempotency.ts';
import { requestParser } from './parse-request.ts';
import type { ServerContext, ServerEnv } from './server-env.ts';
import type { TraceUseCase } from '../operation/tracing.ts';

/** Prefix of every route of the table. */
export const API_PREFIX = '/api/v1';

/** What stands between the table and its use cases. */
export interface RoutePorts {
  readonly context: AppContext;
  readonly admit: Admit;
  readonly idempotency: Idempotency;
  readonly trace: TraceUseCase;
  /** Checks every answer against the contract: for tests, since it costs as much as the rest. */
  readonly checkAnswers?: boolean;
}

/** Every route that a use case stands behind. */
export function mountRoutes(
  app: Hono<ServerEnv>,
  useCases: Readonly<Partial<Record<RouteId, unknown>>>,
  ports: RoutePorts,
): void {
  for (const [id, useCase] of Object.entries(useCases) as [RouteId, UseCase<RouteId>][]) {
    const [method, path] = ROUTE_PATHS[id];
    app.on(method, API_PREFIX + routerPath(path), routeHandler(id, useCase, ports));
  }
}

/** `/people/{personId}` as the router writes it. */
function routerPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/gu, ':$1');
}

function routeHandler(id: RouteId, useCase: UseCase<RouteId>, ports: RoutePorts) {
  const parse = requestParser(id);
  const writes = ROUTE_PATHS[id][0] !== 'GET';
  const route: RouteDefinition = ROUTES[id];
  return async (context: ServerContext): Promise<Response> => {
    context.set('route', id);
    const actor = await ports.admit(context, { id, writes });
    const request = await parse(context);
    const run = (): Promise<unknown> => ports.trace(id, () => useCase(ports.context, actor, request));
    if (typeof route.response === 'string') return sendStream(context, (await run()) as StreamedAnswer);
    const answer = async () => jsonAnswer(id, request.path, check(ports, route, await run()));
    const key = route.idempotent === true ? context.req.header('idempotency-key') : undefined;
    if (key === undefined) return sendJson(context, await answer());
    return sendJson(context, await ports.idempotency({ actor, key, id, request }, answer));
  };
}

function check(ports: RoutePorts, route: RouteDefinition, answer: unknown): unknown {
  if (ports.checkAnswers === true && route.response !== undefined && typeof route.response !== 'string') {
    route.response.parse(answer);
  }
  return answer;
}

/** Answers for paths below `/api` that nothing stands behind: 405 where another method would, else 404. */
export function refuseUnknown(context: ServerContext): never {
  const { method, path } = context.req;
  const allowed = Object.values(ROUTE_PATHS)
    .filter(([, template]) => templatePattern(template).test(path))
    .map(([each]) => each);
  if (allowed.length === 0) return refuse('route-missing', { method, path });
  return refuse('method-not-allowed', { method, path, allowed: [...new Set(allowed)].join(', ') });
}

function templatePattern(template: string): RegExp {
  return new RegExp(`^${API_PREFIX}${template.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u');
}
