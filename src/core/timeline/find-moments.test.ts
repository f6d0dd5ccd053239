import type { EvidenceEvent } from '#core/evidence';
import type { MomentKind } from '#core/record';
import { describe, expect, it } from 'vitest';

import { buildTimeline } from './build-timeline.ts';
import { findMoments } from './find-moments.ts';
import { sampleEvent as event } from './sample-event.fixture.ts';
import type { Timeline } from './types.ts';

/** `12:05:00` of each moment that is proposed. */
function proposed(timeline: Timeline): Partial<Record<MomentKind, string>> {
  return Object.fromEntries(timeline.moments.map(({ kind, at }) => [kind, at.instant?.slice(11, 19)]));
}

const chat = (time: string, text: string): EvidenceEvent =>
  event(time, text, { kind: 'message', format: 'slack-messages', file: 'slack.json' });
const firing = (time: string, name = 'HighErrors'): EvidenceEvent =>
  event(time, `Alert firing: ${name}`, {
    kind: 'alert',
    hints: [name],
    service: 'api',
    file: 'alerts.json',
    fold: `firing ${name}`,
  });
const cleared = (time: string, name = 'HighErrors'): EvidenceEvent =>
  event(time, `Alert resolved: ${name}`, {
    kind: 'alert-resolved',
    hints: [name],
    service: 'api',
    file: 'alerts.json',
  });
const errors = (times: readonly string[], text = 'no connection', service = 'api'): EvidenceEvent[] =>
  times.map((time) =>
    event(time, text, { kind: 'error', service, fold: `${service} ${text}`, file: `${service}.log` }),
  );

describe('moments of a plain incident', () => {
  const timeline = buildTimeline([
    ...errors(['12:00:00', '12:01:00', '12:02:00', '12:06:00', '12:29:00']),
    firing('12:04:00'),
    event('12:06:00', 'incident acknowledged', { kind: 'acknowledged', file: 'pager.json' }),
    chat('12:08:00', 'Declaring a SEV2'),
    chat('12:10:00', 'should we roll back?'),
    chat('12:15:00', 'Root cause: the pool is too small since v2'),
    event('12:20:00', 'Rollback to v1 deployed', { kind: 'deploy', service: 'api', file: 'deploys.json' }),
    chat('12:31:00', 'error rate is back to normal'),
    cleared('12:33:00'),
    event('12:40:00', 'incident resolved', { kind: 'resolved', file: 'pager.json' }),
    chat('13:30:00', 'Closing the incident'),
  ]);

  it('are found where they happened', () => {
    expect(proposed(timeline)).toEqual({
      'impact-started': '12:00:00',
      'alert-fired': '12:04:00',
      acknowledged: '12:06:00',
      declared: '12:08:00',
      'root-cause-identified': '12:15:00',
      mitigated: '12:20:00',
      restored: '12:31:00',
      resolved: '12:40:00',
      closed: '13:30:00',
    });
  });

  it('have a reason that quotes the event, and point to it', () => {
    const declared = timeline.moments.find(({ kind }) => kind === 'declared');
    expect(declared?.reason).toBe('It says “Declaring a SEV2”: “Declaring a SEV2”.');
    expect(timeline.events.find(({ id }) => id === declared?.events[0])?.text).toBe('Declaring a SEV2');
  });

  it('list what else it could be, the likeliest first', () => {
    const restored = timeline.moments.find(({ kind }) => kind === 'restored');
    expect(restored?.alternatives[0]?.at.instant).toBe('2026-02-23T12:33:00Z');
  });

  it('give one period of impact', () => {
    expect(timeline.impactPeriods).toMatchObject([{ from: { written: '12:00:00' }, to: { written: '12:31:00' } }]);
  });
});

describe('moments', () => {
  it('are in no forced order: service can be restored before anybody says mitigated', () => {
    const moments = proposed(
      buildTimeline([
        firing('12:00:00'),
        chat('12:10:00', 'service is back to normal'),
        chat('12:20:00', 'mitigated, watching'),
      ]),
    );
    expect(moments).toMatchObject({ restored: '12:10:00', mitigated: '12:20:00' });
  });

  it('fall back to the alert where no earlier symptom is known', () => {
    const [impact] = buildTimeline([firing('12:00:00')]).moments;
    expect(impact).toMatchObject({ kind: 'impact-started', at: { written: '12:00:00' } });
    expect(impact?.reason).toContain('No earlier symptom is known');
  });

  it('ignore test alerts and drills', () => {
    const timeline = buildTimeline([
      event('08:00:00', 'Alert firing: TestAlert, please ignore', { kind: 'alert', hints: ['TestAlert'] }),
      firing('12:00:00'),
    ]);
    expect(proposed(timeline)['alert-fired']).toBe('12:00:00');
  });

  it('ignore errors that were there all along', () => {
    const noise = Array.from(
      { length: 40 },
      (_, n) => `${String(8 + Math.floor(n / 8)).padStart(2, '0')}:${String((n % 8) * 7).padStart(2, '0')}:00`,
    );
    const timeline = buildTimeline([
      ...errors(noise, 'mail relay greylisted'),
      ...errors(['12:41:00', '12:42:00', '12:43:00']),
      firing('12:45:00'),
    ]);
    expect(proposed(timeline)['impact-started']).toBe('12:41:00');
  });

  it('see the onset of an error that was rare before and then surges', () => {
    const rare = Array.from({ length: 12 }, (_, n) => `11:${String(n * 5).padStart(2, '0')}:00`);
    const many = Array.from({ length: 40 }, (_, n) => `12:00:${String(n).padStart(2, '0')}`);
    const timeline = buildTimeline([...errors([...rare, ...many]), firing('12:04:00')]);
    expect(proposed(timeline)['impact-started']).toBe('12:00:00');
    expect(timeline.events.filter(({ kind }) => kind === 'error').map(({ count }) => count)).toEqual([12, 40]);
  });

  it('come from the densest activity where the timeline holds several incidents', () => {
    const timeline = buildTimeline([
      firing('02:00:00', 'DiskFull'),
      firing('12:00:00'),
      event('12:05:00', 'ack', { kind: 'acknowledged' }),
      event('12:06:00', 'declared', { kind: 'declared' }),
    ]);
    expect(proposed(timeline)['alert-fired']).toBe('12:00:00');
    expect(timeline.findings).toMatchObject([{ code: 'other-incidents', severity: 'info' }]);
  });

  it('can be read from a status page alone', () => {
    const update = (time: string, text: string, kind: EvidenceEvent['kind'] = 'status-update'): EvidenceEvent =>
      event(time, `Status page, ${text}`, { kind, format: 'statuspage-incidents' });
    const timeline = buildTimeline([
      update('12:05', 'investigating: We are investigating elevated errors.'),
      update('12:20', 'identified: The issue has been identified and a fix is being implemented.'),
      update('12:40', 'monitoring: A fix has been implemented and we are monitoring the results.'),
      update('13:10', 'resolved: This incident has been resolved.', 'resolved'),
    ]);
    expect(proposed(timeline)).toMatchObject({
      investigating: '12:05:00',
      'root-cause-identified': '12:20:00',
      mitigated: '12:40:00',
      resolved: '13:10:00',
    });
  });

  it('are none where nothing has a time', () => {
    expect(findMoments(buildTimeline([event(null, 'Incident declared', { kind: 'declared' })]).events)).toEqual([]);
  });
});

describe('an incident that came back', () => {
  const timeline = buildTimeline([
    ...errors(['12:00:00', '12:01:00', '12:10:00', '12:19:00']),
    firing('12:04:00'),
    chat('12:20:00', 'Service is restored'),
    cleared('12:22:00'),
    event('12:25:00', 'incident resolved', { kind: 'resolved' }),
    ...errors(['12:50:00', '12:51:00', '12:52:00', '12:58:00']),
    firing('12:54:00'),
    chat('12:55:00', 'it is back'),
    chat('13:00:00', 'error rates back to normal'),
    event('13:20:00', 'incident resolved', { kind: 'resolved' }),
  ]);

  it('has two periods of impact, the second from its own first failure', () => {
    expect(timeline.impactPeriods.map(({ from, to }) => [from.written, to?.written])).toEqual([
      ['12:00:00', '12:20:00'],
      ['12:50:00', '13:00:00'],
    ]);
  });

  it('is restored and resolved when it was so for good', () => {
    expect(proposed(timeline)).toMatchObject({
      'impact-started': '12:00:00',
      restored: '13:00:00',
      resolved: '13:20:00',
    });
  });

  it('has an open period while no recovery is known', () => {
    const open = buildTimeline([...errors(['12:00:00', '12:01:00']), firing('12:04:00')]);
    expect(open.impactPeriods).toMatchObject([{ to: null }]);
  });

  it('ends with the last failure only where the log goes on without it', () => {
    const failing = [...errors(['12:00:00', '12:01:00', '12:02:00']), firing('12:01:30')];
    expect(buildTimeline(failing).impactPeriods[0]?.to).toBeNull();
    const quiet = event('12:20:00', 'GET /cart 200', { kind: 'log', service: 'api', file: 'api.log' });
    expect(buildTimeline([...failing, quiet]).impactPeriods[0]?.to?.written).toBe('12:02:00');
  });

  it('does not take a premature claim for recovery while the same errors go on', () => {
    const minutes = Array.from({ length: 30 }, (_, n) => `12:${String(n).padStart(2, '0')}:00`);
    const premature = buildTimeline([
      ...errors(minutes),
      firing('12:02:00'),
      chat('12:10:00', 'back to normal'),
      chat('12:31:00', 'service is back to normal'),
    ]);
    expect(proposed(premature).restored).toBe('12:31:00');
    expect(premature.impactPeriods).toHaveLength(1);
  });
});
