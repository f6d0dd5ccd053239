export { createHighlight, HighlightContext } from './highlight.ts';
export { MOMENT_LABELS } from './moment-labels.data.ts';
export { pictureSubject } from './picture-geometry.ts';
export { timelineEntries, timelineEntry } from './timeline-entry.ts';
export { TimelinePicture } from './timeline-picture.tsx';
export { layoutFor, TimelineReading } from './timeline-reading.tsx';
export { dayLabel } from './time-ticks.ts';
export { longDay, timeDetails, timeText } from './time-text.ts';
export { useSize } from './use-size.ts';
