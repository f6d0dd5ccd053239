import { refuse } from '#core/errors';
import { DIALECT_IDS, type Dialect, type DialectId } from '#core/markdown';

import type { Team } from '../files/read-team-file.ts';

/** The template of the product that an option names; refuses an unknown one. */
export function parseDialect(id: string): DialectId {
  return DIALECT_IDS.find((known) => known === id) ?? refuse('dialect-unknown', { id, known: DIALECT_IDS.join(', ') });
}

/** Used where neither the command line nor the team names one. */
const DEFAULT_DIALECT = 'sev';

/** The template that an option names, the team's own included; by default the one that the team uses. */
export function chooseDialect(named: string | undefined, team: Team): Dialect {
  const id = named ?? team.settings.template ?? DEFAULT_DIALECT;
  return team.dialects.find((dialect) => dialect.id === id) ?? refuseDialect(id, team);
}

/** A template that is not there because its file has a fault is told by that fault. */
function refuseDialect(id: string, { dialects, findings }: Team): never {
  const fault = findings.find(({ severity }) => severity === 'error');
  if (fault?.place?.file === undefined) {
    return refuse('dialect-unknown', { id, known: dialects.map((dialect) => dialect.id).join(', ') });
  }
  const { column, file, line } = fault.place;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return refuse('template-faulty', { id, place, fault: [fault.message, fault.help].filter(Boolean).join(' ') });
}
