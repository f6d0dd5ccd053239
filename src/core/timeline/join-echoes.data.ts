import type { EventKind } from '#core/evidence';

import { MINUTE } from './folding.data.ts';

/** How far (milliseconds) a retelling may be from the fact: bots post within seconds, group waits take a minute. */
export const ECHO_WITHIN = 2 * MINUTE;

/** More neighbours than this inside that time are not looked at: in a storm nothing is told apart by words. */
export const ECHO_NEIGHBOURS = 64;

/** A title must have this many characters (or two words) to mean one thing. */
export const TITLE_LENGTH = 8;

/** Share of the shorter text's words that the longer one must have, and the least number of shared words. */
export const WORD_OVERLAP = { share: 0.75, atLeast: 4 } as const;

/** Facts that chat bots and status pages repeat. Kinds in one group can tell the same fact. */
export const ECHO_GROUPS: readonly (readonly EventKind[])[] = [
  ['alert'],
  ['alert-resolved'],
  ['acknowledged'],
  ['escalated'],
  ['declared'],
  ['paged'],
  ['resolved'],
  ['status-update'],
  ['deploy', 'rollout'],
  ['feature-flag'],
];
