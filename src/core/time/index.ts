export { type CivilReading, type CivilTime, civilToEpoch, epochToCivil } from './civil.ts';
export { formatInstant, instantToEpoch } from './format-instant.ts';
export { parseInstant } from './parse-instant.ts';
export { timeFromEpoch } from './time-from-epoch.ts';
export type { Precision, TimeContext, WrittenTime } from './written-time.ts';
export { isZone, zoneId } from './zone-id.ts';
