import { accountUseCases } from '#app/accounts';
import { auditUseCases } from '#app/audit';
import type { UseCases } from '#app/context';
import { draftUseCases } from '#app/drafts';
import { evidenceUseCases } from '#app/evidence';
import { importUseCases } from '#app/imports';
import { postmortemUseCases } from '#app/postmortems';
import { savedFilterUseCases } from '#app/saved-filters';
import { searchUseCases } from '#app/search';
import { settingsUseCases } from '#app/settings';
import type { RouteId } from '#contract/client';

import type { AuthRouteId } from './auth/index.ts';

/** Routes that a use case stands behind: all but those about the session, and the stream of changes. */
export type UseCaseRouteId = Exclude<RouteId, AuthRouteId | 'streamChanges'>;

/** What stands behind every route of the table. Complete, or it does not compile. */
export const USE_CASES = {
  ...accountUseCases,
  ...postmortemUseCases,
  ...evidenceUseCases,
  ...draftUseCases,
  ...importUseCases,
  ...searchUseCases,
  ...savedFilterUseCases,
  ...settingsUseCases,
  ...auditUseCases,
} satisfies UseCases<UseCaseRouteId>;
