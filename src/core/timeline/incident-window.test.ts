import { describe, expect, it } from 'vitest';

import type { MomentKind } from '#core/record';
import { instantToEpoch, timeFromEpoch } from '#core/time';

import { incidentDay, incidentWindow } from './incident-window.ts';
import type { Timeline } from './types.ts';

function timeline(moments: Partial<Record<MomentKind, string>>): Timeline {
  return {
    events: [],
    impactPeriods: [],
    suspects: [],
    findings: [],
    moments: Object.entries(moments).map(([kind, instant]) => ({
      kind: kind as MomentKind,
      at: timeFromEpoch(instantToEpoch(instant), instant),
      events: [],
      reason: '',
      confidence: 1,
      alternatives: [],
    })),
  };
}

const INCIDENT = { 'impact-started': '2026-02-23T08:15:00Z', resolved: '2026-02-23T09:00:00Z' };

describe('incidentWindow', () => {
  it('reaches from six hours before the first symptom to one hour after the resolution', () => {
    expect(incidentWindow(timeline(INCIDENT))).toEqual({ from: '2026-02-23T02:15:00Z', to: '2026-02-23T10:00:00Z' });
  });

  it('includes the closing of the same day, and not that of next week', () => {
    expect(incidentWindow(timeline({ ...INCIDENT, closed: '2026-02-23T17:00:00Z' }))?.to).toBe('2026-02-23T17:00:00Z');
    expect(incidentWindow(timeline({ ...INCIDENT, closed: '2026-03-02T17:00:00Z' }))?.to).toBe('2026-02-23T10:00:00Z');
  });

  it('is unknown where start or end is', () => {
    expect(incidentWindow(timeline({ resolved: '2026-02-23T09:00:00Z' }))).toBeUndefined();
    expect(incidentWindow(timeline({ 'alert-fired': '2026-02-23T09:00:00Z' }))).toBeUndefined();
  });
});

describe('incidentDay', () => {
  it('is the day on the clock that is asked for', () => {
    const late = timeline({ 'impact-started': '2026-02-23T23:30:00Z' });
    expect([incidentDay(late, 'UTC'), incidentDay(late, 'Europe/Berlin'), incidentDay(timeline({}), 'UTC')]).toEqual([
      '2026-02-23',
      '2026-02-24',
      undefined,
    ]);
  });
});
