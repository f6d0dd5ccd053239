import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf, evidenceOf, readWithBest } from '../facts/read-sample.fixture.ts';
import { sampleOf } from '../sample.ts';
import { alertFormats } from './index.ts';

const samples = new URL('../../../../../shared/evidence/', import.meta.url);
const pager = (id: string) => ({
  event: {
    event_type: 'incident.triggered',
    resource_type: 'incident',
    occurred_at: '2026-02-23T08:15:30Z',
    data: { id, title: 'Down' },
  },
});
const opsgenie = {
  action: 'Create',
  integrationName: 'W',
  alert: { alertId: 'a-1', message: 'Down', tinyId: '1', createdAt: 1771834530120 },
};
const read = (content: unknown) => readWithBest(alertFormats, evidenceOf(content));

describe('alertFormats', () => {
  it.each([
    ['one record', JSON.stringify(pager('P1'))],
    ['a list', JSON.stringify([pager('P1'), pager('P2')])],
    ['JSON lines', [pager('P1'), pager('P2')].map((webhook) => JSON.stringify(webhook)).join('\n')],
    [
      'indented documents one after another',
      [pager('P1'), pager('P2')].map((webhook) => JSON.stringify(webhook, null, 2)).join('\n\n'),
    ],
    ['recorded requests', JSON.stringify([{ headers: { host: 'x' }, body: pager('P1') }])],
  ])('reads webhooks as %s, each with its place', (_name, content) => {
    const reading = read(content);
    expect(reading.format).toBe('pagerduty-webhook-v3');
    expect(reading.findings).toEqual([]);
    expect(reading.events).toHaveLength(content.split('"incident.triggered"').length - 1);
    for (const { source } of reading.events) {
      expect(content.slice(source.offset, source.offset + source.raw.length)).toBe(source.raw);
      expect(content.slice(0, source.offset).split('\n')).toHaveLength(source.line);
    }
  });

  it('counts offsets in bytes', () => {
    const content = `[${JSON.stringify({ ...pager('P1'), note: 'Größe 💥' })},${JSON.stringify(pager('P2'))}]`;
    const [, second] = read(content).events;
    expect(Buffer.from(content).subarray(second?.source.offset).toString()).toBe(`${JSON.stringify(pager('P2'))}]`);
  });

  it('reads records of another system in the same file by their own rules', () => {
    const reading = read([pager('P1'), pager('P2'), opsgenie]);
    expect(reading.events.map(({ source }) => source.format).toSorted()).toEqual([
      'opsgenie-webhook',
      'pagerduty-webhook-v3',
      'pagerduty-webhook-v3',
    ]);
  });

  it('says which record it cannot read and goes on', () => {
    const reading = read([pager('P1'), { nothing: 1 }, pager('P2'), null]);
    expect(reading.events).toHaveLength(2);
    expect(reading.findings).toMatchObject([
      { code: 'evidence-records-skipped', message: expect.stringMatching(/^2 records .*“nothing”/u) },
    ]);
  });

  it('does not recognise what is no alert', () => {
    for (const content of [
      '',
      'plain text',
      '{}',
      '[]',
      '[1, 2]',
      { data: [] },
      { messages: [] },
      { action: 'opened', pull_request: {} },
    ]) {
      const sample = sampleOf(evidenceOf(content));
      expect(alertFormats.filter((format) => format.recognise(sample) > 0.5).map(({ id }) => id)).toEqual([]);
    }
  });

  it('never throws, whatever the fields hold, and keeps every offset inside the text', () => {
    const key = fc.constantFrom(
      ...'event,event_type,occurred_at,data,id,alert,alerts,labels,startsAt,endsAt,incident,incident_updates,attributes,started_at,messages,log_entries,type,created_at,action,issue,firstSeen,title,time,text,Message'.split(
        ',',
      ),
    );
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.string(),
        fc.double({ noNaN: true }),
        fc.constant(null),
        fc.boolean(),
        fc.constant('2026-02-23T08:15:30Z'),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(key, tie('node'), { maxKeys: 6 }),
      ),
    })).node;
    fc.assert(
      fc.property(value, fc.nat(40), fc.nat(alertFormats.length - 1), (content, cut, at) => {
        const text = JSON.stringify(content);
        const input = evidenceOf(text.slice(0, Math.max(1, text.length - cut)));
        const sample = sampleOf(input);
        for (const format of alertFormats) {
          const score = format.recognise(sample);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
        const { events = [] } = alertFormats[at]?.read(input, contextOf()) ?? {};
        for (const { source } of events) expect(source.offset).toBeLessThan(Buffer.byteLength(input.text));
      }),
      { numRuns: 300 },
    );
  });

  const real: readonly [string, string, readonly string[]][] = [
    ['pagerduty/webhook_v3_incident.triggered.json', 'pagerduty-webhook-v3', ['2021-06-04T13:35:29.781Z alert']],
    ['pagerduty/webhook_v3_incident.resolved.json', 'pagerduty-webhook-v3', ['2021-06-04T13:16:53.816Z resolved']],
    [
      'pagerduty/webhook_v2_incident.resolve_with_log_entries.json',
      'pagerduty-webhook-v2',
      ['2017-09-26T15:14:36Z alert', '2017-09-26T15:16:05Z note', '2017-09-26T15:18:09Z resolved'],
    ],
    ['opsgenie/webhook_create.json', 'opsgenie-webhook', ['2017-08-14T11:25:56.288Z alert']],
    ['alertmanager/webhook_v4_firing.json', 'alertmanager-webhook', Array(2).fill('2020-02-06T00:17:58.432Z alert')],
    [
      'alertmanager/webhook_v4_firing_icmp.json',
      'alertmanager-webhook',
      Array(2).fill('2019-09-27T16:27:56.612Z alert'),
    ],
    ['grafana/webhook_v12_test_alert.json', 'grafana-webhook', ['2026-05-05T13:04:57.622Z alert']],
    ['sentry/webhook_issue_created.json', 'sentry-issue-webhook', ['2020-04-28T13:56:05.903Z error']],
    [
      'statuspage/webhook_incident_update.json',
      'statuspage-incidents',
      ['2017-12-26T07:32:00.548Z status-update', '2017-12-26T07:37:20.785Z resolved'],
    ],
  ];

  it.skipIf(!existsSync(samples)).each(real)('reads the real sample %s as %s', (path, format, expected) => {
    const reading = readWithBest(alertFormats, evidenceOf(readFileSync(new URL(path, samples), 'utf8'), path));
    expect(reading.format).toBe(format);
    expect(reading.events.map(({ at, kind }) => `${at.instant} ${kind}`)).toEqual(expected);
  });
});
