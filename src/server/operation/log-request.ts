import type { ObservedRequest } from '../http/create-app.ts';
import type { ServerLog } from './create-log.ts';

/** Asked for every few seconds by machines; of no interest to people. */
const QUIET = new Set(['/healthz', '/readyz', '/metrics']);

/** One line for each request: who, what, how it ended, how long it took. Never a query, a body or an address of a page. */
export function logRequest(log: ServerLog, request: ObservedRequest): void {
  const { address, method, milliseconds, path, requestId, route, status, userId } = request;
  const facts = { requestId, route, method, path, status, ms: Math.round(milliseconds * 10) / 10, userId, address };
  const isQuiet = route === undefined && status < 400;
  if (isQuiet || QUIET.has(path)) log.debug(facts, 'request');
  else log.info(facts, 'request');
}
