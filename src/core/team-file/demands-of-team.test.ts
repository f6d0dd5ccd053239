import { describe, expect, it } from 'vitest';

import type { Postmortem } from '#core/record';

import { demandsOfTeam, rulesFor } from './demands-of-team.ts';
import { openQuestions } from './open-questions.ts';
import { readTeamFile } from './read-team-file.ts';

const { settings } = readTeamFile(`
rules: { prompt-left: info, blame-verb: warning }
policies:
  - when: { severity: '<= 2' }
    require: [rootCause.trigger]
    signOffs: [Lead, CTO]
    note: It is read by two teams.
    rules: { prompt-left: error }
  - when: { tag: payments }
    require: [impact.revenue]
questions:
  - ask: Was money moved twice?
    when: { severity: SEV-1 }
    mandatory: true
    help: Say how it was checked.
  - ask: Who else has this pattern?
`);

const record = (more: Partial<Postmortem>): Postmortem => ({ timeline: [], actions: [], ...more });
const GRAVE = { severity: { label: 'SEV-1', rank: 1 } };

describe('what a team asks of a post-mortem', () => {
  it('is what certainly applies, each with its path and the reason', () => {
    const signOffs = [{ role: 'cto' }, { role: 'Scribe', name: 'Ana' }];
    expect(demandsOfTeam(settings, record({ ...GRAVE, signOffs }))).toEqual([
      {
        path: 'rootCause.trigger',
        label: 'Trigger',
        code: 'policy-field-missing',
        required: true,
        because: 'the severity SEV-1 has rank 1, which is at most 2',
        note: 'It is read by two teams.',
      },
      expect.objectContaining({ path: 'signOffs.2.name', label: 'Sign-off: Lead', code: 'sign-off-missing' }),
      expect.objectContaining({ path: 'signOffs.0.name', label: 'Sign-off: CTO' }),
      {
        path: 'questions.0.answer',
        label: 'Was money moved twice?',
        code: 'question-unanswered',
        required: true,
        because: 'the severity SEV-1 is SEV-1',
        note: 'Say how it was checked.',
      },
    ]);
  });

  it('is nothing where nothing applies or may only apply', () => {
    expect(demandsOfTeam(settings, record({ severity: { label: 'SEV-4' } }))).toEqual([]);
    expect(demandsOfTeam(settings, record({}))).toEqual([]);
  });

  it('asks for no answer that is there, whatever its marks', () => {
    const questions = [{ question: '**Was money moved twice**', answer: 'No.' }];
    const codes = demandsOfTeam(settings, record({ ...GRAVE, questions })).map(({ code }) => code);
    expect(codes).not.toContain('question-unanswered');
  });

  it('raises rules where its policy applies', () => {
    expect([...rulesFor(settings, record(GRAVE))]).toEqual([
      ['prompt-left', 'error'],
      ['blame-verb', 'warning'],
    ]);
    expect(rulesFor(settings, record({})).get('prompt-left')).toBe('info');
  });
});

describe('open questions', () => {
  it('are those without an answer that apply or may apply, with their place', () => {
    const asked = [{ question: 'Another one?' }, { question: 'Who else has this pattern?' }];
    const open = openQuestions(record({ questions: asked }), settings);
    expect(open.map(({ question, verdict, index }) => [question.ask, verdict.applies, index])).toEqual([
      ['Was money moved twice?', undefined, 2],
      ['Who else has this pattern?', true, 1],
    ]);
  });

  it('leave out those that do not apply', () => {
    const open = openQuestions(record({ severity: { label: 'SEV-3' } }), settings);
    expect(open.map(({ question }) => question.ask)).toEqual(['Who else has this pattern?']);
  });
});
