import type { RouteId, RouteRequest } from '#contract/client';

/** A request as a use case gets it; what is not given is empty. */
export function request<Id extends RouteId>(_id: Id, parts: Partial<RouteRequest<Id>> = {}): RouteRequest<Id> {
  return { path: {}, query: {}, body: undefined, ifMatch: undefined, ...parts } as RouteRequest<Id>;
}
