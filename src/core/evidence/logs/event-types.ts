export type { EventCounts } from '../event-counts.ts';
export type { EventSource, EvidenceEvent, LogLevel } from '../types.ts';
