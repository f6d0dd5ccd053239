import type { Format } from '../types.ts';

/** Readers of chat exports. */
export const chatFormats: readonly Format[] = [];
