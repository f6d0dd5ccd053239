import { describe, expect, it } from 'vitest';

import type { Postmortem } from '#core/record';

import type { ReviewOptions } from '../review-options.ts';
import { textFields } from '../text-fields.ts';
import { completeness } from './completeness.ts';
import { readingSeconds, sentenceCount } from './reading.ts';
import { reviewCompleteness } from './review-completeness.ts';
import { reviewDemandedStyle } from './review-demanded-style.ts';
import { reviewSummary } from './review-summary.ts';

const record = (parts: Partial<Postmortem>): Postmortem => ({ timeline: [], actions: [], ...parts });

describe('sentences', () => {
  it.each([
    ['One. Two! Three?', 3],
    ['Without a full stop', 1],
    ['', 0],
    ['It took 1.5 h, e.g. in version 2.3.4.', 1],
    ['(Like this.) And that.', 2],
    ['一つ。二つ。', 2],
    ['Done.\n', 1],
  ])('of %j are %i', (text, count) => {
    expect(sentenceCount(text)).toBe(count);
  });

  it('are read at 238 words a minute', () => {
    expect(readingSeconds('word '.repeat(119))).toBe(30);
    expect(readingSeconds('See https://dash.example/a/b/c')).toBeCloseTo(60 / 238);
  });
});

describe('a summary', () => {
  const codes = (summary: Postmortem['summary'], options: Partial<ReviewOptions> = {}) =>
    reviewSummary(record({ summary }), { dialect: 'foreign', ...options }).map(({ code }) => code);

  it('has two to four sentences where the template says so', () => {
    expect(codes({ text: 'One.' }, { dialect: 'standard' })).toEqual(['summary-short']);
    expect(codes({ text: 'One. Two.' }, { dialect: 'standard' })).toEqual([]);
    expect(codes({ text: 'A. B. C. D. E.' }, { dialect: 'standard' })).toEqual(['summary-long']);
    expect(codes({ oneLine: 'One. Two.' }, { dialect: 'sev' })).toEqual(['summary-long']);
    expect(codes({ text: 'One.' })).toEqual([]);
    expect(codes({ text: 'A. B. C. D. E. F.' })).toEqual([]);
  });

  it('is read in half a minute', () => {
    expect(codes({ text: 'word '.repeat(119) })).toEqual([]);
    expect(codes({ text: 'word '.repeat(120) })).toEqual(['summary-long']);
    const process = {
      rules: [{ section: 'summary', kind: 'reading-time', text: '', most: 60 } as const],
      actionLimits: [],
    };
    expect(codes({ text: 'word '.repeat(200) }, { process })).toEqual([]);
  });
});

describe('what a policy asks for', () => {
  const demand = {
    path: 'questions.0.answer',
    label: 'Was money lost?',
    code: 'question-unanswered',
    required: true,
    because: 'the severity P1 is one of P0, P1',
    note: 'Ask the finance team.',
  } as const;

  it('is missing with its reason', () => {
    const found = reviewCompleteness(record({}), { dialect: 'foreign', demands: [demand] });
    expect(found.at(-1)).toMatchObject({
      code: 'question-unanswered',
      severity: 'warning',
      message: '“Was money lost?” is missing; the team asks for it because the severity P1 is one of P0, P1.',
      help: 'Ask the finance team.',
    });
    const answered = record({ questions: [{ question: 'Was money lost?', answer: 'No.' }] });
    expect(
      reviewCompleteness(answered, { dialect: 'foreign', demands: [demand] }).map(({ code }) => code),
    ).not.toContain('question-unanswered');
  });

  it('takes the place of what the template asks for', () => {
    const raised = { path: 'wentWell', label: 'What went well', code: 'missing-went-well', required: true } as const;
    const found = reviewCompleteness(record({}), { dialect: 'foreign', demands: [raised] });
    expect(found.filter(({ code }) => code === 'missing-went-well')).toMatchObject([{ severity: 'warning' }]);
  });

  it('of every action counts as there when every action has it', () => {
    const each = { path: 'actions.*.ticket', label: 'Ticket', code: 'action-without-ticket' };
    const part = (tickets: readonly (string | undefined)[]): boolean =>
      completeness(
        record({ actions: tickets.map((ticket) => ({ text: 'x', ...(ticket !== undefined && { ticket }) })) }),
        'foreign',
        [each],
      ).missing.some(({ path }) => path === each.path);
    expect(part(['A-1', 'A-2'])).toBe(false);
    expect(part(['A-1', undefined])).toBe(true);
  });
});

describe('what a template asks of its texts', () => {
  const codes = (parts: Partial<Postmortem>, dialect: string) =>
    reviewDemandedStyle(record(parts), textFields(record(parts)), { dialect }).map(({ code }) => code);

  it.each([
    'We must size pools by load.',
    'Always look at the pool.',
    'Pools should be sized by load.',
    'Add an alert',
  ])('is a lesson rather than %j', (text) => {
    expect(codes({ lessons: { takeaways: [text] } }, 'platform')).toEqual(['lesson-prescriptive']);
    expect(codes({ lessons: { takeaways: [text] } }, 'standard')).toEqual([]);
  });

  it.each(['A pool runs empty before errors rise.', 'We should have known is never a lesson.', 'Pools have to wait.'])(
    'is %j',
    (text) => {
      expect(codes({ lessons: { takeaways: [text] } }, 'platform')).toEqual([]);
    },
  );

  it('is an impact in numbers and a cause by name', () => {
    expect(codes({ impact: { users: 'Many' } }, 'standard')).toEqual(['impact-without-numbers']);
    expect(codes({ impact: { users: '12' } }, 'standard')).toEqual([]);
    expect(codes({ rootCause: { technical: 'There were problems with the pool.' } }, 'cycle')).toEqual([
      'cause-imprecise',
    ]);
    for (const technical of ['`pool.max` was ten.', 'The pool of Postgres was full.', 'PR #12 broke it.']) {
      expect(codes({ rootCause: { technical } }, 'cycle')).toEqual([]);
    }
  });
});
