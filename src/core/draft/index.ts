export { type Curation, type CurationOptions, curateEvents } from './curate-events.ts';
export type { ConfirmedMoment, DraftInput, EvidenceItem } from './draft-input.ts';
export { documentMoments, documentPeriods } from './document-moments.ts';
export { documentDurations } from './document-durations.ts';
export { type Draft, draftPostmortem } from './draft-postmortem.ts';
export { reasonExplainer } from './explain-reason.ts';
export { isRepeated } from './timeline-rows.ts';
