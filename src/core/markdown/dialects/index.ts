import { cycle } from './cycle.ts';
import { DIALECT_IDS, type Dialect, type DialectId } from './dialect.ts';
import { operations } from './operations.ts';
import { withQuestions } from './parts.ts';
import { platform } from './platform.ts';
import { sev } from './sev.ts';
import { standard } from './standard.ts';

/** The dialects that come with the product, by id. */
export const dialects: Readonly<Record<DialectId, Dialect>> = {
  operations,
  standard: asking(standard),
  sev: asking(sev),
  cycle: asking(cycle),
  platform: asking(platform),
};

function asking(dialect: Dialect): Dialect {
  return { ...dialect, sections: withQuestions(dialect.sections) };
}

/** A dialect, or the id of one that comes with the product. */
export type DialectChoice = Dialect | DialectId;

/** The dialect that is chosen. */
export function dialectOf(choice: DialectChoice): Dialect {
  return typeof choice === 'string' ? dialects[choice] : choice;
}

/** The dialects that come with the product, in the order of their ids. */
export const BUILT_IN_DIALECTS: readonly Dialect[] = DIALECT_IDS.map((id) => dialects[id]);
