import { code, chance, uuid } from './chance.ts';
import { at, iso } from './clock.ts';
import { replicaSetName, replicaSetOf, type ReplicaSet } from './replica-sets.ts';
import { SHA, T } from './story.ts';

interface Subject {
  readonly kind: 'Deployment' | 'ReplicaSet' | 'Pod';
  readonly name: string;
  readonly container?: string;
}

interface Told {
  readonly subject: Subject;
  readonly reason: string;
  readonly message: string;
  readonly component: string;
  readonly host?: string;
  readonly type: 'Normal' | 'Warning';
  readonly times: number[];
}

const NODES = ['node-a1', 'node-a2', 'node-b1', 'node-b2'] as const;

/** Collects events the way the recorder of Kubernetes does: an equal event counts up instead of standing twice. */
class Recorder {
  private readonly told = new Map<string, Told>();

  tell(time: number, event: Omit<Told, 'times'>): void {
    const key = JSON.stringify(event);
    const known = this.told.get(key);
    if (known) known.times.push(time);
    else this.told.set(key, { ...event, times: [time] });
  }

  all(): Told[] {
    return [...this.told.values()];
  }
}

/** What `kubectl get events -n shop -o json` printed at 15:31; this cluster keeps events for 24 hours. */
export function clusterEvents(): unknown {
  const recorder = new Recorder();
  const previousCart = { deployment: 'cart', image: 'registry.larkspur.example/cart:previous' } as const;
  rollOut(recorder, {
    from: previousCart,
    to: replicaSetOf(SHA.cartMerge),
    start: T.cartRollout,
    end: T.cartRolledOut,
    size: 3,
    label: 'cart',
  });
  const good = replicaSetOf(SHA.goodMerge);
  const bad = replicaSetOf(SHA.badMerge);
  const fixed = replicaSetOf(SHA.revertMerge);
  rollOut(recorder, { from: good, to: bad, start: T.badRollout, end: T.badRolledOut, size: 6, label: 'bad' });
  rollOut(recorder, { from: bad, to: good, start: T.rollback, end: T.rolledBack, size: 6, label: 'back' });
  rollOut(recorder, { from: good, to: bad, start: T.secondRollout, end: T.secondRolledOut, size: 6, label: 'again' });
  rollOut(recorder, { from: bad, to: fixed, start: T.revertRollout, end: T.revertRolledOut, size: 6, label: 'fixed' });
  unreadyPods(recorder, 'bad', { from: at('13:24:11'), to: at('13:57:50') });
  unreadyPods(recorder, 'again', { from: at('14:43:31'), to: at('14:56:40') });
  const items = recorder.all().toSorted((a, b) => (a.times[0] ?? 0) - (b.times[0] ?? 0));
  return {
    apiVersion: 'v1',
    items: items.map((told) => eventObject(told)),
    kind: 'List',
    metadata: { resourceVersion: '' },
  };
}

interface Rollout {
  readonly from: Pick<ReplicaSet, 'deployment' | 'image'>;
  readonly to: Pick<ReplicaSet, 'deployment' | 'image'>;
  readonly start: number;
  readonly end: number;
  readonly size: number;
  readonly label: string;
}

const podName = (label: string, set: Pick<ReplicaSet, 'deployment' | 'image'>, index: number): string =>
  `${replicaSetName(set)}-${code(`pod:${label}:${index}`, 5, 'bcdfghjklmnpqrstvwxz2456789')}`;

/** Surge of a quarter: new pods come one by one, each takes an old one away when it is ready. */
function rollOut(recorder: Recorder, rollout: Rollout): void {
  const { from, to, start, end, size, label } = rollout;
  const step = Math.floor((end - start) / size / 1000) * 1000;
  for (let index = 0; index < size; index += 1) {
    const time = start + index * step;
    scaled(recorder, time, { set: to, direction: 'up', from: index, to: index + 1 });
    const pod = podName(label, to, index);
    startPod(recorder, { pod, set: to, time, node: NODES[index % NODES.length] ?? NODES[0] });
    const ready = index === size - 1 ? end : time + step - 2000;
    scaled(recorder, ready, { set: from, direction: 'down', from: size - index, to: size - index - 1 });
    recorder.tell(ready, {
      subject: { kind: 'ReplicaSet', name: replicaSetName(from) },
      reason: 'SuccessfulDelete',
      message: `Deleted pod: ${podName(before(label), from, index)}`,
      component: 'replicaset-controller',
      type: 'Normal',
    });
  }
}

// The pods that a rollout removes are those that the rollout before it made.
function before(label: string): string {
  return { bad: 'monday', back: 'bad', again: 'back', fixed: 'again' }[label] ?? 'earlier';
}

interface Scaling {
  readonly set: Pick<ReplicaSet, 'deployment' | 'image'>;
  readonly direction: 'up' | 'down';
  readonly from: number;
  readonly to: number;
}

function scaled(recorder: Recorder, time: number, scaling: Scaling): void {
  recorder.tell(time, {
    subject: { kind: 'Deployment', name: scaling.set.deployment },
    reason: 'ScalingReplicaSet',
    message: `Scaled ${scaling.direction} replica set ${replicaSetName(scaling.set)} to ${scaling.to} from ${scaling.from}`,
    component: 'deployment-controller',
    type: 'Normal',
  });
}

interface PodStart {
  readonly pod: string;
  readonly set: Pick<ReplicaSet, 'deployment' | 'image'>;
  readonly time: number;
  readonly node: string;
}

function startPod(recorder: Recorder, { pod, set, time, node }: PodStart): void {
  recorder.tell(time, {
    subject: { kind: 'ReplicaSet', name: replicaSetName(set) },
    reason: 'SuccessfulCreate',
    message: `Created pod: ${pod}`,
    component: 'replicaset-controller',
    type: 'Normal',
  });
  recorder.tell(time + 88, {
    subject: { kind: 'Pod', name: pod },
    reason: 'Scheduled',
    message: `Successfully assigned shop/${pod} to ${node}`,
    component: 'default-scheduler',
    type: 'Normal',
  });
  const kubelet = {
    subject: { kind: 'Pod', name: pod, container: set.deployment },
    component: 'kubelet',
    host: node,
    type: 'Normal',
  } as const;
  recorder.tell(time + 1000, {
    ...kubelet,
    reason: 'Pulled',
    message: `Container image "${set.image}" already present on machine`,
  });
  recorder.tell(time + 1000, { ...kubelet, reason: 'Started', message: `Started container ${set.deployment}` });
}

/** The readiness probe asks the pool, too: exhausted pods drop out and come back, again and again. */
function unreadyPods(recorder: Recorder, label: string, span: { from: number; to: number }): void {
  const random = chance(`unready:${label}`);
  const bad = replicaSetOf(SHA.badMerge);
  for (let index = 0; index < 6; index += 1) {
    let time = span.from + random.whole(0, 90) * 1000;
    while (time < span.to) {
      recorder.tell(time, {
        subject: { kind: 'Pod', name: podName(label, bad, index), container: bad.deployment },
        reason: 'Unhealthy',
        message: 'Readiness probe failed: HTTP probe failed with statuscode: 503',
        component: 'kubelet',
        host: NODES[index % NODES.length] ?? NODES[0],
        type: 'Warning',
      });
      time += random.whole(3, 20) * 10_000;
    }
  }
}

function eventObject(told: Told): unknown {
  const first = told.times[0] ?? 0;
  const last = told.times.at(-1) ?? first;
  const scheduler = told.component === 'default-scheduler';
  const id = `${told.subject.kind}:${told.subject.name}:${told.reason}:${told.message}`;
  return {
    ...(scheduler ? { action: 'Binding' } : {}),
    apiVersion: 'v1',
    ...(scheduler ? {} : { count: told.times.length }),
    eventTime: scheduler ? iso(first, 6) : null,
    firstTimestamp: scheduler ? null : iso(first),
    involvedObject: {
      apiVersion: told.subject.kind === 'Pod' ? 'v1' : 'apps/v1',
      ...(told.subject.container ? { fieldPath: `spec.containers{${told.subject.container}}` } : {}),
      kind: told.subject.kind,
      name: told.subject.name,
      namespace: 'shop',
      uid: uuid(`${told.subject.kind.toLowerCase()}:${told.subject.name}`),
    },
    kind: 'Event',
    lastTimestamp: scheduler ? null : iso(last),
    message: told.message,
    metadata: {
      creationTimestamp: iso(first),
      name: `${told.subject.name}.${code(id, 16, '0123456789abcdef')}`,
      namespace: 'shop',
      resourceVersion: String(88_000_000 + Math.floor((last - at('00:00:00')) / 97)),
      uid: uuid(`event:${id}`),
    },
    reason: told.reason,
    reportingComponent: scheduler ? 'default-scheduler' : told.component,
    reportingInstance: scheduler ? 'default-scheduler-control-plane-0' : (told.host ?? ''),
    source: scheduler ? {} : { component: told.component, ...(told.host ? { host: told.host } : {}) },
    type: told.type,
  };
}
