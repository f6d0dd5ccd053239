import type { WrittenTime } from '#core/time';

/** Stands in for a time that is resolved later. */
export const UNKNOWN_TIME: WrittenTime = {
  written: '',
  instant: null,
  precision: 'unknown',
  approximate: false,
  zone: null,
  zoneStated: false,
};
