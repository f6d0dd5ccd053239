import type { MomentKind } from '#core/record';

/** Moments that cannot come before the other. */
export const MOMENT_ORDER: readonly (readonly [first: MomentKind, then: MomentKind])[] = [
  ['impact-started', 'mitigated'],
  ['impact-started', 'restored'],
  ['impact-started', 'resolved'],
  ['alert-fired', 'acknowledged'],
  ['introduced', 'deployed'],
  ['merged', 'deployed'],
  ['declared', 'resolved'],
  ['mitigated', 'closed'],
  ['resolved', 'closed'],
];
