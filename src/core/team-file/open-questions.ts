import type { Postmortem } from '#core/record';
import { type Facts, factsOf, judge, type Verdict } from '#core/workflow';

import type { TeamQuestion, TeamSettings } from './team-settings.ts';

/** A question of the team that a post-mortem does not answer yet. */
export interface OpenQuestion {
  readonly question: TeamQuestion;
  /** Why it applies; `applies` is undefined where the document does not state what decides. */
  readonly verdict: Verdict;
  /** Index in `record.questions`; where it would stand if it is not there yet. */
  readonly index: number;
}

/** The team's questions that apply, or may apply, and have no answer, in the order of the settings. */
export function openQuestions(record: Postmortem, settings: TeamSettings): OpenQuestion[] {
  const facts: Facts = factsOf(record);
  const asked = record.questions ?? [];
  let next = asked.length;
  return settings.questions.flatMap((question) => {
    const verdict = judge(question.when, facts);
    const found = asked.findIndex((entry) => isSame(entry.question, question.ask));
    if (verdict.applies === false || asked[found]?.answer !== undefined) return [];
    return [{ question, verdict, index: found === -1 ? next++ : found }];
  });
}

/** Case, emphasis and punctuation do not make another question. */
function isSame(a: string, b: string): boolean {
  return words(a) === words(b);
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
