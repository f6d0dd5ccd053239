import { describe, expect, it } from 'vitest';

import { actionState } from './action-state.ts';

describe('the state of an action', () => {
  it.each([
    [undefined, 'open'],
    ['Open', 'open'],
    ['TODO', 'open'],
    ['Not started', 'open'],
    ['not done', 'open'],
    ['In Progress', 'in-progress'],
    ['🚧 WIP', 'in-progress'],
    ['Done', 'done'],
    ['✅ Complete', 'done'],
    ['COMPLETED 2021-03-04', 'done'],
    ['Incomplete', 'open'],
    ['Verified', 'verified'],
    ['not yet verified', 'done'],
    ['Effective', 'effective'],
    ['not effective', 'done'],
    ["Won't do", 'wont-do'],
    ['Cancelled', 'wont-do'],
    ['x-42', 'unknown'],
  ])('reads %j as %s', (status, state) => {
    expect(actionState(status)).toBe(state);
  });
});
