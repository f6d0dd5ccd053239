import { describe, expect, it } from 'vitest';

import { type Condition, explain, judge } from './condition.ts';
import type { Facts } from './facts.ts';

const FACTS: Facts = {
  severity: { label: 'SEV-2', rank: 2 },
  type: 'Financial',
  dialect: 'sev',
  tags: ['payments', 'db'],
  services: ['**checkout-api**: 40 % of requests', 'ledger'],
};

const ranks = (operator: '<' | '<=' | '=' | '>=' | '>', rank: number): Condition => ({
  kind: 'severity',
  labels: [],
  ranks: [{ operator, rank }],
});
const tag = (...values: string[]): Condition => ({ kind: 'tag', values });

const CASES: [string, Condition, string][] = [
  ['always', { kind: 'always' }, 'Applies because it is asked of every post-mortem.'],
  [
    'a severity in other spelling',
    { kind: 'severity', labels: ['SEV1', 'sev2'], ranks: [] },
    'Applies because the severity SEV-2 is one of SEV1, sev2.',
  ],
  [
    'another severity',
    { kind: 'severity', labels: ['SEV-1'], ranks: [] },
    'Does not apply because the severity SEV-2 is not SEV-1.',
  ],
  ['a rank', ranks('<=', 2), 'Applies because the severity SEV-2 has rank 2, which is at most 2.'],
  ['a rank below', ranks('<', 2), 'Does not apply because the severity SEV-2 has rank 2, which is not below 2.'],
  ['a rank above', ranks('>', 1), 'Applies because the severity SEV-2 has rank 2, which is above 1.'],
  ['a rank at least', ranks('>=', 3), 'Does not apply because the severity SEV-2 has rank 2, which is not at least 3.'],
  ['one rank', ranks('=', 2), 'Applies because the severity SEV-2 has rank 2, which is exactly 2.'],
  [
    'a label or a rank',
    { kind: 'severity', labels: ['SEV-1'], ranks: [{ operator: '<=', rank: 2 }] },
    'Applies because the severity SEV-2 has rank 2, which is at most 2.',
  ],
  ['a tag', tag('DB'), 'Applies because the tag db is DB.'],
  ['no such tag', tag('dns', 'tls'), 'Does not apply because the tags payments, db have nothing of dns, tls.'],
  ['a service', { kind: 'service', values: ['checkout-api'] }, 'Applies because the service checkout-api is affected.'],
  [
    'a service of which the name is a part only',
    { kind: 'service', values: ['check'] },
    'Does not apply because none of the affected services is check.',
  ],
  ['a type', { kind: 'type', values: ['financial'] }, 'Applies because the incident type Financial is financial.'],
  ['a template', { kind: 'dialect', values: ['cycle'] }, 'Does not apply because the template sev is not cycle.'],
  [
    'all of several',
    { kind: 'all', of: [tag('db'), ranks('<=', 2)] },
    'Applies because the tag db is db and the severity SEV-2 has rank 2, which is at most 2.',
  ],
  [
    'all of several, one of which does not hold',
    { kind: 'all', of: [tag('db'), tag('dns')] },
    'Does not apply because the tags payments, db have nothing of dns.',
  ],
  ['any of several', { kind: 'any', of: [tag('dns'), tag('db')] }, 'Applies because the tag db is db.'],
  ['the opposite', { kind: 'not', of: tag('db') }, 'Does not apply because the tag db is db.'],
];

describe('a condition', () => {
  it.each(CASES)('on %s tells whether it holds and why', (_name, condition, sentence) => {
    expect(explain(judge(condition, FACTS))).toBe(sentence);
  });

  const UNKNOWN: [Condition, string][] = [
    [ranks('<=', 2), 'May apply: the document states no severity.'],
    [tag('db'), 'May apply: the document states no tags.'],
    [{ kind: 'service', values: ['api'] }, 'May apply: the document states no services.'],
    [{ kind: 'type', values: ['x'] }, 'May apply: the document states no incident type.'],
    [{ kind: 'not', of: tag('db') }, 'May apply: the document states no tags.'],
    [{ kind: 'all', of: [{ kind: 'always' }, tag('db')] }, 'May apply: the document states no tags.'],
  ];

  it.each(UNKNOWN)('that asks what is not stated stays open', (condition, sentence) => {
    expect(explain(judge(condition, { dialect: 'sev' }))).toBe(sentence);
  });

  it('on a rank stays open for a label that no scale knows', () => {
    expect(explain(judge(ranks('<=', 2), { dialect: 'sev', severity: { label: 'purple' } }))).toBe(
      'May apply: no rank is known for the severity purple.',
    );
  });
});
