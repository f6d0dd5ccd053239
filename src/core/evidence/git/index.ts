import type { Format } from '../types.ts';

/** Readers of `git log` output. */
export const gitFormats: readonly Format[] = [];
