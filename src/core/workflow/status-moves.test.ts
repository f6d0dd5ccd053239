import { describe, expect, it } from 'vitest';

import { mayMove, type Status, STATUS_MOVES } from './status-moves.ts';

const statuses = Object.keys(STATUS_MOVES) as Status[];

describe('statuses', () => {
  it('lead from a draft to the end', () => {
    expect(mayMove('draft', 'in-review')).toBe(true);
    expect(mayMove('in-review', 'published')).toBe(true);
    expect(mayMove('published', 'closed')).toBe(true);
  });

  it('can all be taken back', () => {
    const moves = statuses.flatMap((from) => STATUS_MOVES[from].map((to): [Status, Status] => [to, from]));
    expect(moves.filter(([back, from]) => from !== 'approved' && !mayMove(back, from))).toEqual([]);
  });

  it('are never approved by being set', () => {
    expect(statuses.filter((from) => mayMove(from, 'approved'))).toEqual([]);
  });

  it('do not lead to themselves, nor past a step', () => {
    for (const status of statuses) expect(mayMove(status, status)).toBe(false);
    expect(mayMove('draft', 'published')).toBe(false);
    expect(mayMove('draft', 'closed')).toBe(false);
  });
});
