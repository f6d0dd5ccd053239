export { followChanges } from './changes.ts';
export { api, csrfHeaders, newIdempotencyKey, rememberSession } from './client.ts';
export { fieldProblem, hasCode, isSaidAtFields, problemOf, unreachable } from './problems.ts';
export { queries } from './queries.ts';
export { queryClient } from './query-client.ts';
export { finishReauthentication, reauthenticate, useReauthenticating } from './reauthenticate.ts';
export type {
  ActionSummary,
  Facets,
  ListQuery,
  Person,
  PostmortemDetail,
  PostmortemSummary,
  Role,
  SearchHit,
  Session,
  Settings,
  Status,
} from './types.ts';
export { useCall } from './use-call.ts';
export { useMay, useSession } from './use-session.ts';
