import type { DurationDefinition } from '#core/record';
import { DURATION_DEFINITIONS } from './duration-definitions.data.ts';

/** The definitions that a dialect brings, in the order of its template; empty for a dialect that brings none. */
export function definitionsFor(dialect: string): DurationDefinition[] {
  return DURATION_DEFINITIONS.filter((definition) => definition.dialects.includes(dialect));
}
