import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import type { RouteInput } from '#contract/client';

import { api, fetchSession } from './client.ts';
import type { ListQuery } from './types.ts';

type SearchQuery = NonNullable<RouteInput<'search'>['query']>;
type ActionsQuery = NonNullable<RouteInput<'listActions'>['query']>;
type PoolQuery = Omit<NonNullable<RouteInput<'listEvidenceEvents'>['query']>, 'cursor'>;

const nextCursor = (last: { readonly nextCursor: string | null }): string | undefined => last.nextCursor ?? undefined;
const first = undefined as string | undefined;

/** Questions about the workspace, ready for `useQuery`, `useInfiniteQuery` and the query client. */
export const queries = {
  setup: () => queryOptions({ queryKey: ['setup'], queryFn: ({ signal }) => api('getSetup', { signal }) }),
  session: () =>
    queryOptions({ queryKey: ['session'], queryFn: ({ signal }) => fetchSession(signal), staleTime: 5 * 60_000 }),
  home: () => queryOptions({ queryKey: ['home'], queryFn: ({ signal }) => api('getHome', { signal }) }),
  facets: () => queryOptions({ queryKey: ['facets'], queryFn: ({ signal }) => api('getFacets', { signal }) }),
  savedFilters: () =>
    queryOptions({ queryKey: ['saved-filters'], queryFn: ({ signal }) => api('listSavedFilters', { signal }) }),
  settings: () => queryOptions({ queryKey: ['settings'], queryFn: ({ signal }) => api('getSettings', { signal }) }),
  dialects: () =>
    queryOptions({
      queryKey: ['dialects'],
      queryFn: ({ signal }) => api('listDialects', { signal }),
      staleTime: Infinity,
    }),
  people: () => queryOptions({ queryKey: ['people'], queryFn: ({ signal }) => api('listPeople', { signal }) }),
  invitations: () =>
    queryOptions({ queryKey: ['people', 'invitations'], queryFn: ({ signal }) => api('listInvitations', { signal }) }),
  tokens: () => queryOptions({ queryKey: ['tokens'], queryFn: ({ signal }) => api('listTokens', { signal }) }),

  /** Pages of the list. Keeps the rows of the filter before while those of the next one are on their way. */
  postmortems: (query: ListQuery) =>
    infiniteQueryOptions({
      queryKey: ['postmortems', query],
      queryFn: ({ pageParam, signal }) =>
        api('listPostmortems', { query: { ...query, cursor: pageParam, limit: 50 }, signal }),
      initialPageParam: first,
      getNextPageParam: nextCursor,
      placeholderData: (before) => before,
    }),
  search: (query: Omit<SearchQuery, 'cursor' | 'limit'>) =>
    infiniteQueryOptions({
      queryKey: ['search', query],
      queryFn: ({ pageParam, signal }) => api('search', { query: { ...query, cursor: pageParam, limit: 30 }, signal }),
      initialPageParam: first,
      getNextPageParam: nextCursor,
      placeholderData: (before) => before,
    }),
  actions: (query: Omit<ActionsQuery, 'cursor' | 'limit'>) =>
    infiniteQueryOptions({
      queryKey: ['actions', query],
      queryFn: ({ pageParam, signal }) =>
        api('listActions', { query: { ...query, cursor: pageParam, limit: 100 }, signal }),
      initialPageParam: first,
      getNextPageParam: nextCursor,
      placeholderData: (before) => before,
    }),
  audit: (subject?: string) =>
    infiniteQueryOptions({
      queryKey: ['audit', subject ?? null],
      queryFn: ({ pageParam, signal }) =>
        api('listAudit', { query: { subject, cursor: pageParam, limit: 50 }, signal }),
      initialPageParam: first,
      getNextPageParam: nextCursor,
    }),

  postmortem: (postmortemId: string) =>
    queryOptions({
      queryKey: ['postmortem', postmortemId, 'record'],
      queryFn: ({ signal }) => api('getPostmortem', { path: { postmortemId }, signal }),
    }),
  findings: (postmortemId: string) =>
    queryOptions({
      queryKey: ['postmortem', postmortemId, 'findings'],
      queryFn: ({ signal }) => api('getFindings', { path: { postmortemId }, signal }),
    }),
  access: (postmortemId: string) =>
    queryOptions({
      queryKey: ['postmortem', postmortemId, 'access'],
      queryFn: ({ signal }) => api('getAccess', { path: { postmortemId }, signal }),
    }),
  revisions: (postmortemId: string) =>
    infiniteQueryOptions({
      queryKey: ['postmortem', postmortemId, 'revisions'],
      queryFn: ({ pageParam, signal }) =>
        api('listRevisions', { path: { postmortemId }, query: { cursor: pageParam, limit: 50 }, signal }),
      initialPageParam: first,
      getNextPageParam: nextCursor,
    }),
  /** One revision never changes, so it is asked for once. */
  revision: (postmortemId: string, revision: number) =>
    queryOptions({
      queryKey: ['revision', postmortemId, revision],
      queryFn: ({ signal }) => api('getRevision', { path: { postmortemId, revision: String(revision) }, signal }),
      staleTime: Infinity,
    }),
  evidence: (postmortemId: string) =>
    queryOptions({
      queryKey: ['postmortem', postmortemId, 'evidence'],
      queryFn: ({ signal }) => api('listEvidence', { path: { postmortemId }, signal }),
    }),
  evidenceEvents: (postmortemId: string, query: PoolQuery) =>
    infiniteQueryOptions({
      queryKey: ['postmortem', postmortemId, 'evidence-events', query],
      queryFn: ({ pageParam, signal }) =>
        api('listEvidenceEvents', { path: { postmortemId }, query: { ...query, cursor: pageParam }, signal }),
      initialPageParam: first,
      getNextPageParam: nextCursor,
      placeholderData: (before) => before,
    }),
  suggestions: (postmortemId: string) =>
    queryOptions({
      queryKey: ['postmortem', postmortemId, 'suggestions'],
      queryFn: ({ signal }) => api('getSuggestions', { path: { postmortemId }, signal }),
    }),
};
