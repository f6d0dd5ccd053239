export { type Curation, type CurationOptions, curateEvents } from './curate-events.ts';
export type { ConfirmedMoment, DraftInput, EvidenceItem } from './draft-input.ts';
export { type Draft, draftPostmortem } from './draft-postmortem.ts';
