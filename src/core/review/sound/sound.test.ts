import { assert, array, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type MomentKind, type Postmortem, resolveRecord } from '#core/record';
import { resolveTime } from '#core/time';

import type { ReviewOptions } from '../review-options.ts';
import { textFields } from '../text-fields.ts';
import { durationSlack } from './duration-slack.ts';
import { longestRising } from './longest-rising.ts';
import { reviewSoundness } from './review-soundness.ts';

const DAY = '2026-02-23';
const at = (written: string) => resolveTime(written, { day: DAY });

function review(record: Partial<Postmortem>, options: Partial<ReviewOptions> = {}) {
  const resolved = resolveRecord({ incident: { date: at(DAY) }, timeline: [], actions: [], ...record });
  return reviewSoundness(resolved, textFields(resolved), { dialect: 'standard', ...options });
}

const codes = (record: Partial<Postmortem>, options: Partial<ReviewOptions> = {}): string[] =>
  review(record, options).map(({ code }) => code);

const rows = (...times: string[]): Postmortem['timeline'] =>
  times.map((written) => ({ at: at(`${DAY} ${written}`), text: 'x' }));

const marked = (...moments: readonly (readonly [string, MomentKind])[]): Postmortem['timeline'] =>
  moments.map(([written, kind]) => ({ at: at(written), text: 'x', moments: [kind] }));

describe('the order of a timeline', () => {
  it.each([
    [['12:00', '12:10', '12:10', '12:40']],
    [['12:40', '12:10', '12:10', '12:00']],
    [['12:00', '~11:58', '12:10']],
    [['12:00:30', '12:00', '12:10']],
    [[]],
  ])('may be %j', (times) => {
    expect(codes({ timeline: rows(...times) })).toEqual([]);
  });

  it('names the row that is out of place, and not those behind it', () => {
    expect(review({ timeline: rows('12:00', '23:04', '12:20', '12:30', '12:40') })).toMatchObject([
      {
        code: 'event-out-of-order',
        place: { path: 'timeline.1.at' },
        message: expect.stringContaining('stands above'),
      },
    ]);
  });

  it('is read from below in a table with the newest event on top', () => {
    expect(review({ timeline: rows('12:40', '12:30', '12:50', '12:10') })).toMatchObject([
      {
        place: { path: 'timeline.2.at' },
        message: `The event at ${DAY} 12:50 stands below one at ${DAY} 12:30, which is earlier.`,
      },
    ]);
  });

  it('names neighbours together', () => {
    expect(review({ timeline: rows('12:00', '12:10', '12:20', '12:30', '11:00', '11:05', '12:40') })).toMatchObject([
      {
        place: { path: 'timeline.4.at' },
        message: expect.stringContaining(`2 events from ${DAY} 11:00 on stand below`),
      },
    ]);
  });

  it('is not broken by a bare day or a range', () => {
    const timeline = [...rows('12:00'), { at: at(DAY), text: 'x' }, ...rows('12:10–12:30', '12:20')];
    expect(codes({ timeline })).toEqual([]);
  });

  it('keeps as many rows as can be kept', () => {
    assert(
      property(array(integer({ min: 0, max: 20 }), { maxLength: 9 }), (numbers) => {
        const kept = longestRising(numbers).map((place) => numbers[place] ?? 0);
        expect(kept).toEqual(kept.toSorted((a, b) => a - b));
        expect(kept.length).toBe(longestByTrying(numbers));
      }),
    );
  });
});

function longestByTrying(numbers: readonly number[]): number {
  const best: number[] = [];
  numbers.forEach((number, place) => {
    best.push(1 + Math.max(0, ...best.filter((_, before) => (numbers[before] ?? 0) <= number && before < place)));
  });
  return Math.max(0, ...best);
}

describe('moments and periods', () => {
  it('are reversed only where that is certain', () => {
    expect(codes({ timeline: marked(['12:40', 'resolved'], ['12:50', 'impact-started']) })).toContain(
      'moments-reversed',
    );
    expect(codes({ timeline: marked(['12:40', 'impact-started'], ['12:40', 'resolved']) })).toEqual([]);
    expect(
      codes({
        moments: [
          { kind: 'impact-started', at: at('~12:42') },
          { kind: 'resolved', at: at('12:40') },
        ],
      }),
    ).toEqual([]);
  });

  it('count the last of several ends', () => {
    const timeline = marked(['12:00', 'restored'], ['12:10', 'impact-started'], ['12:50', 'restored']);
    expect(codes({ timeline })).toEqual([]);
  });

  it('have to lie in the timeline and in their order', () => {
    const period = (from: string, to: string | null) => ({
      impact: { periods: [{ from: at(from), to: to === null ? null : at(to) }] },
      timeline: rows('12:00', '12:40'),
    });
    expect(codes(period('12:00', '12:40'))).toEqual([]);
    expect(codes(period('11:00', '15:00'))).toEqual([]);
    expect(codes(period('12:40', '12:00'))).toEqual(['impact-reversed']);
    expect(codes(period('2026-02-20 12:00', '2026-02-20 12:40'))).toEqual(['impact-outside-timeline']);
    expect(codes(period('2026-02-20 12:00', null))).toEqual(['impact-outside-timeline']);
  });
});

describe('durations', () => {
  const timeline = marked(['12:00', 'impact-started'], ['12:07', 'acknowledged'], ['12:40', 'resolved']);
  const stated = (id: string, written: string, dialect = 'standard'): string[] =>
    codes({ timeline, durations: { [id]: { written } } }, { dialect });

  it.each(['40 min', '41 minutes', '0.7 h', '1 hour', 'about 45 minutes', '40 min (detected at 12:07)', 'unknown'])(
    'agree with the timeline: %j',
    (written) => {
      expect(stated('mttr', written)).toEqual([]);
    },
  );

  it.each(['50 min', '3 hours', 'about 2 hours', '40 s'])('contradict the timeline: %j', (written) => {
    expect(stated('mttr', written)).toEqual(['duration-contradicts']);
  });

  it('say what the timeline has instead', () => {
    expect(review({ timeline, durations: { mttr: { written: '3 hours' } } })).toMatchObject([
      {
        severity: 'error',
        place: { path: 'durations.mttr.written' },
        message: 'MTTR is stated as 3 hours; by the timeline it is 40 min (from incident start to declared resolved).',
      },
    ]);
  });

  it('may end at any of the ends where the template leaves that open', () => {
    const two = [...timeline, ...marked(['14:00', 'closed'])];
    expect(codes({ timeline: two, durations: { duration: { written: '2 h' } } })).toEqual([]);
    expect(codes({ timeline: two, durations: { duration: { written: '40 min' } } })).toEqual([]);
    expect(codes({ timeline: two, durations: { duration: { written: '80 min' } } })).toEqual(['duration-contradicts']);
  });

  it('cannot be negative, nor a part longer than the whole', () => {
    expect(codes({ durations: { ttr: { written: '-5 min' } } })).toEqual(['duration-impossible']);
    expect(codes({ durations: { ttd: { written: '3 h' }, ttr: { written: '1 h' } } })).toEqual(['duration-impossible']);
    expect(codes({ durations: { ttd: { written: '1 h' }, ttr: { written: '60 min' } } })).toEqual([]);
  });

  it('of more than a year come from a mistyped one', () => {
    const timeline2 = marked(['2025-02-01 12:00', 'impact-started'], ['2026-02-23 12:40', 'resolved']);
    expect(review({ timeline: timeline2 })).toMatchObject([{ code: 'duration-impossible', severity: 'warning' }]);
  });

  it.each([
    ['8 min', 480, 60],
    ['2 hours', 7200, 3600],
    ['1.5 hours', 5400, 360],
    ['about 40 min', 2400, 600],
    ['90 s', 90, 1],
  ])('leave room for rounding: %j', (written, seconds, slack) => {
    expect(durationSlack(written, seconds)).toBe(slack);
  });
});

describe('dates', () => {
  it('in title and id are that of the incident, give or take a day', () => {
    expect(codes({ title: 'Outage 2026-02-24' })).toEqual([]);
    expect(codes({ title: 'Outage 2026-03-24' })).toEqual(['date-contradicts']);
    expect(review({ incident: { date: at(DAY), id: 'INC-2025-02-23-001' } })).toMatchObject([
      { code: 'date-contradicts', place: { path: 'incident.id' }, range: { start: 4, end: 14 } },
    ]);
  });

  it('of the incident lie near its timeline, except where other teams may mean the document', () => {
    const timeline = rows('2025-02-23 12:00').map((row) => ({ ...row, at: at('2025-02-23 12:00') }));
    expect(codes({ timeline })).toEqual(['date-contradicts']);
    expect(codes({ timeline }, { dialect: 'foreign' })).toEqual([]);
  });

  it('are in the future only where the present is known', () => {
    const now = '2026-02-20T12:00:00Z';
    expect(codes({ timeline: rows('12:00', '12:10') })).toEqual([]);
    expect(codes({ timeline: rows('12:00', '12:10') }, { now })).toEqual(['date-in-future']);
    const { incident: _none, ...dateless } = { incident: undefined, timeline: rows('12:00') };
    expect(
      reviewSoundness({ ...dateless, actions: [] }, [], { dialect: 'standard', now }).map(({ place }) => place?.path),
    ).toEqual(['timeline.0.at']);
    expect(codes({ timeline: rows('12:00') }, { now: '2026-02-23T00:00:00Z' })).toEqual([]);
  });
});

describe('figures', () => {
  const told = (text: string, impact: Postmortem['impact']): string[] =>
    codes({ summary: { text }, impact, timeline: rows('12:00') });

  it.each([
    ['For an hour 1,200 customers could not pay.', { users: '1,200' }],
    ['About 1,000 customers could not pay.', { users: '1,200' }],
    ['1.2k users saw errors.', { users: '1,187 (11 % of all)' }],
    ['First 300, then 1,200 users saw errors; 50 users complained.', { users: '1,200' }],
    ['The error rate rose to 12 %.', { errorRatePeak: '12.3 %' }],
    ['Of 9,000 orders 40 failed.', { users: '1,200' }],
  ])('agree: %j', (text, impact) => {
    expect(told(text, impact)).toEqual([]);
  });

  it.each([
    ['4,500 customers could not pay.', { users: '1,200' }],
    ['Over 3 million users saw errors.', { users: '1,200' }],
    ['The error rate rose to 80 %.', { errorRatePeak: '12 %' }],
    ['Customers wrote 90 support tickets.', { tickets: '12' }],
  ])('contradict each other: %j', (text, impact) => {
    expect(told(text, impact)).toEqual(['number-contradicts']);
  });

  it('of severity contradict each other within one scale', () => {
    const severity = { label: 'P1' };
    expect(codes({ severity, title: 'P0: checkout down' })).toEqual(['severity-contradicts']);
    expect(codes({ severity, title: 'SEV-2: checkout down' })).toEqual([]);
    expect(codes({ severity, summary: { text: 'Raised from P2 to P1 after ten minutes.' } })).toEqual([]);
    expect(codes({ severity, summary: { text: 'p95 of S3 rose.' } })).toEqual([]);
  });
});

describe('claims', () => {
  it('need anything at all that shows them', () => {
    const rootCause = { technical: 'The pool was too small.' };
    expect(codes({ rootCause })).toEqual(['claim-without-evidence']);
    expect(codes({ rootCause, timeline: rows('12:00') })).toEqual([]);
    expect(codes({ rootCause, summary: { text: 'See https://dash.example/1.' } })).toEqual([]);
    expect(codes({ impact: { users: '1,200', internal: 'Two people were up all night' } })).toEqual([
      'claim-without-evidence',
    ]);
  });
});

describe('whys', () => {
  const chain = (...answers: string[]): NonNullable<Postmortem['whys']> =>
    answers.map((answer, index) => ({ question: 'Why?', answer, parent: index === 0 ? null : index - 1 }));

  it('go deeper than one answer', () => {
    expect(codes({ whys: chain('The pool was empty.') })).toEqual(['why-shallow']);
    expect(codes({ whys: chain('The pool was empty.', 'An order holds two connections.') })).toEqual([]);
  });

  it('do not repeat or turn', () => {
    expect(codes({ whys: chain('The connection pool was empty.', 'The pools of connections were empty.') })).toEqual([
      'why-repeats',
    ]);
    const circle = chain('The connection pool was empty.', 'Retries held it.', 'The connection pool was empty.');
    expect(codes({ whys: circle })).toEqual(['why-cycle']);
    const [first, second] = chain('The pool was empty.', 'Retries held it.');
    expect(codes({ whys: [{ ...first!, parent: 1 }, second!] })).toEqual(['why-cycle', 'why-cycle']);
    expect(
      codes({ whys: [{ question: 'Why was the pool empty?', answer: 'The pool was empty.', parent: null }, second!] }),
    ).toEqual(['why-repeats']);
  });

  it.each([
    'The engineer forgot to raise it.',
    'Human error.',
    'Nobody noticed the change.',
    'She did not read the runbook.',
    'Lack of attention',
  ])('do not stop at %j', (last) => {
    expect(codes({ whys: chain('The pool was empty.', last) })).toEqual(['why-stops-at-person']);
    expect(codes({ whys: chain(last, 'Nothing compares limits.') })).toEqual([]);
  });

  it.each(['We had no alert on it.', 'The check did not notice it.', 'The job failed to start.'])(
    'may stop at %j',
    (last) => {
      expect(codes({ whys: chain('The pool was empty.', last) })).toEqual([]);
    },
  );
});

describe('answers', () => {
  const timeline = rows('12:00');
  const rootCause = { systemic: 'Pool sizes are copied from service to service.' };

  it('are found by what they are about', () => {
    expect(codes({ timeline, rootCause, actions: [{ text: 'Size pools by load' }] })).toEqual([]);
    expect(codes({ timeline, rootCause, actions: [{ text: 'Train support on refunds' }] })).toEqual([
      'root-cause-unanswered',
    ]);
  });

  it('may be an accepted risk', () => {
    const actions = [{ text: 'Train support on refunds' }];
    expect(codes({ timeline, actions, factors: [{ text: 'No alert on the pool' }] })).toEqual(['factor-unanswered']);
    expect(codes({ timeline, actions, factors: [{ text: 'No alert', answeredBy: 'Accepted' }] })).toEqual([]);
    expect(codes({ timeline, actions, factors: [{ text: 'No alert on it', actionRequired: 'No' }] })).toEqual([]);
  });
});
