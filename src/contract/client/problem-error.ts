import type { z } from 'zod';

import type { problem } from '../schemas/basics.ts';

/** Why a request was refused, as RFC 9457 writes it. */
export type Problem = z.output<typeof problem>;

/** A request that did not succeed; `problem` says why and what to do. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Reads the problem of a response; makes one where a proxy answered instead of the server. */
export async function readProblem(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('json')) return (await response.json()) as Problem;
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    detail: `The server answered with status ${response.status} and no explanation.`,
    code: 'unexplained',
    help: 'Try again; if it stays, look at what stands between you and the server.',
  };
}
