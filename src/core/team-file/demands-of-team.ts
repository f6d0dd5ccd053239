import type { Severity } from '#core/errors';
import { fieldNamed } from '#core/markdown';
import type { Postmortem } from '#core/record';
import type { Demand } from '#core/review';
import { factsOf, judge, type Verdict } from '#core/workflow';

import { openQuestions } from './open-questions.ts';
import type { Policy, TeamSettings } from './team-settings.ts';

/** Something that a team asks of one post-mortem, with the reason. */
export interface TeamDemand extends Demand {
  /** Why it applies, as a clause: `the severity SEV-1 is one of SEV-1, SEV-2`. */
  readonly because: string;
  /** The team's own words about it. */
  readonly note?: string;
}

/**
 * What a team's policies and mandatory questions ask of a post-mortem: fields, sign-offs, answers. Only what certainly
 * applies is demanded. Each has the path of what is to be filled in, so that it is met as soon as that is.
 */
export function demandsOfTeam(settings: TeamSettings, record: Postmortem): TeamDemand[] {
  const facts = factsOf(record);
  const fromPolicies = settings.policies.flatMap((policy) => {
    const verdict = judge(policy.when, facts);
    return verdict.applies === true ? demandsOfPolicy(policy, verdict, record) : [];
  });
  return [...fromPolicies, ...mandatoryAnswers(settings, record)];
}

function demandsOfPolicy(policy: Policy, { because }: Verdict, record: Postmortem): TeamDemand[] {
  const why = { because, required: true as const, ...(policy.note === undefined ? {} : { note: policy.note }) };
  const fields = policy.require.map((path): TeamDemand => ({
    path,
    label: fieldNamed(path)?.label ?? path,
    code: 'policy-field-missing',
    ...why,
  }));
  const signOffs = policy.signOffs.map((role, index): TeamDemand => ({
    path: signOffPath(role, index, record),
    label: `Sign-off: ${role}`,
    code: 'sign-off-missing',
    ...why,
  }));
  return [...fields, ...signOffs];
}

/** Where the name stands of who signs in a role; behind all others if nobody is to sign in it yet. */
function signOffPath(role: string, index: number, record: Postmortem): string {
  const signOffs = record.signOffs ?? [];
  const found = signOffs.findIndex((entry) => entry.role.toLowerCase() === role.toLowerCase());
  return `signOffs.${String(found === -1 ? signOffs.length + index : found)}.name`;
}

function mandatoryAnswers(settings: TeamSettings, record: Postmortem): TeamDemand[] {
  return openQuestions(record, settings)
    .filter(({ question, verdict }) => question.mandatory && verdict.applies === true)
    .map(({ question, verdict, index }) => ({
      path: `questions.${String(index)}.answer`,
      label: question.ask,
      code: 'question-unanswered',
      required: true,
      because: verdict.because,
      ...(question.help === undefined ? {} : { note: question.help }),
    }));
}

/** The severities of rules that hold for one post-mortem: those of the team, overridden by the policies that apply. */
export function rulesFor(settings: TeamSettings, record: Postmortem): ReadonlyMap<string, Severity | 'off'> {
  const facts = factsOf(record);
  const applying = settings.policies.filter(({ when }) => judge(when, facts).applies === true);
  return new Map([...settings.rules, ...applying.flatMap(({ rules }) => [...rules])]);
}
