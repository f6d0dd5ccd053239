import type { RouteAnswer, RouteId, RouteRequest } from '#contract/client';
import type { Actor } from '#core/workflow';

import type { AppContext } from './app-context.ts';

/**
 * What stands behind a route: authorises, calls core, saves, announces. The types are the contract's own, so that no
 * surface can drift from it. Throws refusals only.
 */
export type UseCase<Id extends RouteId> = (
  context: AppContext,
  actor: Actor,
  request: RouteRequest<Id>,
) => Promise<RouteAnswer<Id>>;

/** The use cases behind several routes. */
export type UseCases<Id extends RouteId> = { readonly [Each in Id]: UseCase<Each> };
