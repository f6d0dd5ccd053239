export { GIT_LOG_ARGUMENTS } from './git/index.ts';
export { formats } from './formats.ts';
export { logFormats } from './logs/log-formats.ts';
export {
  createPatternMiner,
  createPatternStats,
  type LogSource,
  type MinerData,
  minedMessage,
  type MinuteCountsData,
  type PatternMiner,
  type PatternStats,
  type PatternStatsData,
  placeOf,
  type Series,
} from './logs/patterns/index.ts';
export {
  type LogPattern,
  type LogPatterns,
  patternFindings,
  type PatternMinute,
  type RecordAt,
  type StepKind,
  type StoryContext,
  storyEvent,
  type StoryStep,
  type StoryWindow,
  summarisePatterns,
  tellStory,
} from './logs/story/index.ts';
export type { EventCounts } from './event-counts.ts';
export {
  type EvidenceReading,
  type FileReading,
  readEvidence,
  type ReadOptions,
  type Recognition,
  recogniseEvidence,
} from './read-evidence.ts';
export type {
  EventKind,
  EventSource,
  EvidenceEvent,
  EvidenceText,
  Format,
  LogLevel,
  Lookups,
  ReadContext,
  Reading,
  RevisionTime,
  Sample,
} from './types.ts';
export { type FileZones, zoneOfFile } from './zone-of-file.ts';
