import { describe, expect, it } from 'vitest';
import { briefly, evidenceOf, readWithBest } from '../facts/read-sample.fixture.ts';
import { alertFormats } from './index.ts';

const issue = {
  id: '4711',
  shortId: 'CHECKOUT-7',
  title: 'PoolTimeout: no connection in 5 s',
  culprit: 'checkout.db in acquire',
  level: 'error',
  firstSeen: '2026-02-23T08:14:02.903Z',
  lastSeen: '2026-02-23T08:51:00Z',
  count: '812',
  userCount: 90,
  status: 'unresolved',
  metadata: { type: 'PoolTimeout', filename: 'checkout/db.py' },
  project: { slug: 'checkout' },
  assignedTo: null,
};
const person = { type: 'user', id: 5, name: 'Ana Silva' };
const application = { type: 'application', id: 'sentry', name: 'Sentry' };

const read = (content: unknown) => readWithBest(alertFormats, evidenceOf(content));

describe('Sentry', () => {
  it('reads a new issue as an error with what it names', () => {
    const reading = read({ action: 'created', data: { issue }, installation: {}, actor: application });
    expect(reading).toMatchObject({ format: 'sentry-issue-webhook', findings: [] });
    expect(briefly(reading.events)).toEqual([
      '2026-02-23T08:14:02.903Z error | Sentry issue created: PoolTimeout: no connection in 5 s (checkout.db in acquire)',
    ]);
    expect(reading.events[0]).toMatchObject({ level: 'error', service: 'checkout', key: 'sentry:4711:created' });
    expect(reading.events[0]?.names).toEqual(expect.arrayContaining(['PoolTimeout', 'checkout/db.py']));
    expect(reading.events[0]).not.toHaveProperty('actor');
  });

  it('keeps an assignment, whose webhook does not say when it happened', () => {
    const reading = read({ action: 'assigned', data: { issue, assignee: { name: 'Ben Ito' } }, actor: person });
    expect(reading.events[0]).toMatchObject({ kind: 'note', actor: 'Ana Silva', at: { instant: null } });
    expect(reading.events[0]?.text).toContain('assigned to Ben Ito');
    expect(reading.findings).toMatchObject([{ code: 'event-without-time' }]);
  });

  it('reads an issue alert with its stack, innermost frame first', () => {
    const frames = [
      { filename: 'checkout/app.py', lineno: 10, function: 'pay' },
      { filename: 'checkout/db.py', lineno: 42, function: 'acquire' },
    ];
    const event = {
      event_id: 'e1',
      datetime: '2026-02-23T08:14:02.1Z',
      title: issue.title,
      culprit: issue.culprit,
      tags: [['level', 'fatal']],
      exception: { values: [{ type: 'PoolTimeout', value: 'no connection', stacktrace: { frames } }] },
    };
    const reading = read({
      action: 'triggered',
      data: { event, triggered_rule: 'Checkout errors' },
      actor: application,
    });
    expect(reading.events[0]).toMatchObject({ kind: 'alert', level: 'fatal', key: 'sentry-event:e1' });
    expect(reading.events[0]?.text).toContain('Sentry alert "Checkout errors"');
    expect(reading.events[0]?.details).toMatch(
      /PoolTimeout: no connection\n {2}at acquire \(checkout\/db\.py:42\)\n {2}at pay/u,
    );
  });

  it('reads a metric alert and its resolution', () => {
    const metric_alert = {
      id: '4',
      alert_rule: { name: 'Too many errors', query: 'level:error' },
      projects: ['checkout'],
      date_detected: '2026-02-23T08:16:00Z',
      date_started: '2026-02-23T08:15:00Z',
      date_closed: '2026-02-23T08:55:00Z',
    };
    const webhook = (action: string) => ({
      action,
      data: { metric_alert, description_text: '1000 events' },
      actor: application,
    });
    const reading = read([webhook('resolved'), webhook('critical')]);
    expect(briefly(reading.events)).toEqual([
      '2026-02-23T08:16:00Z alert | Alert firing: Too many errors: 1000 events',
      '2026-02-23T08:55:00Z alert-resolved | Alert resolved: Too many errors: 1000 events',
    ]);
  });

  it('reads issues of the REST API with their activity, and error events', () => {
    const activity = [
      { id: '1', type: 'set_resolved', user: { name: 'Ana Silva' }, dateCreated: '2026-02-23T09:00:00Z', data: {} },
      { id: '0', type: 'first_seen', dateCreated: '2026-02-23T08:14:02Z' },
    ];
    const issues = read([{ ...issue, activity }]);
    expect(issues.format).toBe('sentry-issues');
    expect(issues.events.map(({ kind, at }) => [kind, at.instant])).toEqual([
      ['error', '2026-02-23T08:14:02.903Z'],
      ['alert-resolved', '2026-02-23T09:00:00Z'],
    ]);
    expect(issues.events[0]?.endedAt?.instant).toBe('2026-02-23T08:51:00Z');
    const events = read([
      { eventID: 'e1', groupID: '4711', title: 'PoolTimeout', platform: 'python', dateCreated: '2026-02-23T08:14:02Z' },
    ]);
    expect(events).toMatchObject({ format: 'sentry-events', events: [{ kind: 'error', key: 'sentry-event:e1' }] });
  });
});
