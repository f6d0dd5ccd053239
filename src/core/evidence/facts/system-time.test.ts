import { describe, expect, it } from 'vitest';
import { systemTime } from './system-time.ts';

describe('systemTime', () => {
  it.each([
    ['2021-06-04T13:16:53.816Z', '2021-06-04T13:16:53.816Z', 'UTC'],
    ['2017-09-26T15:18:09+00:00', '2017-09-26T15:18:09Z', 'UTC'],
    ['2017-09-26T08:18:09-07:00', '2017-09-26T15:18:09Z', '-07:00'],
    ['2020-02-06T00:17:58.432911368Z', '2020-02-06T00:17:58.432Z', 'UTC'],
    ['2020-04-28T13:56:05', '2020-04-28T13:56:05Z', 'UTC'],
    ['1502709956', '2017-08-14T11:25:56Z', 'UTC'],
    ['1502709956.288', '2017-08-14T11:25:56.288Z', 'UTC'],
    ['1502709956288', '2017-08-14T11:25:56.288Z', 'UTC'],
    ['1502709956288000', '2017-08-14T11:25:56.288Z', 'UTC'],
    ['1502709956288000110', '2017-08-14T11:25:56.288Z', 'UTC'],
  ])('reads %s as %s', (written, instant, zone) => {
    expect(systemTime(written)).toMatchObject({ written, instant, zone, zoneStated: true, precision: 'second' });
  });

  it.each(['0001-01-01T00:00:00Z', '', 'soon', '12', '2020-13-01T00:00:00Z'])('finds no time in "%s"', (written) => {
    expect(systemTime(written)).toBeNull();
  });
});
