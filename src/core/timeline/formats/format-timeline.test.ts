import { describe, expect, it } from 'vitest';

import { buildTimeline } from '../build-timeline.ts';
import { sampleEvent as event } from '../sample-event.fixture.ts';
import { formatTimeline } from './format-timeline.ts';
import { placeLabels, scaleOf } from './svg-layout.ts';

const timeline = buildTimeline([
  event('12:00:10', 'Deploy v1.2 | checkout: 50% <b>', { kind: 'deploy', service: 'checkout' }),
  event('12:05:30', '=HYPERLINK("http://x.test"), "firing"', {
    kind: 'alert',
    service: 'checkout',
    file: 'alerts.json',
  }),
  event('12:07:00', 'PagerDuty acknowledged', { kind: 'acknowledged', actor: 'Ana' }),
  ...['12:05:31', '12:05:40', '12:06:02'].map((time) =>
    event(time, 'checkout call failed #12', { kind: 'error', service: 'checkout', fold: 'checkout call failed' }),
  ),
  event('12:20:00', 'Incident resolved', { kind: 'resolved' }),
  event(null, 'nobody knows when', { file: 'notes.txt' }),
]);

describe('table', () => {
  const table = formatTimeline(timeline, { format: 'table' });
  const lines = table.trimEnd().split('\n');

  it('has a head with the zone, a rule, and a row for each event', () => {
    expect(lines[0]).toMatch(/^\| Time \(UTC\)\s+\| Event/u);
    expect(lines[1]).toMatch(/^\| -+ \| -+ \| -+ \| -+ \|$/u);
    expect(lines).toHaveLength(2 + timeline.events.length);
  });

  it('escapes what would break a cell, and counts repetitions', () => {
    expect(table).toContain(String.raw`Deploy v1.2 \| checkout: 50% \<b>`);
    expect(table).toContain('checkout call failed #12 (3 times, busiest 12:05: 2)');
  });

  it('shows a time that does not resolve as it is written', () => {
    expect(lines.at(-1)).toMatch(/^\| \?\?:\?\?/u);
  });
});

describe('list', () => {
  it('shows times in the zone and at the granularity asked for', () => {
    const list = formatTimeline(timeline, { format: 'list', zone: 'Europe/Berlin', granularity: 'second' });
    expect(list).toContain('- 13:00:10 Deploy v1.2');
    expect(list).toContain('- 13:07:00 PagerDuty acknowledged (**acknowledged**)');
  });

  it('adds the date where the timeline spans days', () => {
    const days = buildTimeline([event('2026-02-23T23:50:00Z', 'before'), event('2026-02-24T00:10:00Z', 'after')]);
    expect(formatTimeline(days, { format: 'list' })).toContain('- 2026-02-24 00:10 after');
  });
});

describe('mermaid', () => {
  const lines = formatTimeline(timeline, { format: 'mermaid' }).trimEnd().split('\n');

  it('has the events behind the moments, and says so', () => {
    expect(lines[0]).toBe('timeline');
    expect(lines[1]).toMatch(/%% \d+ of 6 events/u);
    expect(lines.some((line) => line.includes('nobody knows'))).toBe(false);
  });

  it('lets no event break the syntax', () => {
    for (const line of lines.slice(3)) expect(line).toMatch(/^ {4}[^:]+ : [^:]+$/u);
    expect(lines.join('\n')).not.toMatch(/#(?!\d+;)/u);
  });
});

describe('csv', () => {
  const csv = formatTimeline(timeline, { format: 'csv' });

  it('follows RFC 4180 and keeps the full precision', () => {
    expect(csv.startsWith('id,instant,')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(timeline.events.length + 2);
    expect(csv).toContain('2026-02-23T12:05:30Z');
  });

  it('disarms cells that a spreadsheet would run', () => {
    expect(csv).toContain(`"'=HYPERLINK(""http://x.test""), ""firing"""`);
  });
});

describe('json', () => {
  it('holds the timeline as it is', () => {
    expect(JSON.parse(formatTimeline(timeline, { format: 'json' }))).toEqual(JSON.parse(JSON.stringify(timeline)));
  });
});

describe('svg', () => {
  const svg = formatTimeline(timeline, { format: 'svg' });

  it('is 960 wide, titled and described, follows the colour scheme, and has no scripts', () => {
    expect(svg).toContain('viewBox="0 0 960 ');
    expect(svg).toContain('role="img" aria-labelledby="timeline-title timeline-description"');
    expect(svg).toContain('prefers-color-scheme:dark');
    expect(svg).not.toMatch(/<script|\son\w+=/iu);
  });

  it('escapes text', () => {
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('=HYPERLINK(&#34;');
  });

  it('labels the moments without overlaps', () => {
    const scale = scaleOf(timeline);
    const labels = placeLabels(timeline.moments, scale!, () => '12:00');
    const spans = labels.map(({ x, row, text, toTheLeft }) => {
      const width = text.length * 6;
      return { row, start: toTheLeft ? x - width : x, end: toTheLeft ? x : x + width };
    });
    for (const [index, a] of spans.entries())
      for (const b of spans.slice(index + 1))
        expect(a.row !== b.row || a.end <= b.start || b.end <= a.start).toBe(true);
    expect(labels.length).toBe(timeline.moments.length);
  });

  it('says so where no event has a time', () => {
    expect(formatTimeline(buildTimeline([]), { format: 'svg' })).toContain('No event has a time.');
  });
});
