export { line, prose, toLine, toProse } from './text.ts';
export { writtenTime } from './written-time.ts';
export { MOMENT_KINDS, momentKind, type MomentKind } from './moment.ts';
export { postmortemSchema, type Postmortem, type StatedDuration, type TimelineRow } from './postmortem.ts';
export { ACTION_HORIZONS } from './follow-through.ts';
export { actionState, type ActionState } from './action-state.ts';
export { peopleIn } from './people.ts';
export { resolveRecord } from './resolve-record.ts';
export { severityRank } from './severity.ts';
