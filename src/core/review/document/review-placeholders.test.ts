import { describe, expect, it } from 'vitest';

import { reviewPlaceholders } from './review-placeholders.ts';

const found = (text: string, path = 'summary.text') =>
  reviewPlaceholders([{ path, text }]).map(({ range }) => text.slice(range?.start, range?.end));

describe('what was left to be filled in', () => {
  it.each([
    ['The cause is TBD.', 'TBD'],
    ['[TODO ask the payments team]', '[TODO ask the payments team]'],
    ['Start: YYYY-MM-DD', 'YYYY-MM-DD'],
    ['At HH:MM the alert fired', 'HH:MM'],
    ['{{OWNER}} will see to it', '{{OWNER}}'],
    ['Reported by [Name]', '[Name]'],
    ['[Insert link here] shows it', '[Insert link here]'],
    ['Owned by <your team>', '<your team>'],
    ['See INC-XXXX', 'INC-XXXX'],
    ['It took ??? minutes', '???'],
    ['Lorem ipsum dolor', 'Lorem ipsum'],
    ['  TBC. ', 'TBC.'],
    ['…', '…'],
    ['The date is to be decided.', 'to be decided'],
  ])('is seen in %j', (text, words) => {
    expect(found(text)).toEqual([words]);
  });

  it.each([
    'The todo list was full.',
    'The job wrote `TODO` and `{{name}}` into the file.',
    'See https://todo.example/TBD/1.',
    '```\nYYYY-MM-DD\n```',
    'The parser expects [name](https://docs.example) first.',
    'Values of {{ user.name | upper }} were lost.',
    'What did we know? Nothing.',
    'The migration is to be completed in May.',
    'The tag <div> was not closed.',
    'Ticket SEV-1 and INC-2026-001.',
    'v1.2...',
  ])('is not seen in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('is an answer where something is not known yet, and left to other rules where those ask', () => {
    expect(found('TBD', 'followUp.checks.0.effective')).toEqual([]);
    expect(found('TBD', 'actions.3.owner')).toEqual([]);
    expect(found('TBD', 'actions.3.text')).toEqual(['TBD']);
  });
});
