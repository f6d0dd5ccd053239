export type { EventSource, EvidenceEvent, LogLevel } from '../types.ts';
