import { describe, expect, it } from 'vitest';

import { type Postmortem, resolveRecord } from '#core/record';
import { resolveTime } from '#core/time';

import type { ReviewOptions } from '../review-options.ts';
import { reviewActions } from './review-actions.ts';

type Action = Postmortem['actions'][number];

const GOOD: Action = { text: 'Alert when the pool is 80 % full', owner: '@ana', due: '2026-04-10' };

function review(actions: readonly Partial<Action>[], options: Partial<ReviewOptions> = {}) {
  const record = resolveRecord({
    incident: { date: resolveTime('2026-02-23') },
    timeline: [],
    actions: actions.map((action) => ({ ...GOOD, ...action })),
  });
  return reviewActions(record, { dialect: 'foreign', ...options });
}

function codes(action: Partial<Action>, options: Partial<ReviewOptions> = {}): string[] {
  return review([action], options).map(({ code }) => code);
}

const without = (key: keyof Action): Action => {
  const { [key]: _left, ...rest } = GOOD;
  return rest as Action;
};

it('is quiet on an action that has everything', () => {
  expect(codes({})).toEqual([]);
});

describe('an owner', () => {
  it.each(['Platform team', '@ana', 'Ana Silva <ana@example.org>', 'SRE'])('can be %j', (owner) => {
    expect(codes({ owner })).toEqual([]);
  });

  it.each(['team', 'The team', 'Everyone', 'TBD', '?', '–', 'someone', 'all engineers', 'We'])('is not %j', (owner) => {
    expect(codes({ owner })).toEqual(['action-without-owner']);
  });

  it('is one', () => {
    expect(review([{ owner: 'Ana, Bo' }])).toMatchObject([
      { code: 'action-many-owners', severity: 'info', place: { path: 'actions.0.owner' } },
    ]);
  });

  it('is asked for once where no action has one', () => {
    const open = [1, 2, 3].map((each) => ({ ...without('owner'), text: `Alert at ${String(each)} %` }));
    const record: Postmortem = { timeline: [], actions: open };
    expect(reviewActions(record, { dialect: 'foreign' })).toMatchObject([
      {
        code: 'action-without-owner',
        message: 'None of the 3 open actions has an owner.',
        place: { path: 'actions' },
      },
    ]);
  });
});

it('asks nothing of an action that is settled, by its status or by its words', () => {
  for (const status of ['Done', 'verified', '✅', "won't do"]) {
    expect(
      reviewActions({ timeline: [], actions: [{ text: 'Improve monitoring', status }] }, { dialect: 'sev' }),
    ).toEqual([]);
  }
  expect(reviewActions({ timeline: [], actions: [{ text: 'Raised the limit' }] }, { dialect: 'foreign' })).toEqual([]);
});

describe('a due date', () => {
  it.each(['2026-04-10', '10 April 2026', 'Q2 2026', 'by 2026-04-10', 'Apr 10', 'next retrospective'])(
    'can be %j',
    (due) => {
      expect(codes({ due })).toEqual([]);
    },
  );

  it.each(['ASAP', 'soon', 'Immediately', 'when time permits', 'ongoing', 'long-term'])('is not %j', (due) => {
    expect(codes({ due })).toEqual(['action-due-vague']);
  });

  it('is missing where it is not decided yet', () => {
    expect(codes({ due: 'TBD' })).toEqual(['action-without-due']);
  });

  it('can be that of a group', () => {
    const record = (extra: Partial<Action>): Postmortem => ({
      timeline: [],
      actions: [{ ...without('due'), ...extra }],
    });
    const options = { dialect: 'foreign' };
    expect(reviewActions(record({ horizon: 'month' }), options)).toEqual([]);
    expect(reviewActions(record({ group: 'Long-term (Q4 2026)' }), options)).toEqual([]);
    expect(reviewActions(record({ group: 'Next 2 weeks' }), options)).toEqual([]);
    expect(reviewActions(record({ group: 'Monitoring' }), options)).toMatchObject([{ code: 'action-without-due' }]);
  });

  it('has passed only where the present is known, and after its day', () => {
    expect(codes({ due: '2026-03-10' })).toEqual([]);
    expect(codes({ due: '2026-03-10' }, { now: '2026-03-10T23:00:00Z' })).toEqual([]);
    expect(codes({ due: 'Q1 2026' }, { now: '2026-03-30T23:00:00Z' })).toEqual([]);
    expect(review([{ due: '2026-03-10' }], { now: '2026-03-12T01:00:00Z' })).toMatchObject([
      { code: 'action-overdue', message: expect.stringContaining('was due 2026-03-10, 2 days ago') },
    ]);
  });

  it('is late beyond the limit of its priority or group, counted from the meeting', () => {
    const options = { dialect: 'operations' };
    const late = (action: Partial<Action>): string[] =>
      codes({ category: 'Detection', status: 'open', ...action }, options);
    expect(late({ priority: 'P0', due: '2026-03-16' })).toEqual([]);
    expect(late({ priority: 'P0', due: '2026-03-17' })).toEqual(['action-due-late']);
    expect(late({ horizon: 'month', due: '2026-05-17' })).toEqual(['action-due-late']);
    expect(late({ horizon: 'backlog', due: '2027-05-17' })).toEqual([]);
  });
});

describe('what an action lacks', () => {
  it('is a ticket where most of the others have one', () => {
    const tickets = review([{ ticket: 'OPS-1' }, { ticket: 'OPS-2' }, {}]);
    expect(tickets).toMatchObject([{ code: 'action-without-ticket', place: { path: 'actions.2.ticket' } }]);
    expect(review([{ ticket: 'OPS-1' }, {}, {}])).toEqual([]);
  });

  it('is a field of its template', () => {
    expect(codes({}, { dialect: 'cycle' })).toEqual(['action-incomplete']);
    expect(codes({ priority: 'P1' }, { dialect: 'cycle' })).toEqual([]);
    expect(codes({}, { dialect: 'platform' })).toEqual(['action-without-ticket']);
  });

  it('is what a policy asks for, as a warning where that is mandatory', () => {
    const demand = { path: 'actions.*.ticket', label: 'Ticket', code: 'action-without-ticket' };
    expect(review([{}], { demands: [demand] })).toMatchObject([{ severity: 'info' }]);
    expect(review([{}], { demands: [{ ...demand, required: true }] })).toMatchObject([{ severity: 'warning' }]);
  });

  it('is what the process of an own template asks for', () => {
    const process = { rules: [{ kind: 'action-fields', text: '', fields: ['priority'] } as const], actionLimits: [] };
    expect(codes({}, { dialect: 'ours', process })).toEqual(['action-incomplete']);
  });
});

describe('the wording of an action', () => {
  it.each([
    'Be more careful with pools',
    'Pay closer attention to alerts',
    'Improve monitoring',
    'Better documentation',
    'Investigate the memory usage',
    'We should look into autoscaling',
    'Consider a second region',
    'Review the process',
  ])('is vague in %j', (text) => {
    expect(codes({ text })).toContain('action-vague');
  });

  it.each([
    'Improve the dashboard so that the pool can be seen',
    'Improve detection by alerting on the pool',
    'Investigate the memory usage and write the proposal',
    'Look into autoscaling; report back by Friday',
    'Increase the limit from 10 to 40',
    'Handle `SIGTERM` in the worker',
  ])('is not vague in %j', (text) => {
    expect(codes({ text })).toEqual([]);
  });

  it('is not vague where a criterion or a ticket says what is meant', () => {
    expect(codes({ text: 'Improve monitoring', criterion: 'The next outage pages within a minute' })).toEqual([]);
    expect(codes({ text: 'Investigate the memory usage', ticket: 'OPS-7' })).toEqual([]);
    expect(codes({ text: 'Be more careful', ticket: 'OPS-7' })).toContain('action-vague');
  });

  it('is quoted with its place', () => {
    expect(review([{ text: 'We should **improve** monitoring' }])).toMatchObject([
      { code: 'action-vague', range: { start: 12, end: 19 }, message: expect.stringContaining('“improve”') },
    ]);
  });

  it('is big with three steps, or with a whole system', () => {
    expect(codes({ text: 'Add an alert, write a runbook and train the team' })).toEqual(['action-too-big']);
    expect(codes({ text: 'Rewrite the whole billing service' })).toEqual(['action-too-big']);
    expect(codes({ text: 'Add alerts on the pool, the queue and the disk' })).toEqual([]);
    expect(codes({ text: 'Replace the pool. Then watch it and tell support' })).toEqual([]);
  });

  it('names something to look at', () => {
    expect(codes({ text: 'Workers view' })).toEqual(['action-unverifiable']);
    expect(codes({ text: 'Do not deploy on Fridays' })).toEqual(['action-unverifiable']);
    expect(codes({ text: 'Never page twice', criterion: 'No double page in a month' })).toEqual([]);
  });
});

it('says so where all actions only tell people something', () => {
  expect(review([{ text: 'Document the pool' }, { text: 'Train the team' }])).toMatchObject([
    { code: 'action-weak', place: { path: 'actions' }, severity: 'info' },
  ]);
  expect(codes({ text: 'Document the pool', status: 'cancelled' })).toEqual([]);
  expect(review([{ text: 'Document the pool' }, { text: 'Workers view 2' }])).toEqual([]);
});
