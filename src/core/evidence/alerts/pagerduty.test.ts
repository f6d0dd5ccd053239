import { describe, expect, it } from 'vitest';
import { briefly, evidenceOf, readWithBest } from '../facts/read-sample.fixture.ts';
import { alertFormats } from './index.ts';
import { pagerDutyActions } from './pagerduty-actions.data.ts';
import { pagerDutyAction } from './pagerduty-step.ts';

const service = { id: 'PSVC001', type: 'service_reference', summary: 'Checkout API' };
const ana = { id: 'PANA001', type: 'user_reference', summary: 'Ana Silva' };
const ben = { id: 'PBEN001', type: 'user_reference', summary: 'Ben Ito' };
const incident = { id: 'PINC0001', type: 'incident_reference', summary: '[#7] Checkout errors above 5 %' };

function webhookV3(type: string, at: string | null, data: object = {}) {
  const own = { id: 'PINC0001', type: 'incident', title: 'Checkout errors above 5 %', service, urgency: 'high' };
  return {
    event: { event_type: type, resource_type: 'incident', occurred_at: at, agent: ana, data: { ...own, ...data } },
  };
}

function logEntry(type: string, at: string, more: object = {}) {
  return { id: `R${at}`, type: `${type}_log_entry`, created_at: at, agent: ana, service, incident, ...more };
}

const read = (content: unknown) => readWithBest(alertFormats, evidenceOf(content));

describe('PagerDuty', () => {
  it('reads every step of an incident from webhooks v3', () => {
    const note = { type: 'incident_note', id: 'N1', incident, content: 'Pool is\nexhausted' };
    const update = { type: 'incident_status_update', id: 'S1', incident, message: 'A fix is on its way' };
    const responder = { type: 'incident_responder', incident, user: ben, state: 'pending', message: 'please help' };
    const reading = read(
      [
        webhookV3('incident.triggered', '2026-02-23T08:15:30.120Z'),
        webhookV3('incident.acknowledged', '2026-02-23T08:17:00.000Z'),
        webhookV3('incident.escalated', '2026-02-23T08:18:00Z', { assignees: [ben] }),
        webhookV3('incident.priority_updated', '2026-02-23T08:19:00Z', { priority: { summary: 'P1' } }),
        { event: { ...webhookV3('incident.annotated', '2026-02-23T08:20:00Z').event, data: note } },
        { event: { ...webhookV3('incident.responder.added', '2026-02-23T08:21:00Z').event, data: responder } },
        { event: { ...webhookV3('incident.status_update_published', '2026-02-23T08:22:00Z').event, data: update } },
        webhookV3('incident.resolved', '2026-02-23T09:00:00Z'),
        webhookV3('incident.reopened', '2026-02-23T09:10:00Z'),
        webhookV3('incident.resolved', '2026-02-23T09:40:00Z'),
        { event: { event_type: 'service.updated', occurred_at: '2026-02-23T10:00:00Z', data: service } },
        webhookV3('incident.brand_new_type', '2026-02-23T10:01:00Z'),
      ]
        .map((webhook) => JSON.stringify(webhook))
        .join('\n'),
    );
    expect(reading.format).toBe('pagerduty-webhook-v3');
    expect(reading.findings).toEqual([]);
    expect(briefly(reading.events)).toEqual([
      '2026-02-23T08:15:30.120Z alert | PagerDuty incident triggered: Checkout errors above 5 %',
      '2026-02-23T08:17:00Z acknowledged | PagerDuty incident acknowledged: Checkout errors above 5 %',
      '2026-02-23T08:18:00Z escalated | PagerDuty incident escalated to Ben Ito: Checkout errors above 5 %',
      '2026-02-23T08:19:00Z note | PagerDuty priority set to P1: Checkout errors above 5 %',
      '2026-02-23T08:20:00Z note | PagerDuty note: Pool is exhausted',
      '2026-02-23T08:21:00Z paged | PagerDuty responder requested to Ben Ito: Checkout errors above 5 %',
      '2026-02-23T08:22:00Z status-update | PagerDuty status update: A fix is on its way',
      '2026-02-23T09:00:00Z resolved | PagerDuty incident resolved: Checkout errors above 5 %',
      '2026-02-23T09:10:00Z alert | PagerDuty incident reopened: Checkout errors above 5 %',
      '2026-02-23T09:40:00Z resolved | PagerDuty incident resolved: Checkout errors above 5 %',
      '2026-02-23T10:00:00Z note | PagerDuty service updated: Checkout API',
      '2026-02-23T10:01:00Z note | PagerDuty brand new type: Checkout errors above 5 %',
    ]);
    expect(reading.events[1]).toMatchObject({ actor: 'Ana Silva', service: 'Checkout API' });
  });

  it('gives the same key to one step told by webhooks v2 and v3, log entries and the incident', () => {
    const v3 = read(webhookV3('incident.resolved', '2026-02-23T09:00:07.914Z')).events;
    const log = read({ log_entries: [logEntry('resolve', '2026-02-23T09:00:07Z')] }).events;
    const whole = {
      id: 'PINC0001',
      type: 'incident',
      incident_number: 7,
      title: 'Checkout errors above 5 %',
      service,
      urgency: 'high',
      created_at: '2026-02-23T08:15:30Z',
      status: 'resolved',
      last_status_change_at: '2026-02-23T09:00:07Z',
      last_status_change_by: ana,
      escalation_policy: { summary: 'Default' },
    };
    const v2 = read({
      messages: [{ event: 'incident.resolve', created_on: '2026-02-23T09:00:07Z', incident: whole }],
    }).events;
    const rest = read({ incidents: [whole], limit: 25, more: false }).events;
    const keys = [v3, log, v2, rest].map((events) => events.find(({ kind }) => kind === 'resolved')?.key);
    expect(keys).toEqual(Array(4).fill('pagerduty:PINC0001:resolve@2026-02-23T09:00'));
    expect(rest[0]).toMatchObject({ kind: 'alert', key: 'pagerduty:PINC0001:trigger' });
  });

  it('keeps two resolutions of a reopened incident apart', () => {
    const reading = read([
      webhookV3('incident.resolved', '2026-02-23T09:00:00Z'),
      webhookV3('incident.resolved', '2026-02-23T09:40:00Z'),
    ]);
    expect(new Set(reading.events.map(({ key }) => key)).size).toBe(2);
  });

  it('reads log entries oldest first, with who was notified and how', () => {
    const channel = { type: 'auto', notification: { type: 'push_notification', status: 'success' } };
    const reading = read({
      log_entries: [
        logEntry('annotate', '2026-02-23T08:25:00Z', { channel: { type: 'note', summary: 'Rolling back' } }),
        logEntry('acknowledge', '2026-02-23T08:17:00Z', { channel: { type: 'mobile' } }),
        logEntry('notify', '2026-02-23T08:16:00Z', { user: ben, channel }),
        logEntry('assign', '2026-02-23T08:15:31Z', { assignees: [ben] }),
        logEntry('trigger', '2026-02-23T08:15:30Z', { agent: { id: 'PINT', summary: 'Prometheus' } }),
      ],
    });
    expect(reading.format).toBe('pagerduty-log-entries');
    expect(briefly(reading.events)).toEqual([
      '2026-02-23T08:15:30Z alert | PagerDuty incident triggered: Checkout errors above 5 %',
      '2026-02-23T08:15:31Z note | PagerDuty incident assigned to Ben Ito: Checkout errors above 5 %',
      '2026-02-23T08:16:00Z paged | PagerDuty notified Ben Ito (push notification): Checkout errors above 5 %',
      '2026-02-23T08:17:00Z acknowledged | PagerDuty incident acknowledged: Checkout errors above 5 %',
      '2026-02-23T08:25:00Z note | PagerDuty note: Rolling back',
    ]);
  });

  it('words a step as PagerDuty does where only its summary says who and what', () => {
    const asked = logEntry('responder_request', '2026-02-23T08:21:00Z', {
      summary: 'Ana Silva requested Ben Ito to respond',
    });
    const priority = logEntry('priority_change', '2026-02-23T08:22:00Z', {
      summary: 'Priority changed to SEV-2 by Ana Silva',
    });
    expect(briefly(read({ log_entries: [asked, priority] }).events)).toEqual([
      '2026-02-23T08:21:00Z paged | PagerDuty: Ana Silva requested Ben Ito to respond (Checkout errors above 5 %)',
      '2026-02-23T08:22:00Z note | PagerDuty priority set to SEV-2: Checkout errors above 5 %',
    ]);
  });

  it('reads alerts and notes of an incident', () => {
    const about = {
      id: 'QALERT1',
      type: 'alert',
      alert_key: 'checkout-5xx',
      summary: 'HTTP 5xx',
      severity: 'critical',
      incident,
    };
    const alerts = read({
      alerts: [{ ...about, created_at: '2026-02-23T08:15:20Z', resolved_at: '2026-02-23T08:59:00Z' }],
    });
    expect(briefly(alerts.events)).toEqual([
      '2026-02-23T08:15:20Z alert | PagerDuty alert triggered: HTTP 5xx',
      '2026-02-23T08:59:00Z alert-resolved | PagerDuty alert resolved: HTTP 5xx',
    ]);
    const notes = read({
      notes: [{ id: 'N1', user: ana, content: 'Pool exhausted', created_at: '2026-02-23T08:20:00Z' }],
    });
    expect(notes.events[0]).toMatchObject({ text: 'PagerDuty note: Pool exhausted', actor: 'Ana Silva' });
  });

  it('reads an incident, its log entries and its notes from one object', () => {
    const whole = {
      ...incident,
      type: 'incident',
      service,
      urgency: 'high',
      incident_number: 7,
      status: 'triggered',
      escalation_policy: {},
    };
    const reading = read({
      incident: { ...whole, created_at: '2026-02-23T08:15:30Z' },
      log_entries: [logEntry('acknowledge', '2026-02-23T08:17:00Z'), logEntry('trigger', '2026-02-23T08:15:30Z')],
      notes: [{ id: 'N1', user: ana, channel: {}, content: 'Pool exhausted', created_at: '2026-02-23T08:20:00Z' }],
    });
    expect(reading.format).toBe('pagerduty-log-entries');
    expect(briefly(reading.events)).toEqual([
      '2026-02-23T08:15:30Z alert | PagerDuty incident triggered: Checkout errors above 5 %',
      '2026-02-23T08:17:00Z acknowledged | PagerDuty incident acknowledged: Checkout errors above 5 %',
      '2026-02-23T08:20:00Z note | PagerDuty note: Pool exhausted',
    ]);
  });

  it('keeps a step without a time and says which field is missing', () => {
    const reading = read(webhookV3('incident.acknowledged', null));
    expect(reading.events[0]?.at).toMatchObject({ instant: null, precision: 'unknown' });
    expect(reading.findings).toMatchObject([
      { code: 'event-without-time', message: expect.stringContaining('“event.occurred_at”'), place: { line: 1 } },
    ]);
  });

  it('reads what stands before the cut of a half file', () => {
    const whole = JSON.stringify({
      log_entries: [logEntry('trigger', '2026-02-23T08:15:30Z'), logEntry('resolve', '2026-02-23T09:00:00Z')],
    });
    const reading = read(whole.slice(0, -40));
    expect(reading.events.map(({ kind }) => kind)).toEqual(['alert']);
    expect(new Set(reading.findings.map(({ code }) => code))).toEqual(new Set(['evidence-malformed']));
  });

  it('names no step twice in the table of actions', () => {
    const names = pagerDutyActions.flatMap((action) => action.names);
    expect(new Set(names).size).toBe(names.length);
    expect(pagerDutyAction('incident.unheard_of').kind).toBe('note');
  });
});
