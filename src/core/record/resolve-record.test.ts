import { expect, it } from 'vitest';

import type { Postmortem } from './postmortem.ts';
import { resolveRecord } from './resolve-record.ts';

const raw = (written: string) =>
  ({ written, instant: null, precision: 'unknown', approximate: false, zone: null, zoneStated: false }) as const;

const record = (parts: Partial<Postmortem>): Postmortem => ({ timeline: [], actions: [], ...parts });

it.each([
  ['August 12, 2025', 'BST', '2025-08-12T16:32:00Z'],
  ['12 August 2025', 'Asia/Kolkata', '2025-08-12T12:02:00Z'],
  ['2025-08-12', 'America/Los_Angeles', '2025-08-13T00:32:00Z'],
])('takes the day %s as a calendar in %s shows it', (written, timelineZone, instant) => {
  const { timeline } = resolveRecord(
    record({ incident: { date: raw(written) }, timelineZone, timeline: [{ at: raw('5:32 PM'), text: 'Down' }] }),
  );
  expect(timeline[0]?.at?.instant).toBe(instant);
});

it('takes the day of a heading in the zone of the timeline, too', () => {
  const { timeline } = resolveRecord(
    record({ timelineZone: 'EEST', timeline: [{ at: raw('20:15'), day: 'May 12th, 2025', text: 'Down' }] }),
  );
  expect(timeline[0]?.at?.instant).toBe('2025-05-12T17:15:00Z');
});

it('keeps the day of a heading for rows below one that names another day', () => {
  const rows = ['2019-10-20 00:55', '01:38'].map((written) => ({ at: raw(written), day: '2019-10-21', text: 'Down' }));
  const { timeline } = resolveRecord(record({ timelineZone: 'UTC', timeline: rows }));
  expect(timeline.map(({ at }) => at?.instant)).toEqual(['2019-10-20T00:55:00Z', '2019-10-21T01:38:00Z']);
});
