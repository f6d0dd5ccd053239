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
