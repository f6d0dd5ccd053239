import type { Format } from '../types.ts';
import { calendar } from './calendar.ts';
import { pagerdutyTable } from './pagerduty-table.ts';
import { table } from './table.ts';

/** Readers of generic tables (CSV, TSV) and calendars. */
export const tableFormats: readonly Format[] = [calendar, pagerdutyTable, table];
