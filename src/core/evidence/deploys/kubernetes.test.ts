import { describe, expect, it } from 'vitest';

import { CONTEXT, evidenceText, readWith, scoreOf } from '../evidence.fixture.ts';
import { readEvidence, recogniseEvidence } from '../read-evidence.ts';
import { eventsTable } from './events-table.ts';
import { kubernetes } from './kubernetes.ts';
import { workloadOf } from './kubernetes-object.ts';
import { rolloutHistory } from './rollout-history.ts';

const EVENT = {
  apiVersion: 'v1',
  kind: 'Event',
  type: 'Warning',
  reason: 'BackOff',
  message: 'Back-off restarting failed container app in pod checkout-7df978b9bf-bfdrj',
  count: 7,
  firstTimestamp: '2026-02-23T07:14:00Z',
  lastTimestamp: '2026-02-23T07:20:00Z',
  eventTime: null,
  involvedObject: {
    kind: 'Pod',
    name: 'checkout-7df978b9bf-bfdrj',
    namespace: 'shop',
    fieldPath: 'spec.containers{app}',
  },
  source: { component: 'kubelet' },
  metadata: { name: 'x', uid: 'u1' },
};

const replicaSet = (revision: string, more: object = {}, annotations: object = {}): object => ({
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: {
    name: 'checkout-7df978b9bf',
    namespace: 'shop',
    uid: `rs-${revision}`,
    creationTimestamp: '2026-02-23T07:00:00Z',
    annotations: { 'deployment.kubernetes.io/revision': revision, ...annotations },
    ownerReferences: [{ kind: 'Deployment', name: 'checkout' }],
    ...more,
  },
  spec: { template: { spec: { containers: [{ name: 'app', image: 'shop/checkout:1.8.2' }] } } },
});

describe('Kubernetes events', () => {
  it('tell object, reason, count, span and level', () => {
    const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [EVENT] }, null, 2);
    expect(recogniseEvidence(evidenceText(text))?.format.id).toBe('kubernetes');
    const [event] = readWith(kubernetes, text).events;
    expect(event).toMatchObject({
      at: { instant: '2026-02-23T07:14:00Z' },
      endedAt: { instant: '2026-02-23T07:20:00Z' },
      kind: 'infrastructure',
      level: 'warning',
      service: 'checkout',
      actor: 'kubelet',
      key: 'kubernetes-event:u1',
      fold: 'Pod BackOff Back-off restarting failed container app in pod <*>',
      source: { line: 5 },
    });
    expect(event?.text).toContain('(7 times)');
    expect(event?.names).toContain('app');
    expect(JSON.parse(event?.source.raw ?? '')).toEqual(EVENT);
  });

  it('of events.k8s.io/v1 have a series, a note and a time of their own', () => {
    const text = JSON.stringify({
      apiVersion: 'events.k8s.io/v1',
      kind: 'Event',
      type: 'Normal',
      reason: 'Scheduled',
      note: 'Assigned',
      eventTime: '2026-02-23T07:14:00.123456Z',
      series: { count: 3, lastObservedTime: '2026-02-23T07:15:00.000000Z' },
      regarding: { kind: 'Pod', name: 'a' },
      reportingController: 'default-scheduler',
    });
    expect(readWith(kubernetes, text).events[0]).toMatchObject({
      at: { written: '2026-02-23T07:14:00.123456Z', instant: '2026-02-23T07:14:00.123Z' },
      endedAt: { instant: '2026-02-23T07:15:00Z' },
      text: 'Pod a: Scheduled: Assigned (3 times)',
      level: 'info',
    });
  });

  it('in a watch stream count once, as last seen', () => {
    const lines = [
      { type: 'ADDED', object: { ...EVENT, count: 1, lastTimestamp: EVENT.firstTimestamp } },
      { type: 'MODIFIED', object: EVENT },
    ];
    const { events } = readWith(kubernetes, lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(events).toHaveLength(1);
    expect(events[0]?.text).toContain('(7 times)');
  });

  it('in YAML keep their line and raw text', () => {
    const text =
      'apiVersion: v1\nkind: Event\nreason: Killing\nmessage: Stopping\nfirstTimestamp: "2026-02-23T07:14:00Z"\ninvolvedObject:\n  kind: Pod\n  name: a\n---\napiVersion: v1\nkind: Event\nreason: Started\nfirstTimestamp: 2026-02-23T07:15:00Z\ninvolvedObject: {kind: Pod, name: a}\n';
    const { events } = readWith(kubernetes, text);
    expect(events.map(({ at, source }) => [at.instant, source.line, source.offset])).toEqual([
      ['2026-02-23T07:14:00Z', 1, 0],
      ['2026-02-23T07:15:00Z', 10, text.lastIndexOf('apiVersion')],
    ]);
  });

  it('without a time give a finding', () => {
    const { events, findings } = readWith(
      kubernetes,
      '{"apiVersion":"v1","kind":"Event","message":"x","firstTimestamp":5e30}',
    );
    expect(events).toEqual([]);
    expect(findings.map(({ code }) => code)).toContain('event-without-time');
  });

  it('in half a file are read up to the cut', () => {
    const text = JSON.stringify({
      apiVersion: 'v1',
      kind: 'List',
      items: [EVENT, { ...EVENT, metadata: { uid: 'u2' } }],
    });
    const { events, findings } = readWith(kubernetes, text.slice(0, -40));
    expect(events.map(({ key }) => key)).toEqual(['kubernetes-event:u1']);
    expect(findings.map(({ code }) => code)).toEqual(['evidence-malformed']);
  });
});

describe('replica sets', () => {
  it('are the rollouts that created them', () => {
    const text = JSON.stringify(replicaSet('2', {}, { 'kubernetes.io/change-cause': 'raise pool size' }));
    expect(readWith(kubernetes, text).events[0]).toMatchObject({
      at: { instant: '2026-02-23T07:00:00Z' },
      text: 'Deployment checkout: revision 2 with shop/checkout:1.8.2: raise pool size',
      kind: 'rollout',
      key: 'rollout:shop/checkout#2',
    });
  });

  it('that a rollback brought back keep the revision they were created with, and say what is unknown', () => {
    const text = JSON.stringify(replicaSet('4', {}, { 'deployment.kubernetes.io/revision-history': '1,3' }));
    const { events, findings } = readWith(kubernetes, text);
    expect(events.map(({ key }) => key)).toEqual(['rollout:shop/checkout#1']);
    expect(findings).toMatchObject([{ code: 'rollout-without-time' }]);
    expect(kubernetes.provide?.(evidenceText(text)).revisions?.has('shop/checkout#4')).toBe(false);
  });
});

describe('pods', () => {
  it('tell how their containers ended', () => {
    const terminated = { reason: 'OOMKilled', exitCode: 137, finishedAt: '2026-02-23T07:16:00Z' };
    const text = JSON.stringify({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'checkout-7df978b9bf-bfdrj' },
      status: { containerStatuses: [{ name: 'app', lastState: { terminated }, state: { running: {} } }] },
    });
    expect(readWith(kubernetes, text).events).toMatchObject([
      {
        text: 'Container app of pod checkout-7df978b9bf-bfdrj: OOMKilled (exit code 137)',
        level: 'error',
        service: 'checkout',
      },
    ]);
  });

  it('alone tell nothing, which is a finding', () => {
    const { findings } = readWith(kubernetes, '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"}}');
    expect(findings.map(({ code }) => code)).toEqual(['evidence-without-events']);
  });
});

describe('the workload of an object', () => {
  it.each([
    ['Pod', 'checkout-7df978b9bf-bfdrj', 'checkout'],
    ['Pod', 'px-1234567890-ab2cd', 'px-1234567890-ab2cd'],
    ['Pod', 'db-0', 'db'],
    ['Pod', 'busybox', 'busybox'],
    ['ReplicaSet', 'checkout-api-7df978b9bf', 'checkout-api'],
    ['Deployment', 'checkout-api', 'checkout-api'],
  ])('of %s %s is %s', (kind, name, workload) => {
    expect(workloadOf(kind, name)).toBe(workload);
  });
});

describe('kubectl rollout history', () => {
  const HISTORY = `deployment.apps/checkout
REVISION  CHANGE-CAUSE
1         kubectl apply --filename=checkout.yaml --record=true
2         <none>

statefulset.apps/db
REVISION  CHANGE-CAUSE
1         <none>
`;

  it('takes times from replica sets, in another file or format', () => {
    const sets = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [replicaSet('1'), replicaSet('2')] });
    const inputs = [evidenceText(HISTORY, { file: 'history.txt' }), evidenceText(sets, { file: 'sets.json' })];
    const { events, findings } = readEvidence(inputs, CONTEXT);
    const rows = events.filter(({ source }) => source.format === 'kubectl-rollout-history');
    expect(rows.map(({ text, source }) => [text, source.line])).toEqual([
      ['Deployment checkout: revision 1: kubectl apply --filename=checkout.yaml --record=true', 3],
      ['Deployment checkout: revision 2: shop/checkout:1.8.2', 4],
    ]);
    expect(findings.map(({ code, place }) => [code, place?.line])).toEqual([['rollout-without-time', 8]]);
  });

  it('without replica sets gives one finding per object, with the command that gives the times', () => {
    const { events, findings } = readWith(rolloutHistory, HISTORY);
    expect(events).toEqual([]);
    expect(findings.map(({ message }) => message)).toEqual([
      'Revisions 1, 2 of deployment checkout have no time (“kubectl apply --filename=checkout.yaml --record=true”).',
      'Revision 1 of statefulset db has no time.',
    ]);
    expect(findings[0]?.help).toContain('kubectl get replicasets -A -o json');
  });

  it('does not guess between namespaces that have the same deployment', () => {
    const sets = ['shop', 'test'].map((namespace) => replicaSet('1', { namespace, uid: namespace }));
    const inputs = [
      evidenceText('deployment.apps/checkout\nREVISION  CHANGE-CAUSE\n1         <none>\n', { file: 'h' }),
      evidenceText(JSON.stringify(sets), { file: 's' }),
    ];
    const { findings } = readEvidence(inputs, CONTEXT);
    expect(findings.map(({ message }) => message)).toEqual([
      'Revision 1 of deployment checkout has no time: several namespaces have that revision.',
    ]);
  });
});

describe('the table of kubectl get events', () => {
  it('with ages gives a finding', () => {
    const text =
      'LAST SEEN   TYPE      REASON    OBJECT              MESSAGE\n5m          Warning   BackOff   pod/checkout-abc   Back-off restarting\n';
    expect(scoreOf(eventsTable, text)).toBeGreaterThan(0.9);
    const { events, findings } = readWith(eventsTable, text);
    expect(events).toEqual([]);
    expect(findings[0]?.message).toContain('1 Kubernetes event has an age but no time');
  });

  it('with times gives events', () => {
    const text =
      'NAMESPACE   LAST SEEN              TYPE      REASON    OBJECT             MESSAGE\nshop        2026-02-23T07:14:00Z   Warning   BackOff   pod/checkout-0     Back-off restarting\n';
    expect(readWith(eventsTable, text).events).toMatchObject([
      {
        at: { instant: '2026-02-23T07:14:00Z' },
        text: 'pod/checkout-0: BackOff: Back-off restarting',
        level: 'warning',
        service: 'checkout',
      },
    ]);
  });
});
