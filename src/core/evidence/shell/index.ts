import type { Format } from '../types.ts';

/** Readers of shell history. */
export const shellFormats: readonly Format[] = [];
