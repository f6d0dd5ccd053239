import { describe, expect, it } from 'vitest';
import { briefly, evidenceOf, readWithBest } from '../facts/read-sample.fixture.ts';
import { alertFormats } from './index.ts';
import { opsgenieAction, opsgenieLogAction } from './opsgenie-step.ts';

const read = (content: unknown) => readWithBest(alertFormats, evidenceOf(content));

describe('Opsgenie', () => {
  it('reads milliseconds beside nanoseconds beyond safe integers with all their digits', () => {
    const webhook = `{"action": "Acknowledge", "integrationName": "Webhook", "alert": {"alertId": "a-1", "tinyId": "9",
      "message": "Queue is stuck", "username": "ana@example.com", "priority": 2,
      "createdAt": 1771834530120, "updatedAt": 1771834620999999999}}`;
    const [event] = read(webhook).events;
    expect(event?.at).toMatchObject({
      written: '1771834620999999999',
      instant: '2026-02-23T08:17:00.999Z',
      precision: 'second',
    });
    expect(event).toMatchObject({
      kind: 'acknowledged',
      text: 'Opsgenie alert acknowledged: Queue is stuck',
      actor: 'ana@example.com',
      key: 'opsgenie:a-1:acknowledge@2026-02-23T08:17',
    });
  });

  it('keeps an escalation that has no time', () => {
    const reading = read({
      action: 'Escalate',
      escalationNotify: { name: 'ben@example.com' },
      alert: { alertId: 'a-1' },
      integrationName: 'W',
    });
    expect(briefly(reading.events)).toEqual(['unknown escalated | Opsgenie alert escalated (ben@example.com): a-1']);
    expect(reading.findings).toMatchObject([{ code: 'event-without-time' }]);
  });

  it('reads the life of an alert from the REST API and its report in milliseconds', () => {
    const alert = {
      id: 'a-1',
      tinyId: '9',
      message: 'Queue is stuck',
      status: 'closed',
      acknowledged: true,
      isSeen: true,
      priority: 'P1',
      createdAt: '2026-02-23T08:15:30.120Z',
      updatedAt: '2026-02-23T09:00:00Z',
      source: 'Prometheus',
      report: { ackTime: 90_000, closeTime: 2_700_000, acknowledgedBy: 'ana@example.com', closedBy: 'ben@example.com' },
    };
    const reading = read({ data: [alert], paging: {}, requestId: 'r' });
    expect(reading.format).toBe('opsgenie-alerts');
    expect(reading.events.map(({ kind, at, actor, level }) => [kind, at.instant, actor, level])).toEqual([
      ['alert', '2026-02-23T08:15:30.120Z', 'Prometheus', 'error'],
      ['acknowledged', '2026-02-23T08:17:00.120Z', 'ana@example.com', undefined],
      ['resolved', '2026-02-23T09:00:30.120Z', 'ben@example.com', undefined],
    ]);
  });

  it('reads alert logs by their wording', () => {
    const entry = (log: string, createdAt: string) => ({
      log,
      type: 'system',
      owner: 'System',
      createdAt,
      offset: createdAt,
    });
    const reading = read({
      data: [
        entry('Alert closed via web', '2026-02-23T09:00:00Z'),
        entry('Sent SMS to [ben@example.com]', '2026-02-23T08:16:00Z'),
        entry('Alert created via API', '2026-02-23T08:15:30Z'),
      ],
    });
    expect(briefly(reading.events)).toEqual([
      '2026-02-23T08:15:30Z alert | Opsgenie: Alert created via API',
      '2026-02-23T08:16:00Z paged | Opsgenie: Sent SMS to [ben@example.com]',
      '2026-02-23T09:00:00Z resolved | Opsgenie: Alert closed via web',
    ]);
  });

  it.each([
    ['Alert acknowledged via Slack', 'acknowledge'],
    ['Alert unacknowledged via web', 'unacknowledge'],
    ['Escalating to [next rotation]', 'escalate'],
    ['ben@example.com took ownership', 'take-ownership'],
    ['Added note [looking]', 'note'],
    ['Alert tags updated by policy', 'log'],
  ])('takes the log entry "%s" as %s', (log, id) => {
    expect(opsgenieLogAction(log).id).toBe(id);
  });

  it('takes an action it does not know as a note in its own words', () => {
    expect(opsgenieAction('SendToMars')).toMatchObject({ kind: 'note', words: 'send to mars' });
  });
});
