export { incidentTitle } from './incident-title.ts';
export { incidentDay, incidentWindow } from './incident-window.ts';
export { buildTimeline } from './build-timeline.ts';
export { findImpactPeriods } from './find-impact-periods.ts';
export { findMoments } from './find-moments.ts';
export { mergeEvents, type MergedEvents } from './merge-events.ts';
export { rankSuspects } from './rank-suspects.ts';
export type { ImpactPeriod, MergeOptions, SuggestedMoment, Suspect, Timeline, TimelineEvent } from './types.ts';
export { formatTimeline, type TimelineFormat, type TimelineFormatOptions } from './formats/format-timeline.ts';
