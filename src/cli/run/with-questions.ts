import type { Dialect } from '#core/markdown';
import type { Postmortem } from '#core/record';
import { askQuestions } from '#core/team-file';

import type { Team } from '../files/read-team-file.ts';

/** A record for a new document with the questions of the team in it, where its template has them. */
export function withQuestions(
  record: Postmortem,
  dialect: Dialect,
  { team, guidance }: { readonly team: Team; readonly guidance: boolean },
): Postmortem {
  if (team.settings.questions.length === 0) return record;
  return askQuestions(record, team.settings, { section: dialect.questionsIn ?? 'questions', guidance });
}
