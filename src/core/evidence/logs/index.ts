export { type ClockNotes } from './log-clock.ts';
export { type LineClock, type LineClockContext, planLineClock } from './line-clock.ts';
export type { LineRecord } from './line-record.ts';
export { logFormats } from './log-formats.ts';
export { type MinuteShape, SHAPE_BYTES } from './minute-shape.ts';
