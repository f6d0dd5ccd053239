export { computeDurations, type Period } from './compute-durations.ts';
export { definitionsFor } from './definitions-for.ts';
export type { DurationDefinition, DurationEnd } from '#core/record';
export { DURATION_DEFINITIONS } from './duration-definitions.data.ts';
export { type DurationResult, type DurationValue, formatDurationResult } from './duration-result.ts';
export { type TimeBounds, timeBounds } from './time-bounds.ts';
