import type { MomentKind } from '#core/record';
import { formatInstant, instantToEpoch, type WrittenTime } from '#core/time';
import { assert, boolean, constantFrom, nat, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { computeDurations, type Period } from './compute-durations.ts';
import { definitionsFor } from './definitions-for.ts';
import { DURATION_DEFINITIONS } from './duration-definitions.data.ts';
import { type DurationResult, formatDurationResult } from './duration-result.ts';

/** A time of 23 February 2026: `12:05` is known to the minute, `12:05:30` to the second, `~12:05` about. */
function at(written: string, extra: Partial<WrittenTime> = {}): WrittenTime {
  const clock = written.replace('~', '');
  const seconds = clock.length > 5;
  return {
    written,
    instant: `2026-02-23T${seconds ? clock : `${clock}:00`}Z`,
    precision: seconds ? 'second' : 'minute',
    approximate: written.startsWith('~'),
    zone: 'UTC',
    zoneStated: true,
    ...extra,
  };
}

const incident: readonly (readonly [MomentKind, WrittenTime])[] = [
  ['impact-started', at('12:00:00')],
  ['alert-fired', at('12:05:30')],
  ['reported', at('12:04:00')],
  ['acknowledged', at('12:07:00')],
  ['declared', at('12:10:00')],
  ['investigating', at('12:06:00')],
  ['root-cause-identified', at('12:30:00')],
  ['mitigated', at('12:40:00')],
  ['restored', at('12:45:00')],
  ['resolved', at('13:00:00')],
  ['closed', at('15:00:00')],
];

function measure(
  id: string,
  moments: Iterable<readonly [MomentKind, WrittenTime]>,
  periods: readonly Period[] = [],
): DurationResult {
  const [result] = computeDurations(
    new Map(moments),
    periods,
    DURATION_DEFINITIONS.filter((one) => one.id === id),
  );
  if (result === undefined) throw new Error(`no definition ${id}`);
  return result;
}

const shown = (
  id: string,
  moments: Iterable<readonly [MomentKind, WrittenTime]>,
  periods: readonly Period[] = [],
): string => formatDurationResult(measure(id, moments, periods));

describe('durations of the dialects', () => {
  it.each([
    ['detection-time', 'operations', 330],
    ['detection-lag', 'operations', 330],
    ['response-time', 'operations', 90],
    ['response-lag', 'operations', 270],
    ['diagnosis-duration', 'operations', 1200],
    ['total-user-impact', 'operations', 2700],
    ['incident-duration', 'operations', 10_800],
    ['mttd', 'standard', 420],
    ['mttr', 'standard', 3600],
    ['ttd', 'sev', 240],
    ['tta', 'sev', 180],
    ['ttm', 'sev', 2400],
    ['ttr', 'sev', 3600],
    ['duration', 'cycle', 2700],
    ['duration', 'platform', 2700],
  ])('measures %s of %s', (id, dialect, seconds) => {
    const results = computeDurations(new Map(incident), [], definitionsFor(dialect));
    expect(results.find((result) => result.id === id)?.value).toEqual({
      kind: 'exact',
      seconds,
      min: seconds,
      max: seconds,
    });
  });

  it('gives every dialect its own definitions and no other dialect any', () => {
    expect(definitionsFor('sev').map(({ id }) => id)).toEqual(['ttd', 'tta', 'ttm', 'ttr']);
    expect(definitionsFor('unheard-of')).toEqual([]);
  });

  it('says in one sentence from where to where', () => {
    expect(measure('ttd', incident).definition).toBe('From incident start to first alert or report.');
    expect(measure('total-user-impact', incident).definition).toBe(
      'From first symptom to service restored, several impact periods added up.',
    );
  });
});

describe('uncertain times', () => {
  it('shows two times written to the minute as their difference, and keeps the bounds', () => {
    const result = measure('detection-lag', [
      ['impact-started', at('12:00')],
      ['alert-fired', at('12:08')],
    ]);
    expect(result.value).toEqual({ kind: 'minute', seconds: 480, min: 420, max: 540 });
    expect(formatDurationResult(result)).toBe('8 min');
  });

  it('says “under 1 min” for two times of the same minute, without a finding', () => {
    const result = measure('detection-lag', [
      ['impact-started', at('12:00')],
      ['alert-fired', at('12:00')],
    ]);
    expect(formatDurationResult(result)).toBe('under 1 min');
    expect(result.finding).toBeUndefined();
  });

  it('gives an interval for an approximate time, an hour, a day or a range', () => {
    const to = ['alert-fired', at('12:20:00')] as const;
    expect(shown('detection-lag', [['impact-started', at('~12:00')], to])).toBe('between 14 min and 25 min');
    expect(shown('detection-lag', [['impact-started', at('11:00', { precision: 'hour' })], to])).toBe(
      'between 20 min and 1 h 20 min',
    );
    expect(shown('detection-lag', [['impact-started', at('12:00:00', { until: '2026-02-23T12:10:00Z' })], to])).toBe(
      'between 10 min and 20 min',
    );
    expect(shown('detection-lag', [['impact-started', at('00:00', { precision: 'day' })], to])).toBe(
      'at most 12 h 20 min',
    );
  });

  it('says why a duration is unknown, never zero', () => {
    expect(shown('response-lag', [['alert-fired', at('12:00')]])).toBe(
      'unknown, because no moment "declared" is known',
    );
    expect(shown('response-lag', [])).toBe(
      'unknown, because no moment "alert-fired" is known and no moment "declared" is known',
    );
    const vague: WrittenTime = {
      written: '14:??',
      instant: null,
      precision: 'unknown',
      approximate: false,
      zone: null,
      zoneStated: false,
    };
    expect(
      shown('response-lag', [
        ['alert-fired', at('12:00')],
        ['declared', vague],
      ]),
    ).toBe('unknown, because the time of "declared", written as "14:??", is not complete');
  });

  it('shows a negative duration with a finding', () => {
    const result = measure('response-time', [
      ['alert-fired', at('12:05:00')],
      ['acknowledged', at('12:04:00')],
    ]);
    expect(formatDurationResult(result)).toBe('−1 min');
    expect(result.finding).toMatchObject({ code: 'negative-duration', severity: 'warning' });
    expect(result.finding?.message).toContain('"acknowledged" (12:04:00) is before "alert-fired" (12:05:00)');
  });
});

describe('choosing between moments', () => {
  it('takes the earlier of acknowledgement and first mitigation as first action', () => {
    const moments: [MomentKind, WrittenTime][] = [
      ['alert-fired', at('12:00:00')],
      ['acknowledged', at('12:20:00')],
      ['mitigated', at('12:10:00')],
    ];
    expect(measure('response-time', moments)).toMatchObject({ value: { seconds: 600 }, to: { moment: 'mitigated' } });
  });

  it('counts restoration as the end of the bleeding where no mitigation is known', () => {
    const moments: [MomentKind, WrittenTime][] = [
      ['impact-started', at('12:00:00')],
      ['restored', at('12:10:00')],
    ];
    expect(measure('ttm', moments).to?.moment).toBe('restored');
  });
});

describe('several impact periods', () => {
  const periods: Period[] = [
    { from: at('12:00:00'), to: at('12:40:00') },
    { from: at('13:10:00'), to: at('13:30') },
  ];

  it('are added up where the definition says so', () => {
    const result = measure('total-user-impact', incident, periods);
    expect(result).toMatchObject({ value: { kind: 'minute', seconds: 3600, min: 3600, max: 3660 }, periods: 2 });
    expect(result.from).toBeUndefined();
  });

  it('are not added up elsewhere', () => {
    expect(measure('ttr', incident, periods).value).toMatchObject({ seconds: 3600, kind: 'exact' });
    expect(measure('total-user-impact', incident, periods.slice(0, 1)).value).toMatchObject({ seconds: 2700 });
  });

  it('give no sum while one of them has no end', () => {
    expect(shown('duration', incident, [periods[0]!, { from: at('13:10:00'), to: null }])).toBe(
      'unknown, because the impact that started at 13:10:00 has no known end',
    );
  });
});

describe('the bounds of a duration', () => {
  const someTime = record({
    minute: nat(1000),
    precision: constantFrom('second' as const, 'minute' as const, 'hour' as const),
    approximate: boolean(),
  }).map(({ minute, precision, approximate }) =>
    at(formatInstant(instantToEpoch('2026-02-23T00:00:00Z') + minute * 60_000).slice(11, 19), {
      precision,
      approximate,
    }),
  );

  it('enclose the shown value, and are only wider the less is known', () => {
    assert(
      property(someTime, someTime, (from, to) => {
        const { value } = measure('detection-lag', [
          ['impact-started', from],
          ['alert-fired', to],
        ]);
        if (value.kind === 'unknown') throw new Error(value.because);
        const difference = (instantToEpoch(to.instant ?? '') - instantToEpoch(from.instant ?? '')) / 1000;
        expect(value.min).toBeLessThanOrEqual(difference);
        expect(value.max).toBeGreaterThanOrEqual(difference);
        const exact = [from, to].every(({ precision, approximate }) => precision === 'second' && !approximate);
        expect(value.min === value.max).toBe(exact);
      }),
    );
  });

  it('add up: two periods are as long as each of them measured alone', () => {
    assert(
      property(someTime, someTime, someTime, (a, b, c) => {
        const sum = measure(
          'duration',
          [],
          [
            { from: a, to: b },
            { from: b, to: c },
          ],
        ).value;
        const parts = [[a, b] as const, [b, c] as const].map(
          ([from, to]) =>
            measure('duration', [
              ['impact-started', from],
              ['restored', to],
            ]).value,
        );
        if (sum.kind === 'unknown') throw new Error(sum.because);
        const [first, second] = parts;
        if (first === undefined || second === undefined || first.kind === 'unknown' || second.kind === 'unknown')
          throw new Error();
        expect(sum.min).toBeCloseTo(first.min + second.min);
        expect(sum.max).toBeCloseTo(first.max + second.max);
      }),
    );
  });
});
