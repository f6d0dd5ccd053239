import { describe, expect, it } from 'vitest';

import { type Postmortem, resolveRecord } from '#core/record';

import { completeness } from './complete/completeness.ts';
import { reviewRecord } from './review-record.ts';

const time = (written: string) =>
  ({ written, instant: null, precision: 'unknown', approximate: false, zone: null, zoneStated: false }) as const;

const COMPLETE: Postmortem = {
  title: 'Checkout outage',
  severity: { label: 'P1' },
  incident: { date: time('2026-02-23') },
  summary: { text: 'Checkout failed for 40 minutes. The pool was too small.' },
  impact: { users: '1,200' },
  timeline: [
    { at: time('12:00'), text: 'Errors rise', moments: ['impact-started'] },
    { at: time('12:40'), text: 'Errors end', moments: ['restored'] },
  ],
  rootCause: { systemic: 'The pool was too small.', trigger: 'A deploy' },
  whys: [
    { question: 'Why did checkout fail?', answer: 'The pool was empty.', parent: null },
    { question: 'Why?', answer: 'An order holds two connections.', parent: 0 },
  ],
  factors: [{ text: 'No alert on the pool' }],
  wentWell: [{ text: 'Rollback' }],
  wentPoorly: [{ text: 'Detection' }],
  actions: [{ text: 'Alert when the pool is 80 % full', owner: '@ana', due: '2026-03-10' }],
};

function codes(record: Partial<Postmortem>, dialect = 'standard'): string[] {
  return reviewRecord(resolveRecord({ ...COMPLETE, ...record }), { dialect }).map((finding) => finding.code);
}

function findings(summary: string) {
  return reviewRecord(resolveRecord({ ...COMPLETE, summary: { text: summary } }), { dialect: 'foreign' });
}

describe('the review', () => {
  it('finds nothing in a complete and blameless record', () => {
    expect(codes({})).toEqual([]);
    expect(completeness(COMPLETE, 'standard')).toEqual({ part: 1, missing: [] });
  });

  it('names what the template asks for, what is required as warning', () => {
    const found = reviewRecord({ title: 'x', timeline: [], actions: [] }, { dialect: 'standard' });
    expect(found.filter(({ severity }) => severity === 'warning').map(({ code }) => code)).toEqual([
      'missing-severity',
      'missing-date',
      'missing-summary',
      'missing-impact',
      'missing-timeline',
      'missing-root-cause',
      'missing-actions',
    ]);
    expect(found.every(({ place }) => place?.path !== undefined)).toBe(true);
    const { missing, part } = completeness({ title: 'x', timeline: [], actions: [] }, 'standard');
    expect(part).toBeCloseTo(2 / 21);
    expect(missing.find(({ path }) => path === 'timeline')).toEqual({
      path: 'timeline',
      label: 'Timeline',
      required: true,
    });
  });

  it('asks of each template what that one has', () => {
    expect(codes({}, 'platform')).toEqual([
      'missing-data-integrity',
      'missing-latent-condition',
      'missing-lessons',
      'action-without-ticket',
    ]);
    expect(codes({}, 'cycle')).toEqual(['action-incomplete']);
  });

  it('sees times out of order and times that say nothing', () => {
    const timeline = [...COMPLETE.timeline, { at: time('12:10'), text: 'Late' }, { at: time('14:??x'), text: 'Odd' }];
    expect(codes({ timeline })).toEqual(['event-out-of-order', 'time-unresolved']);
  });

  it('sees moments that contradict each other', () => {
    const timeline: Postmortem['timeline'] = [
      { at: time('12:00'), text: 'a', moments: ['restored'] },
      { at: time('12:40'), text: 'b', moments: ['impact-started'] },
    ];
    const found = reviewRecord(resolveRecord({ ...COMPLETE, timeline }), { dialect: 'standard' });
    expect(found).toMatchObject([
      {
        code: 'moments-reversed',
        severity: 'error',
        message: '“restored” (12:00) is before “impact started” (12:40).',
        place: { path: 'timeline.0.at' },
      },
    ]);
  });

  it('asks actions for an owner, a due date and something that can be told to be done', () => {
    expect(codes({ actions: [{ text: 'Improve pool monitoring' }] })).toEqual([
      'action-without-owner',
      'action-without-due',
      'action-vague',
    ]);
    expect(codes({ actions: [{ text: 'Improve pool monitoring', status: 'Done' }] })).toEqual([]);
    expect(codes({ actions: [{ text: 'Alert on a full pool', owner: 'Bo', horizon: 'month' }] })).toEqual([]);
  });

  it('sees factors that nothing answers', () => {
    expect(codes({ factors: [{ text: 'Nobody on call' }] })).toEqual(['factor-unanswered']);
    expect(codes({ factors: [{ text: 'Nobody on call', answeredBy: 'Accepted until June' }] })).toEqual([]);
    const actions = [{ text: 'Size the pool by load', owner: 'Bo', due: '2026-03-10', answers: 'Nobody on call' }];
    expect(codes({ factors: [{ text: 'Nobody on call' }], actions })).toEqual([]);
  });

  it('sees what was left to be filled in', () => {
    expect(codes({ rootCause: { systemic: 'TBD', trigger: '[TODO ask Bo]' } })).toEqual([
      'placeholder-left',
      'placeholder-left',
    ]);
  });

  it.each([
    ['The engineer failed to check the pool.', 'blame-counterfactual', 'The engineer did not check the pool.'],
    ['They forgot to run it.', 'blame-counterfactual', 'They did not run it.'],
    ['Obviously the pool was full.', 'blame-hindsight', 'The pool was full.'],
    ['A careless change broke it.', 'blame-word', 'A change broke it.'],
  ])('suggests another wording for %j', (text, code, value) => {
    expect(findings(text)).toMatchObject([{ code, fix: { path: 'summary.text', value } }]);
  });

  it.each([
    ['The cause was human error.', 'blame-human-error'],
    ['We should have seen it.', 'blame-counterfactual'],
    ['The intern was to blame.', 'blame-word'],
  ])('sees blame in %j and leaves the wording to a person', (text, code) => {
    expect(findings(text)).toMatchObject([{ code }]);
    expect(findings(text)[0]?.fix?.mechanical).toBeUndefined();
  });

  it.each([
    'The health check failed to notice it.',
    'The log says "the operator failed to respond".',
    'The job `forgot to ack` was retried.',
    'Requests should have a timeout.',
  ])('leaves alone what blames nobody: %j', (text) => {
    expect(findings(text)).toEqual([]);
  });
});
