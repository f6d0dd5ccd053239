export { assignPatterns } from './assign-patterns.ts';
export { type Block, BlockMap, type Span } from './block-map.ts';
export { logFindings } from './log-findings.ts';
export { ALWAYS, type LogPlan, type ScanWish } from './log-plan.ts';
export { packingOfFile, planLog, type PlanSettings } from './plan-log.ts';
export { type LogReading, type LogStory, readLogFiles, type ReadSettings } from './read-log-files.ts';
export { type LinePlace, readPlaces } from './read-places.ts';
