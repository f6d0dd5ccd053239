import { describe, expect, it } from 'vitest';

import { resolveTime } from '#core/time';

import { sumPeriods } from './sum-periods.ts';

const at = (written: string) => resolveTime(written, { day: '2026-02-23', zone: 'UTC' });

describe('the sum of impact periods', () => {
  it('adds periods up, and counts overlapping time once', () => {
    expect(
      sumPeriods([
        { from: at('10:00'), to: at('10:30') },
        { from: at('10:20'), to: at('10:40') },
        { from: at('12:00'), to: at('12:05') },
      ]),
    ).toEqual({ parts: [1800, 1200, 300], total: 2700 });
  });

  it('does not guess where an end is not known', () => {
    expect(sumPeriods([{ from: at('10:00'), to: null }])).toEqual({ parts: [undefined], total: undefined });
    expect(sumPeriods([{ from: at('10:??'), to: at('nobody knows') }]).total).toBeUndefined();
  });
});
