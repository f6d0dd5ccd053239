import { type Problem, ProblemError } from '#contract/client';

/** The problem of a request that is refused; fails where it is not. */
export async function problemOf(request: Promise<unknown>): Promise<Problem> {
  const error: unknown = await request.then(
    () => new Error('The request was not refused.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProblemError)) throw error;
  return error.problem;
}
