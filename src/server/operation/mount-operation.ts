import type { Hono } from 'hono';

import { refuse } from '#core/errors';

import { isLoopback } from '../http/client-address.ts';
import type { ServerContext, ServerEnv } from '../http/server-env.ts';
import type { Metrics } from './create-metrics.ts';

/** What `/readyz`, `/healthz` and `/metrics` ask. */
export interface OperationPorts {
  readonly metrics: Metrics;
  /** Why no requests should be sent here, each in a few words; empty where they may. */
  readonly notReady: () => Promise<string[]>;
  /** Opens `/metrics` to whoever sends it; without one only this machine may read them. */
  readonly metricsToken: string | undefined;
}

/** Mounts what whoever runs the server looks at. */
export function mountOperation(app: Hono<ServerEnv>, ports: OperationPorts): void {
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.get('/readyz', async (context) => {
    const reasons = await ports.notReady();
    return reasons.length === 0
      ? context.json({ status: 'ready' })
      : context.json({ status: 'not ready', reasons }, 503);
  });
  app.get('/metrics', async (context) => {
    if (!mayReadMetrics(context, ports.metricsToken)) refuse('sign-in-required', {});
    const { contentType, text } = await ports.metrics.read();
    return context.body(text, 200, { 'content-type': contentType });
  });
}

/** A request that came through a proxy of this machine comes from somewhere else. */
function mayReadMetrics(context: ServerContext, token: string | undefined): boolean {
  if (token !== undefined) return context.req.header('authorization') === `Bearer ${token}`;
  const forwarded = ['forwarded', 'x-forwarded-for', 'via', 'x-real-ip'].some((name) => context.req.header(name));
  return isLoopback(context.get('address')) && !forwarded;
}
