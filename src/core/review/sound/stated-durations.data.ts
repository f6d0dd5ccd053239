import type { DurationDefinition } from '#core/metrics';
import type { MomentKind } from '#core/record';

/** Ids under which documents state how long all of it took; no part of an incident is longer. */
export const WHOLE: readonly string[] = ['incident-duration', 'ttr', 'mttr', 'duration', 'total', 'total-user-impact'];

/** Ids of durations from the start of the incident to a point before its end. */
export const PARTS: readonly string[] = ['ttd', 'mttd', 'detection-time', 'detection-lag', 'ttm'];

const END_WORDS: readonly (readonly [MomentKind, string])[] = [
  ['mitigated', 'mitigated'],
  ['restored', 'restored'],
  ['resolved', 'resolved'],
  ['closed', 'closed'],
];

/** Templates leave open where a plain “duration” ends: any of these may be meant. */
export const PLAIN_DURATIONS: readonly DurationDefinition[] = END_WORDS.map(([moment, words]) => ({
  id: `until-${moment}`,
  dialects: [],
  label: 'Duration',
  from: { words: 'first symptom', moments: ['impact-started'], choose: 'first-known' },
  to: { words, moments: [moment], choose: 'first-known' },
  sumOverImpactPeriods: true,
}));

/** Ids of durations that a template names without saying from where to where. */
export const PLAIN_IDS: ReadonlySet<string> = new Set(['duration', 'total', 'impact-duration']);

/** What a year has in seconds: an incident that lasts longer has a mistyped year more often than not. */
export const YEAR = 31_622_400;
