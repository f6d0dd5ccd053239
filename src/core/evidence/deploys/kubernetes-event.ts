import type { EventCollector, Fact } from '../event-collector.ts';
import type { JsonNode } from '../json-node.ts';
import { workloadOf } from './kubernetes-object.ts';

/** Adds an event object, of `v1` or `events.k8s.io/v1`. Its key is its uid: the cluster counts repetitions on one object. */
export function addKubernetesEvent(events: EventCollector, node: JsonNode): void {
  const at = firstTime(events, node);
  if (at === null) {
    events.remark(node.start, {
      code: 'event-without-time',
      message: `The Kubernetes event “${(message(node) ?? '').slice(0, 80)}” has no time.`,
      help: 'Export the events with: kubectl get events -A -o json',
    });
    return;
  }
  const last = events.time(
    node.string('series', 'lastObservedTime') ?? node.string('lastTimestamp') ?? node.string('deprecatedLastTimestamp'),
  );
  const ended = last !== null && last.instant !== at.instant ? last : undefined;
  events.add(node, { at, endedAt: ended, ...factOf(node) });
}

function firstTime(events: EventCollector, node: JsonNode): Fact['at'] | null {
  const places = [
    'firstTimestamp',
    'deprecatedFirstTimestamp',
    'eventTime',
    'lastTimestamp',
    'deprecatedLastTimestamp',
  ];
  for (const place of places) {
    const time = events.time(node.string(place));
    if (time !== null) return time;
  }
  return events.time(node.string('metadata', 'creationTimestamp'));
}

function message(node: JsonNode): string | undefined {
  return node.string('message') ?? node.string('note');
}

function factOf(node: JsonNode): Omit<Fact, 'at' | 'endedAt'> {
  const involved = node.get('involvedObject') ?? node.get('regarding') ?? node;
  const kind = involved.string('kind');
  const name = involved.string('name') ?? '';
  const reason = node.string('reason') ?? 'Event';
  const count = node.number('series', 'count') ?? node.number('count') ?? node.number('deprecatedCount') ?? 1;
  const warning = node.string('type') === 'Warning';
  const rollout = reason === 'ScalingReplicaSet';
  const workload = workloadOf(kind, name);
  return {
    text: `${kind ?? 'Object'} ${name}: ${reason}: ${message(node) ?? 'no message'}${count > 1 ? ` (${count} times)` : ''}`,
    kind: rollout ? 'rollout' : 'infrastructure',
    level: warning ? 'warning' : 'info',
    actor:
      node.string('reportingController') ?? node.string('reportingComponent') ?? node.string('source', 'component'),
    service: workload,
    key: eventKey(node),
    fold: rollout ? undefined : `${kind ?? ''} ${reason} ${pattern(message(node) ?? '', workload)}`,
    names: [...new Set([workload, name, reason, ...(involved.string('fieldPath')?.match(/(?<=\{)[^}]+/u) ?? [])])],
  };
}

function eventKey(node: JsonNode): string | undefined {
  const uid = node.string('metadata', 'uid');
  return uid === undefined ? undefined : `kubernetes-event:${uid}`;
}

/** The message without what differs between pods and nodes: names of the workload and words with digits. */
function pattern(text: string, workload: string): string {
  return text.replaceAll(/[\w./:-]+/gu, (word) => {
    return /\d/u.test(word) || (workload !== '' && word.startsWith(workload)) ? '<*>' : word;
  });
}
