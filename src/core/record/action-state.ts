import { ACTION_STATES } from './action-states.data.ts';

/** How far an action item is. */
export type ActionState = (typeof ACTION_STATES)[number][0] | 'unknown';

/** The state that a written status means: `Done` is `done`, `🚧 WIP` is `in-progress`; `open` where none is written. */
export function actionState(status: string | undefined): ActionState {
  if (status === undefined) return 'open';
  // What is denied is not reached: "not effective", "not verified".
  const [state] = ACTION_STATES.find(([, words]) => words.test(status)) ?? ['unknown' as const];
  return (state === 'effective' || state === 'verified') &&
    /\b(?:not|in|un)[ -]?(?:yet )?(?:effective|verified)\b/iu.test(status)
    ? 'done'
    : state;
}
