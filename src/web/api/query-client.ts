import { QueryClient } from '@tanstack/react-query';

import { problemOf } from './problems.ts';

/** A refusal stays one however often it is asked; a connection may come back. */
function mayRetry(failures: number, error: unknown): boolean {
  const { status } = problemOf(error);
  return failures < 2 && (status === 0 || status === 503);
}

/** What the server said, as long as it is true: server-sent changes make it ask again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, gcTime: 10 * 60_000, retry: mayRetry, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});
