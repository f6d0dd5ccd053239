import type { Format } from '../types.ts';

/** Readers of alerting and status-page exports. */
export const alertFormats: readonly Format[] = [];
