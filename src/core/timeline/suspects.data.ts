import type { EventKind } from '#core/evidence';

import { MINUTE } from './folding.data.ts';

/** How long before the first symptom a change is looked at: the window of evidence that templates ask for. */
export const SUSPECT_WINDOW = 360 * MINUTE;

/** After this time (milliseconds) the weight of closeness has fallen to a third; most bad changes show within the hour. */
export const CLOSENESS_DECAY = 45 * MINUTE;

/** How many are named; below `leastScore` none. */
export const SUSPECT_LIMITS = { most: 10, leastScore: 0.1 } as const;

/** How much each kind of change can break by itself, 0…1. A commit breaks nothing before it is deployed. */
export const CHANGE_WEIGHT: Readonly<Partial<Record<EventKind, number>>> = {
  deploy: 0.12,
  rollout: 0.12,
  config: 0.12,
  'feature-flag': 0.1,
  command: 0.08,
  commit: 0.05,
};

/** What speaks for a change, and how much. The sum is cut at 1. */
export const SUSPICION = {
  closeness: 0.25,
  lastChange: 0.05,
  sameService: 0.12,
  sharedName: 0.06,
  sharedNamesAtMost: 3,
  /** A name that more than this share of all changes has says nothing. */
  commonShare: 0.3,
  takenBack: 0.22,
  namedAsCause: 0.2,
} as const;

/** What is left of a change that only touches documents or tests. */
export const HARMLESS = 0.2;

/** Paths that do not run in production. */
export const HARMLESS_PATH =
  /(?:^|\/)(?:docs?|documentation|tests?|__tests__|specs?|fixtures|\.github|examples?)\/|\.(?:md|mdx|rst|txt|adoc)$|(?:^|\/)(?:README|CHANGELOG|LICENSE|CODEOWNERS)|[._-](?:test|spec)\.[a-z]+$/iu;

/** Subjects of such changes. */
export const HARMLESS_SUBJECT = /^(?:docs?|tests?|style)(?:\([^)]*\))?!?:|\btypos?\b|\breadme\b/iu;
