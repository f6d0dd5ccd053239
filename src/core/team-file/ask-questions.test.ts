import { describe, expect, it } from 'vitest';

import { BUILT_IN_DIALECTS, type Dialect, newPostmortem, parsePostmortem, renderPostmortem } from '#core/markdown';

import { askQuestions } from './ask-questions.ts';
import { openQuestions } from './open-questions.ts';
import { OWN_DIALECTS } from './own-dialects.fixture.ts';
import { readDialectFile } from './read-dialect-file.ts';
import { readTeamFile } from './read-team-file.ts';

const { settings } = readTeamFile(`
questions:
  - ask: Was money moved twice?
    when: { severity: SEV-1 }
    mandatory: true
    help: Say how it was checked.
  - ask: Which migration ran last?
    when: { tag: db }
`);

const own = OWN_DIALECTS.map(([file, text]): [string, Dialect] => {
  const { dialect } = readDialectFile(text, file);
  if (dialect === null) throw new Error(file);
  return [dialect.id, dialect];
});
const all: [string, Dialect][] = [...BUILT_IN_DIALECTS.map((each): [string, Dialect] => [each.id, each]), ...own];

describe.each(all)('in a new %s document', (_id, dialect) => {
  const section = dialect.questionsIn ?? 'questions';
  const record = newPostmortem(dialect, { title: 'Slow basket', date: '2026-02-23', severity: 'SEV-1', id: 'INC-1' });
  const asked = askQuestions(record, settings, { section, guidance: true });
  const { markdown } = renderPostmortem(asked, dialect, { prompts: true, guidance: true });

  it('the questions that apply stand to be answered, the others as comments, each with its reason', () => {
    expect(markdown).toContain('\n- Was money moved twice?\n');
    expect(markdown).not.toContain('- Which migration');
    expect(markdown).toContain(
      '<!-- “Was money moved twice?” Asked because the severity SEV-1 is SEV-1; an answer is mandatory. Say how it was checked. -->',
    );
    expect(markdown).toContain('<!-- “Which migration ran last?” May apply, because the document states no tags. -->');
  });

  it('an answer behind a question closes it', () => {
    const text = markdown.replace('\n- Was money moved twice?', '\n- Was money moved twice? No, by the ledger.');
    const answered = parsePostmortem(text, { dialect }).record;
    expect(answered.questions).toEqual([{ question: 'Was money moved twice?', answer: 'No, by the ledger.' }]);
    const open = openQuestions(answered, settings).map(({ question }) => question.ask);
    expect(open).toEqual(['Which migration ran last?']);
  });
});

it('asks only once, and nothing of a team without questions', () => {
  const record = newPostmortem('cycle', { severity: 'SEV-1' });
  const options = { section: 'questions', guidance: false };
  const once = askQuestions(record, settings, options);
  expect(askQuestions(once, settings, options).questions).toEqual(once.questions);
  expect(askQuestions(record, { ...settings, questions: [] }, options)).toEqual(record);
});
