import type { ParsedDocument } from '#core/markdown';
import type { TeamSettings } from '#core/team-file';
import { factsOf, judge } from '#core/workflow';

import type { DocumentPolicy } from './check-document.ts';

/** What a team asks of a document: the policies whose conditions its severity, tags, services … meet, over what it asks of all. */
export function teamPolicy(settings: TeamSettings, { dialect, record }: ParsedDocument): DocumentPolicy {
  const facts = { ...factsOf(record), dialect };
  const policies = settings.policies.filter(({ when }) => judge(when, facts).applies === true);
  return { severities: new Map([...settings.rules, ...policies.flatMap(({ rules }) => [...rules])]) };
}
