export { closeWhenSaved } from '../editor/close-when-saved.ts';
export { type LiveSession, openLiveSession } from '../editor/live-session.ts';
export { useLiveState } from '../editor/use-live.ts';
export { TimelineEditing } from '../timeline/timeline-editing.tsx';
export { addEvents } from '../timeline/timeline-edits.ts';
export { useTimelineEntries } from '../timeline/use-timeline-shape.ts';
export { toWrite } from '../timeline/write-time.ts';
