export type {
  ImpactPeriod,
  MergeOptions,
  SuggestedMoment,
  Suspect,
  Timeline,
  TimelineEvent,
} from './types.ts';
