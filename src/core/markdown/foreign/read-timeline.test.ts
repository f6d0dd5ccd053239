import { describe, expect, it } from 'vitest';

import { instantsOf, readDocument, rowsOf } from './foreign.fixture.ts';

const timeline = (body: string): string => `# Outage 2021-03-04\n\n## Timeline\n\n${body}\n`;

describe('rows of a timeline', () => {
  it.each([
    ['bullets', '- 12:05 alert fired\n- 12:20 rolled back', ['12:05 | alert fired', '12:20 | rolled back']],
    [
      'bold times',
      '* **12:05**: alert fired\n* **12:20 UTC** - rolled back',
      ['12:05 | alert fired', '12:20 UTC | rolled back'],
    ],
    ['brackets', '- [12:05] alert fired\n- [???] nobody knows', ['12:05 | alert fired', '??? | nobody knows']],
    [
      'colons',
      '- 2021-03-04 12:05 UTC ::::: alert fired\n- ~1:00   UTC ::::: restart',
      ['2021-03-04 12:05 UTC | alert fired', '~1:00   UTC | restart'],
    ],
    ['dots', '- 11.13 alert\n- 11.20: fix', ['11.13 | alert', '11.20 | fix']],
    ['digits alone', '- 1205 UTC alert\n- 1220 ::: fix', ['1205 UTC | alert', '1220 | fix']],
    ['half days', '- 3pm alert\n- 3:20 PM fix\n- 4:00p done', ['3pm | alert', '3:20 PM | fix', '4:00p | done']],
    [
      'ranges',
      '- 12:05–12:20: alert\n- between 13:00 and 13:10: fix',
      ['12:05–12:20 | alert', 'between 13:00 and 13:10 | fix'],
    ],
    ['unknown digits', '- 14:?? alert\n- 22:XX fix\n- --:-- end', ['14:?? | alert', '22:XX | fix', '--:-- | end']],
    [
      'mistyped dates',
      '- 20202-01-16 12:00: alert\n- 2020-01-16 12:10: fix',
      ['20202-01-16 12:00 | alert', '2020-01-16 12:10 | fix'],
    ],
    [
      'words',
      '- **Before the incident**: quiet\n- 12:05 alert\n- 1 hour later, all well',
      ['Before the incident | quiet', '12:05 | alert', '1 hour later | all well'],
    ],
    [
      'untimed rows between',
      '- 12:05 alert\n- Observation: odd\n- 12:20 fix',
      ['12:05 | alert', '– | Observation: odd', '12:20 | fix'],
    ],
    ['lines', '12:05 UTC alert\nand more\n12:20 UTC fix', ['12:05 UTC | alert\nand more', '12:20 UTC | fix']],
    ['broken lines', '12:05 alert<br>12:20 fix<br>12:30 end', ['12:05 | alert', '12:20 | fix', '12:30 | end']],
    ['indented too far', '    - 12:05 alert\n    - 12:20 fix', ['12:05 | alert', '12:20 | fix']],
    [
      'words before',
      '- First detected 2021-03-04 11:01\n- Resolved: 2021-03-04 12:11',
      ['2021-03-04 11:01 | First detected', '2021-03-04 12:11 | Resolved'],
    ],
    [
      'emphasis that goes on',
      '- **12:05 - Outage begins**\n- 12:20 **bold** fix',
      ['12:05 | **Outage begins**', '12:20 | **bold** fix'],
    ],
    ['code in the text', '- 12:05 `web-1` down\n- 12:20 `web-1` up', ['12:05 | `web-1` down', '12:20 | `web-1` up']],
  ])('are read from %s', (_name, body, rows) => {
    expect(rowsOf(timeline(body))).toEqual(rows);
  });

  it('are headings, with the text below them', () => {
    const markdown = timeline('### 2021-03-04 15:47\n\nAlert.\n\n### 16:11\n\n- one\n- two\n');
    expect(rowsOf(markdown)).toEqual(['2021-03-04 15:47 | Alert.', '16:11 | - one\n- two']);
  });

  it('go on in headings of the rank of the timeline', () => {
    expect(rowsOf(timeline('### 15:47\n\nAlert.\n\n## Mar 5, 16:11\n\nFix.\n\n## Lessons learned\n\n- x'))).toEqual([
      '15:47 | Alert.',
      'Mar 5, 16:11 | Fix.',
    ]);
  });

  it('take the day of the heading or line above them', () => {
    const markdown = timeline(
      '### March 3\n\n- 23:50 alert\n\n### March 4\n\n- 00:10 fix\n\n**2021-03-05**\n\n- 09:00 review',
    );
    expect(instantsOf(markdown)).toEqual(['2021-03-03T23:50:00Z', '2021-03-04T00:10:00Z', '2021-03-05T09:00:00Z']);
  });

  it('may have no other time than the day above them', () => {
    expect(rowsOf(timeline('2019-07-25:\n* reported\n\n2019-08-09:\n* fixed\n* 11:20 AM pushed\n* told'))).toEqual([
      '2019-07-25 | reported',
      '2019-08-09 | fixed',
      '11:20 AM | pushed',
      '2019-08-09 | told',
    ]);
  });

  it('are rows of a table, with date and time in columns of their own', () => {
    const markdown = timeline(
      '| Date | Time (CET) | Who | What | Ref |\n|---|---|---|---|---|\n| 2021-03-04 | 12:05 | Ana | alert | #1 |\n| 2021-03-04 | HH:MM | | | |',
    );
    const { record } = readDocument(markdown);
    expect(record.timeline.map(({ at, text, who, notes }) => [at?.written, text, who, notes])).toEqual([
      ['2021-03-04 12:05', 'alert', 'Ana', 'Ref: #1'],
    ]);
    expect(record.timelineZone).toBe('CET');
    expect(record.timeline[0]?.at?.instant).toBe('2021-03-04T11:05:00Z');
  });

  it('keep what stands below them', () => {
    const markdown = timeline('- 12:05 alert\n  ```\n  12:06 log line\n  ```\n- 12:20 fix\n  - 12:21 detail');
    const { record } = readDocument(markdown);
    expect(record.timeline.map((row) => row.notes)).toEqual(['```\n12:06 log line\n```', '- 12:21 detail']);
  });

  it('are found in several timelines of one document, each on its own day', () => {
    const incident = (day: string): string =>
      `### ${day} - outage\n\n**Duration:** 1 h\n\n**Timeline:**\n\n- **10:00** - start\n`;
    const markdown = `# Outages\n\n## Incident timeline\n\n${incident('October 3, 2025')}\n${incident('October 9, 2025')}`;
    expect(instantsOf(markdown)).toEqual(['2025-10-03T10:00:00Z', '2025-10-09T10:00:00Z']);
  });

  it('are found in sections of another name if most items start with a clock time', () => {
    expect(rowsOf('# Outage\n\n## Context\n\nAs it was:\n\n- 10:00 a\n- 10:05 b\n- 10:10 c\n')).toEqual([
      '10:00 | a',
      '10:05 | b',
      '10:10 | c',
    ]);
  });

  it('are not found in chat logs of an appendix', () => {
    expect(rowsOf('# Outage\n\n## Appendix\n\n### Chat log\n\n- 10:00 a\n- 10:05 b\n- 10:10 c\n')).toEqual([]);
  });

  it('have their places in the source', () => {
    const markdown = timeline('- **12:05** alert\n- 12:20 fix');
    const { builder } = readDocument(markdown);
    const at = (path: string): string | undefined => {
      const place = builder.places.get(path);
      return place === undefined ? undefined : markdown.slice(place.span.start, place.span.end);
    };
    expect(['timeline.0.at', 'timeline.0.text', 'timeline.1.at', 'timeline.1.text'].map((path) => at(path))).toEqual([
      '12:05',
      'alert',
      '12:20',
      'fix',
    ]);
  });
});

describe('sections that are items of a list', () => {
  it('give rows, impact and metadata', () => {
    const { record } = readDocument(
      '# Incident\n\n- **Key events**\n  - First detected 2020-08-25 11:01\n  - Resolved 2020-08-25 12:11\n\n- **Time to resolve**: 1h 10m\n\n- **Impact**: pods did not start\n\n- **Review actions**:\n  - add an alert\n',
    );
    expect(record.timeline.map((row) => row.text)).toEqual(['First detected', 'Resolved']);
    expect(record.impact?.statement).toBe('pods did not start');
    expect(record.durations?.['ttr']?.written).toBe('1h 10m');
    expect(record.actions.map((action) => action.text)).toEqual(['add an alert']);
  });

  it.each([
    ['All times in PDT (UTC-7).', 'PDT', '2021-03-04T15:05:00Z'],
    ['_All times PST._', 'PST', '2021-03-04T16:05:00Z'],
    ['Note: times are US/Pacific', 'US/Pacific', '2021-03-04T16:05:00Z'],
  ])('reads the zone of all times from a line of its own, wherever it stands: %s', (line, zone, instant) => {
    const source = `# Outage 2021-03-04\n\n${line}\n\n## Summary\n\nDown.\n\n## Timeline\n\n- 08:05 Down\n- 08:30 Up\n`;
    const { record } = readDocument(source);
    expect([record.timelineZone, record.timeline[0]?.at?.instant]).toEqual([zone, instant]);
  });
});

describe('days and zones beside rows', () => {
  it.each([
    [
      'a line above them',
      '5th March 2021:\n12:05 GST: alert\n12:20 GST: fix',
      ['2021-03-05T08:05:00Z', '2021-03-05T08:20:00Z'],
    ],
    [
      'a line between them',
      '23:50 UTC: alert\n\n**5th March:**\n9:20 UTC: fix',
      ['2021-03-04T23:50:00Z', '2021-03-05T09:20:00Z'],
    ],
    [
      'a row with nothing else',
      '| Time | Event |\n|---|---|\n| 3/28 | |\n| 12:05 | alert |\n| 3/30 | |\n| 11:00 | fix |',
      ['2021-03-28T12:05:00Z', '2021-03-30T11:00:00Z'],
    ],
    ['a heading with the zone', '### 29-03-2021 (All times CEST)\n\n- 12:05 alert', ['2021-03-29T10:05:00Z']],
    ['a line with the zone', '**5th March:** (all times are GST)\n12:05 alert', ['2021-03-05T08:05:00Z']],
    ['a range behind a date', '- March 5, 2021 from 14:18 to 18:39 (UTC): alert', ['2021-03-05T14:18:00Z']],
  ])('are read from %s', (_name, body, instants) => {
    expect(instantsOf(timeline(body))).toEqual(instants);
  });

  it('are those that the text states, wherever it does', () => {
    expect(
      instantsOf(
        '# Outage\n\nMuch was slow yesterday (2021-03-04), all times Pacific Time.\n\n## Timeline\n\n- 12:05 alert',
      ),
    ).toEqual(['2021-03-04T20:05:00Z']);
  });

  it('do not make a row of the attributes of a table', () => {
    expect(rowsOf(timeline('Time | Event\n--- | ---\n12:05 | alert\n{: .striped }'))).toEqual(['12:05 | alert']);
  });
});
