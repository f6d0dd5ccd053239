import type { Postmortem } from '#core/record';

import { type OpenQuestion, openQuestions } from './open-questions.ts';
import type { TeamSettings } from './team-settings.ts';

/** What of the settings goes into a new document. */
export interface AskOptions {
  /** Id of the section in which the questions stand. */
  readonly section: string;
  /** With the reason of each, and what a good answer says, as comments. */
  readonly guidance: boolean;
}

/**
 * A record for a new document with the team's questions in it: those that apply as questions without an answer; those of
 * which it cannot be told yet, as for an unknown severity, as comments that say what decides.
 */
export function askQuestions(record: Postmortem, settings: TeamSettings, options: AskOptions): Postmortem {
  const open = openQuestions(record, settings);
  const applying = open.filter(
    ({ verdict, index }) => verdict.applies === true && record.questions?.[index] === undefined,
  );
  const questions = [...(record.questions ?? []), ...applying.map(({ question }) => ({ question: question.ask }))];
  const comments = open.filter(({ verdict }) => options.guidance || verdict.applies === undefined).map(commentOf);
  const guidance = [
    ...(record.guidance ?? []),
    ...comments.map((markdown) => ({ after: options.section, kind: 'comment' as const, markdown })),
  ];
  return {
    ...record,
    ...(questions.length === 0 ? {} : { questions }),
    ...(guidance.length === 0 ? {} : { guidance }),
  };
}

function commentOf({ question, verdict }: OpenQuestion): string {
  const { ask, help, mandatory } = question;
  const asked = `${verdict.applies === undefined ? 'May apply, because' : 'Asked because'} ${verdict.because}`;
  const words = [
    `“${ask}” ${asked}${mandatory ? '; an answer is mandatory' : ''}.`,
    ...(help === undefined ? [] : [help]),
  ];
  return `<!-- ${words.join(' ').replaceAll('--', '–')} -->`;
}
