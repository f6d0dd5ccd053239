import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { MomentKind } from '#core/record';
import { resolveTime } from '#core/time';

import { layEvents } from './dot-lanes.ts';
import { incidentPhases, knownMoments } from './phases.ts';
import { pictureGeometry, pictureSubject } from './picture-geometry.ts';
import { pictureSummary } from './picture-summary.ts';
import { spreadLabels } from './spread-labels.ts';
import { stackLabels } from './stack-labels.ts';
import { type TimelineEntry, timelineEntry } from './timeline-entry.ts';
import { panView, viewBetween, viewWith, WHOLE_VIEW, zoomView } from './view-window.ts';

const time = (written: string): ReturnType<typeof resolveTime> => resolveTime(written, { day: '2026-03-17' });

function entry(id: string, written: string | null, moments: readonly MomentKind[] = []): TimelineEntry {
  return timelineEntry({ at: written === null ? null : time(written), text: id, moments: [...moments] }, { id });
}

const INCIDENT = [
  entry('a', '12:00', ['impact-started']),
  entry('b', '12:06', ['alert-fired']),
  entry('c', '12:10', ['acknowledged']),
  entry('d', '12:30', ['root-cause-identified']),
  entry('e', '12:40', ['mitigated']),
  entry('f', '13:00', ['resolved']),
];

const minutes = (spans: ReturnType<typeof incidentPhases>): [string, number][] =>
  spans.map(({ from, id, to }) => [id, (to - from) / 60_000]);

describe('phases', () => {
  test('each lasts from its first moment to the next phase', () => {
    expect(minutes(incidentPhases(knownMoments(INCIDENT)))).toEqual([
      ['detection', 6],
      ['response', 4],
      ['diagnosis', 20],
      ['mitigation', 10],
      ['recovery', 20],
    ]);
  });

  test('one that nothing begins belongs to the one before it', () => {
    const known = INCIDENT.filter(({ id }) => id !== 'b' && id !== 'd');
    expect(minutes(incidentPhases(knownMoments(known)))).toEqual([
      ['detection', 10],
      ['diagnosis', 30],
      ['recovery', 20],
    ]);
  });

  test('never overlap, whatever order the moments are in', () => {
    const kinds = fc.constantFrom<MomentKind>('impact-started', 'alert-fired', 'acknowledged', 'mitigated', 'resolved');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 59 }), kinds)), (moments) => {
        const entries = moments.map(([minute, kind], index) =>
          entry(String(index), `12:${String(minute).padStart(2, '0')}`, [kind]),
        );
        const spans = incidentPhases(knownMoments(entries));
        for (const [index, span] of spans.entries()) {
          expect(span.to).toBeGreaterThan(span.from);
          expect(span.from).toBeGreaterThanOrEqual(spans[index - 1]?.to ?? -Infinity);
        }
      }),
    );
  });
});

describe('labels', () => {
  test('spread as little as they must, in their order, within their room', () => {
    const room = { size: 17, from: 0, to: 400 };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 383 }), { maxLength: 20 }), (places) => {
        const wanted = places.toSorted((one, other) => one - other);
        const starts = spreadLabels(wanted, room);
        for (const [index, start] of starts.entries()) {
          expect(start).toBeGreaterThanOrEqual((starts[index - 1] ?? -17) + 16.999);
          expect(start).toBeLessThanOrEqual(383.001);
        }
      }),
    );
    expect(spreadLabels([10, 100, 200], room)).toEqual([10, 100, 200]);
    expect(spreadLabels([100, 100], room)).toEqual([91.5, 108.5]);
  });

  test('stack into rows in which none touches another', () => {
    const labels = [10, 20, 150, 390].map((x) => ({ x, width: 90 }));
    expect(stackLabels(labels, { to: 400 })).toEqual([
      { row: 0, x: 8, toTheLeft: false },
      { row: 1, x: 18, toTheLeft: false },
      { row: 0, x: 148, toTheLeft: false },
      { row: 0, x: 300, toTheLeft: true },
    ]);
  });
});

describe('events', () => {
  const row = (id: string, at: number): { id: string; at: number; keep: boolean } => ({ id, at, keep: id === 'kept' });

  test('are dots beside each other while there is room, and bars where there is not', () => {
    expect(layEvents([row('a', 10), row('b', 12), row('c', 40)], { size: 7, lanes: 3 })).toMatchObject({
      dots: [{ lane: 0 }, { lane: 1 }, { lane: 0 }],
      bars: [],
    });
    const crowd = Array.from({ length: 5 }, (_none, index) => row(index === 2 ? 'kept' : String(index), 10));
    const laid = layEvents(crowd, { size: 7, lanes: 3 });
    expect(laid.dots.map(({ id }) => id)).toEqual(['kept']);
    expect(laid.bars).toEqual([{ from: 8, count: 5 }]);
  });

  test('that are folded, or have no time, are not drawn', () => {
    const folded = timelineEntry({ at: time('12:20'), text: 'folded' }, { id: 'x', fold: 'a' });
    const subject = pictureSubject([...INCIDENT, folded, entry('y', null)], {});
    expect(subject?.entries.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(pictureSubject([entry('y', null)], {})).toBeNull();
  });
});

test('impact that goes on reaches to the end of the picture', () => {
  const subject = pictureSubject(INCIDENT, { impact: { periods: [{ from: time('12:30'), to: null }] } });
  if (subject === null) throw new Error('There is something to draw.');
  const { impact } = pictureGeometry(subject, WHOLE_VIEW, {
    zone: 'UTC',
    length: 600,
    tickSpacing: 60,
    dot: 7,
    lanes: 5,
  });
  expect(impact).toHaveLength(1);
  expect(impact[0]?.end).toBeCloseTo(600);
  expect(pictureSummary(subject, 'UTC')).toBe(
    '6 events from 2026-03-17 12:00 to 2026-03-17 13:00 UTC. Impact from 12:30, its end is not known. Detection 6 min, Response 4 min, Diagnosis 20 min, Mitigation 10 min, Recovery 20 min. Impact started 12:00, Alert fired 12:06, Acknowledged 12:10, Cause identified 12:30, Mitigated 12:40, Resolved 13:00.',
  );
});

describe('the view', () => {
  test('zooms around the place that is pointed at, and stays within the whole', () => {
    const near = zoomView(WHOLE_VIEW, 2, 0.25);
    expect(near).toEqual({ from: 0.125, to: 0.625 });
    expect(zoomView(near, 0.1)).toEqual(WHOLE_VIEW);
    expect(panView(near, 5)).toEqual({ from: 0.5, to: 1 });
    expect(panView(near, -5)).toEqual({ from: 0, to: 0.5 });
  });

  test('shows what was brushed in either direction, and moves only for what is outside', () => {
    expect(viewBetween(0.75, 0.25)).toEqual({ from: 0.25, to: 0.75 });
    expect(viewWith({ from: 0.2, to: 0.6 }, 0.3)).toEqual({ from: 0.2, to: 0.6 });
    expect(viewWith({ from: 0.2, to: 0.6 }, 0.7).to).toBeGreaterThan(0.7);
  });
});
