import { describe, expect, it } from 'vitest';

import { parseMoments } from './parse-moments.ts';
import { parseSkew, parseWindow, parseZone, parseZones } from './parse-options.ts';

describe('parseSkew', () => {
  it.each([
    ['api=+42s', 42],
    ['api=42', 42],
    ['api=-1m30s', -90],
    ['api=−2h', -7200],
    ['api=+0.5s', 0.5],
  ])('reads %s', (value, seconds) => {
    expect(parseSkew([value])).toEqual(new Map([['api', seconds]]));
  });

  it.each(['api', 'api=', '=42s', 'api=soon', 'api=+', 'api=42x'])('refuses %s', (value) => {
    expect(() => parseSkew([value])).toThrow(`--skew does not understand "${value}"`);
  });
});

describe('parseZones', () => {
  it('tells the zone for all from those of single files', () => {
    const { zone, zones } = parseZones(['Europe/Berlin', 'db.log=UTC', 'old/app.log=+02:00']);
    expect(zone).toBe('Europe/Berlin');
    expect([...zones]).toEqual([
      ['db.log', 'UTC'],
      ['old/app.log', '+02:00'],
    ]);
  });

  it.each(['Berlin', 'db.log=Berlin', 'db.log='])('refuses %s', (value) => {
    expect(() => parseZones([value])).toThrow('--zone does not understand');
  });
});

describe('parseWindow', () => {
  const window = (from?: string, to?: string, zone = 'UTC'): unknown => parseWindow({ from, to, zone });

  it('is none where nothing is given, and open where one end is not', () => {
    expect(window()).toBeUndefined();
    expect(window('2026-02-23T08:00Z')).toEqual({ from: '2026-02-23T08:00:00Z', to: '9999-12-31T23:59:59Z' });
  });

  it('reads instants, and local times with their zone', () => {
    expect(window('2026-02-23T09:00:00+01:00', '2026-02-23 10:00', 'Europe/Berlin')).toEqual({
      from: '2026-02-23T08:00:00Z',
      to: '2026-02-23T09:00:59.999Z',
    });
  });

  it('ends a day with its last moment', () => {
    expect(window('2026-02-23', '2026-02-23')).toEqual({
      from: '2026-02-23T00:00:00Z',
      to: '2026-02-23T23:59:59.999Z',
    });
  });

  it('refuses a time without a day and an end before the start', () => {
    expect(() => window('08:00')).toThrow('--from does not understand "08:00"');
    expect(() => window('2026-02-23T09:00Z', '2026-02-23T08:00Z')).toThrow('before it starts');
  });
});

describe('parseMoments', () => {
  it('puts a time without a day on the day of the incident', () => {
    const moments = parseMoments(['acknowledged=09:20', 'closed=2026-02-24T08:00Z'], {
      zone: 'Europe/Berlin',
      day: '2026-02-23',
    });
    expect(moments.get('acknowledged')?.instant).toBe('2026-02-23T08:20:00Z');
    expect(moments.get('closed')?.instant).toBe('2026-02-24T08:00:00Z');
  });

  it.each(['acknowledged', 'noticed=09:20', 'acknowledged=later'])('refuses %s', (value) => {
    expect(() => parseMoments([value], { zone: 'UTC', day: '2026-02-23' })).toThrow('--moment does not understand');
  });
});

describe('parseZone', () => {
  it('takes names and offsets, and refuses what is none', () => {
    expect(['Europe/Berlin', 'CET', '+02:00'].map((zone) => parseZone('--zone', zone))).toEqual([
      'Europe/Berlin',
      'CET',
      '+02:00',
    ]);
    expect(() => parseZone('--zone', 'Mars')).toThrow('--zone does not understand "Mars"');
  });
});
