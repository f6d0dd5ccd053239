export type { EventCounts } from '../event-counts.ts';
export type { EventSource, EvidenceEvent, LogLevel, ReadContext } from '../types.ts';
