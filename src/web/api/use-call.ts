import { useMutation, type UseMutationResult } from '@tanstack/react-query';

import type { ProblemError, RouteId, RouteInput, RouteOutput } from '#contract/client';

import { api } from './client.ts';
import { queryClient } from './query-client.ts';

interface CallOptions<Id extends RouteId> {
  /** Keys of queries that are no longer true after the call. */
  readonly outdates?: readonly (readonly string[])[];
  readonly onSuccess?: (answer: RouteOutput<Id>) => void | Promise<void>;
  /** Without it the caller shows `error` itself. */
  readonly onError?: (error: ProblemError) => void;
}

/** A write: `mutate(input)` calls the operation, `error` is the problem that came back, `isPending` while it is on its way. */
export function useCall<Id extends RouteId>(
  id: Id,
  options: CallOptions<Id> = {},
): UseMutationResult<RouteOutput<Id>, ProblemError, RouteInput<Id>> {
  const { onSuccess, onError, outdates = [] } = options;
  return useMutation<RouteOutput<Id>, ProblemError, RouteInput<Id>>({
    mutationFn: (input) => api(id, input),
    onSuccess: async (answer) => {
      const asking = outdates.map((queryKey) => queryClient.invalidateQueries({ queryKey }));
      await onSuccess?.(answer);
      await Promise.all(asking);
    },
    ...(onError && { onError }),
  });
}
