import { refuse } from '#core/errors';
import { DIALECT_IDS, type DialectId } from '#core/markdown';

/** The dialect of `--template` or `--to`; refuses an unknown one. */
export function parseDialect(id: string): DialectId {
  return DIALECT_IDS.find((known) => known === id) ?? refuse('dialect-unknown', { id });
}
