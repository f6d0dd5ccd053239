export { type ClockNotes } from './log-clock.ts';
export { serviceOfFile } from './file-service.ts';
export { type LineClock, type LineClockContext, planLineClock } from './line-clock.ts';
export type { LineRecord } from './line-record.ts';
export { type MinuteShape, restOf, SHAPE_BYTES } from './minute-shape.ts';
export { FAILED_STATUS, NOTABLE_WORDS } from './notable-words.ts';
export * from './patterns/index.ts';
export * from './story/index.ts';
export { type BriefRecord, briefRecord } from './record-event.ts';
