export { patternFindings } from './pattern-findings.ts';
export {
  type LogPattern,
  type LogPatterns,
  type PatternMinute,
  type StoryWindow,
  summarisePatterns,
} from './summarise-patterns.ts';
export { type RecordAt, type StoryContext, storyEvent } from './story-event.ts';
export { type StepKind, type StoryStep, tellStory } from './tell-story.ts';
export { type RecordEvent, tellRecords } from './tell-records.ts';
