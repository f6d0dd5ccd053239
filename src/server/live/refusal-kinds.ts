import { Refusal } from '#core/errors';

/** Whether somebody else stored in between. */
export function isConflict(error: unknown): boolean {
  return error instanceof Refusal && error.kind === 'conflict';
}

/** Whether the post-mortem is gone. */
export function isMissing(error: unknown): boolean {
  return error instanceof Refusal && error.kind === 'missing';
}
