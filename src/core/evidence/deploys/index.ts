import type { Format } from '../types.ts';

/** Readers of rollouts, deployments and pull requests. */
export const deployFormats: readonly Format[] = [];
