import type { EventCollector } from '../event-collector.ts';
import type { JsonNode } from '../json-node.ts';
import { workloadOf } from './kubernetes-object.ts';

/** Adds what a pod tells about containers that ended: out of memory, crashed, or done. */
export function addPodEndings(events: EventCollector, node: JsonNode): void {
  for (const status of node.items('status', 'containerStatuses')) {
    for (const ended of [status.get('lastState', 'terminated'), status.get('state', 'terminated')]) {
      if (ended !== undefined) addEnding(events, { node, status, ended });
    }
  }
}

function addEnding(
  events: EventCollector,
  { node, status, ended }: Readonly<Record<'node' | 'status' | 'ended', JsonNode>>,
): void {
  const at = events.time(ended.string('finishedAt'));
  if (at === null) return;
  const pod = node.string('metadata', 'name') ?? '';
  const container = status.string('name') ?? '';
  const reason = ended.string('reason') ?? 'Terminated';
  const code = ended.number('exitCode') ?? 0;
  const workload = workloadOf('Pod', pod);
  events.add(ended, {
    at,
    text: `Container ${container} of pod ${pod}: ${reason} (exit code ${code})`,
    kind: 'infrastructure',
    level: code === 0 ? 'info' : 'error',
    service: workload,
    key: `kubernetes-ending:${node.string('metadata', 'uid') ?? pod}:${container}:${at.written}`,
    fold: `Container ${container} of ${workload} ${reason} ${code}`,
    details: ended.string('message'),
    names: [workload, container, reason],
  });
}
