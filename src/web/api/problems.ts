import { type Problem, ProblemError } from '#contract/client';

const UNREACHABLE: Problem = {
  type: 'about:blank',
  title: 'No connection',
  status: 0,
  detail: 'The server could not be reached.',
  code: 'unreachable',
  help: 'Check the connection. What you see stays here, and this is tried again when the connection is back.',
};

/** The problem behind whatever was thrown, fit to be shown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return {
    type: 'about:blank',
    title: 'Unexpected failure',
    status: 0,
    detail: `Something went wrong in this page: ${error instanceof Error ? error.message : String(error)}.`,
    code: 'unexpected',
    help: 'Load the page again; nothing that was saved is lost.',
  };
}

/** True if the request was refused with that code. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ProblemError && error.problem.code === code;
}

/** The refusal for a server that cannot be reached. */
export function unreachable(): ProblemError {
  return new ProblemError(UNREACHABLE);
}

/** Message for one field of a form, by the path the server names; undefined where nothing is wrong with it. */
export function fieldProblem(error: unknown, path: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  return error.problem.errors?.find((each) => each.path === path || each.path === `body.${path}`)?.message;
}

/** True if the problem is said at the fields already. */
export function isSaidAtFields(error: unknown): boolean {
  return error instanceof ProblemError && (error.problem.errors?.length ?? 0) > 0;
}
