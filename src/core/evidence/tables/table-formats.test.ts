import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CONTEXT, evidenceText, readWith, scoreOf } from '../evidence.fixture.ts';
import { recogniseEvidence } from '../read-evidence.ts';
import { calendar } from './calendar.ts';
import { pagerdutyTable } from './pagerduty-table.ts';
import { scanTable } from './scan-table.ts';
import { table } from './table.ts';

const WINDOW = { from: '2026-02-23T06:00:00Z', to: '2026-02-24T06:00:00Z' };

describe('scanning a table', () => {
  it('gives back every cell it was written from', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ü', ',', '"', '\n', ' ', ';'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        const read = [...scanTable(text, ',')];
        expect(read.map(({ cells }) => cells.map((each) => each.text))).toEqual(rows);
        for (const { start, end, cells } of read)
          expect(text.slice(start, end)).toContain(text.slice(cells[0]?.start, cells[0]?.end));
      }),
    );
  });

  it('takes a quotation mark that never closes for text, without losing the rows below', () => {
    const rows = [...scanTable('a,"open\nb,c\n', ',')];
    expect(rows.map(({ cells, unclosed }) => [cells[1]?.text, unclosed])).toEqual([
      ['"open', true],
      ['c', false],
    ]);
  });
});

describe('a table of events', () => {
  it('is read whatever its columns are called, with quoted and broken cells', () => {
    const text = `Time (CET);Event;Who;Level
08:15;"Checkout; slow";Ana;warn
08:40;"He said ""no""
second line";Ben;error
`;
    const { events, findings } = readWith(table, text, { ...CONTEXT, window: WINDOW });
    expect(findings).toEqual([]);
    expect(events[0]).toMatchObject({
      at: { written: '08:15', instant: '2026-02-23T07:15:00Z', zone: 'CET', zoneStated: true, precision: 'minute' },
      text: 'Checkout; slow',
      kind: 'log',
      level: 'warning',
      actor: 'Ana',
    });
    expect(events[1]).toMatchObject({ text: 'He said "no" second line', kind: 'error', source: { line: 3 } });
    expect(events[1]?.source.raw).toBe('08:40;"He said ""no""\nsecond line";Ben;error');
  });

  it('lets times of day pass midnight', () => {
    const { events } = readWith(table, 'time,event\n23:50,late\n00:10,later\n', { ...CONTEXT, window: WINDOW });
    expect(events.map(({ at }) => at.instant)).toEqual(['2026-02-23T23:50:00Z', '2026-02-24T00:10:00Z']);
  });

  it('joins a column of days and one of times, and learns the order of the day from the column', () => {
    const { events } = readWith(table, 'date,time,description\n05/02/2026,08:15,One\n23/02/2026,09:00,Two\n');
    expect(events.map(({ at }) => at.instant)).toEqual(['2026-02-05T08:15:00Z', '2026-02-23T09:00:00Z']);
  });

  it.each([
    ['tabs and epoch seconds', 'timestamp\tmessage\n1771830300\tx\n'],
    ['epoch milliseconds', '@timestamp,msg\n1771830300000,x\n'],
    ['a Markdown table', '| Time | Event |\n|---|---|\n| 2026-02-23T07:05:00Z | x |\n'],
    ['a title above the header', 'Incident 42,\nwhen,what\n2026-02-23T07:05:00Z,x\n2026-02-23T07:05:00Z,x\n'],
    ['a zone column', 'time,timezone,event\n2026-02-23 08:05,Europe/Berlin,x\n'],
  ])('is read with %s', (_name, text) => {
    const recognition = recogniseEvidence(evidenceText(text));
    expect(recognition?.format.id).toBe('table');
    expect(readWith(table, text).events[0]).toMatchObject({ text: 'x', at: { instant: '2026-02-23T07:05:00Z' } });
  });

  it('names the kind of an event where a column does', () => {
    const { events } = readWith(table, 'time,type,summary\n2026-02-23T07:05:00Z,Deployment,checkout 1.2\n');
    expect(events[0]?.kind).toBe('deploy');
  });

  it('gives a finding for a row without a time and reads the others', () => {
    const { events, findings } = readWith(table, 'time,event\nsoon,x\n2026-02-23T07:05:00Z,y\n,z\n');
    expect(events.map(({ text }) => text)).toEqual(['y']);
    expect(findings).toMatchObject([
      { code: 'event-without-time', place: { line: 2 } },
      { code: 'event-without-time', place: { line: 4 } },
    ]);
  });

  it('counts further rows without a time instead of repeating the finding', () => {
    const { findings } = readWith(table, `time,event\n${'soon,x\n'.repeat(25)}2026-02-23T07:05:00Z,y\n`);
    expect(findings).toHaveLength(11);
    expect(findings.at(-1)?.message).toBe('15 more of the kind “event-without-time” in sample.txt.');
  });

  it('says once that a zone was assumed', () => {
    const { findings } = readWith(table, 'time,event\n2026-02-23 08:00,x\n2026-02-23 08:01,y\n');
    expect(findings.map(({ code }) => code)).toEqual(['zone-assumed']);
  });

  it('of changes to feature flags tells what changed, by whom, under the column that holds times', () => {
    const text =
      'changed_at,flag,from,to,changed_by,note\n2026-02-23T07:05:00Z,new-cart,off,10 %,ana,with release 41\n2026-02-23T07:06:00Z,new-cart,10 %,off,ben,\n';
    const { events, findings } = readWith(table, text);
    expect(findings).toEqual([]);
    expect(events[0]).toMatchObject({
      at: { instant: '2026-02-23T07:05:00Z' },
      kind: 'feature-flag',
      text: 'flag: new-cart, from: off, to: 10 %',
      actor: 'ana',
      details: 'with release 41',
      names: ['new-cart'],
    });
  });

  it('is not a document that holds a table among other text', () => {
    const prose = 'Some words about it.\n'.repeat(5);
    expect(scoreOf(table, `| Time | Event |\n|---|---|\n| 08:00 | x |\n\n${prose}`)).toBe(0);
  });

  it('is not what prose or a log line with a comma looks like', () => {
    expect(scoreOf(table, 'First, we looked.\nThen, we found it.\n')).toBe(0);
    expect(scoreOf(table, '2015-10-18 18:01:47,978 INFO started\n2015-10-18 18:01:48,963 INFO ready\n')).toBe(0);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('time', 'event', ',', '"', '\n', '08:00', ';'), maxLength: 40 }),
        (text) => {
          const { events } = readWith(table, text);
          for (const { source } of events) expect(text.slice(source.offset)).toContain(source.raw);
        },
      ),
    );
  });
});

describe('incidents that PagerDuty exports as CSV', () => {
  const text = `id,incident_number,description,service_id,service_name,created_on,resolved_on,seconds_to_first_ack,acknowledged_by_user_names,resolved_by_user_name,urgency
PT4KHLK,1,Checkout down,PS1,checkout,2026-02-23T08:14:10+01:00,2026-02-23T09:00:00+01:00,45,Ana Silva,Ben Okoye,high
PT4KHLM,2,Cart down,PS1,cart,2026-02-23T08:20:00+01:00,,,,,high
PT4KHLN,3,No time,PS1,cart,,,,,,high
`;

  it('give trigger, acknowledgement and resolution under the keys that webhooks have, too', () => {
    expect(recogniseEvidence(evidenceText(text))?.format.id).toBe('pagerduty-csv');
    const { events, findings } = readWith(pagerdutyTable, text);
    expect(events.map(({ key, at, actor }) => [key, at.instant, actor])).toEqual([
      ['pagerduty:PT4KHLK:trigger', '2026-02-23T07:14:10Z', undefined],
      ['pagerduty:PT4KHLK:acknowledge', '2026-02-23T07:14:55Z', 'Ana Silva'],
      ['pagerduty:PT4KHLK:resolve', '2026-02-23T08:00:00Z', 'Ben Okoye'],
      ['pagerduty:PT4KHLM:trigger', '2026-02-23T07:20:00Z', undefined],
    ]);
    expect(findings).toMatchObject([{ code: 'event-without-time', place: { line: 4 } }]);
  });
});

describe('a calendar', () => {
  const text = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:a@b',
    'DTSTART;TZID=Europe/Berlin:20260223T081500',
    'DTEND:20260223T081500Z',
    'SUMMARY:Maintenance\\, part',
    '  one',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'SUMMARY:No time',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20260224',
    'SUMMARY:Cut',
  ].join('\r\n');

  it('gives its events with zone, end and unfolded text, also one that is cut', () => {
    expect(scoreOf(calendar, text)).toBeGreaterThan(0.9);
    const { events, findings } = readWith(calendar, text);
    expect(events).toMatchObject([
      {
        text: 'Maintenance, part one',
        at: { written: '20260223T081500', instant: '2026-02-23T07:15:00Z', zone: 'Europe/Berlin' },
        endedAt: { instant: '2026-02-23T08:15:00Z' },
        source: { line: 2 },
      },
      { text: 'Cut', at: { written: '20260224', precision: 'day' } },
    ]);
    expect(findings[0]).toMatchObject({ code: 'event-without-time', place: { line: 9 } });
  });
});
