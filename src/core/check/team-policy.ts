import type { ParsedDocument } from '#core/markdown';
import { demandsOfTeam, rulesFor, type TeamSettings } from '#core/team-file';

import type { DocumentPolicy } from './check-document.ts';

/** What a team asks of a document: fields, sign-offs and answers that its policies demand, and the severities of rules. */
export function teamPolicy(settings: TeamSettings, { record }: ParsedDocument): DocumentPolicy {
  return { severities: rulesFor(settings, record), demands: demandsOfTeam(settings, record) };
}
