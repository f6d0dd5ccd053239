import type { Format } from '../types.ts';

/** Readers of generic tables (CSV, TSV) and calendars. */
export const tableFormats: readonly Format[] = [];
