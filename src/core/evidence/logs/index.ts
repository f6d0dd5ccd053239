import type { Format } from '../types.ts';

/** Readers of application, system and web-server logs. */
export const logFormats: readonly Format[] = [];
