import type { EventCollector, Fact } from '../event-collector.ts';
import { sourceAt } from '../source-text.ts';
import type { JsonNode } from '../json-node.ts';
import type { RevisionTime } from '../types.ts';
import { workloadOf } from './kubernetes-object.ts';

const REVISION = 'deployment.kubernetes.io/revision';
/** Revisions that the same replica set had before; a rollback gives it a new one without creating it anew. */
const HISTORY = 'deployment.kubernetes.io/revision-history';
const CAUSE = 'kubernetes.io/change-cause';

/** A replica set as the rollout that created it. */
interface Rollout {
  readonly deployment: string;
  readonly namespace: string;
  /** Revision it had when it was created. */
  readonly revision: string;
  /** Revision it has now, if a rollback gave it another one. */
  readonly returned: string | undefined;
  readonly images: readonly string[];
}

/** Identity of a revision across `kubectl rollout history` and replica sets. */
export function revisionKey(namespace: string, deployment: string, revision: string): string {
  return `rollout:${namespace}/${deployment}#${revision}`;
}

function rolloutOf(node: JsonNode): Rollout | null {
  const current = node.scalar('metadata', 'annotations', REVISION);
  const name = node.string('metadata', 'name');
  if (current === undefined || name === undefined) return null;
  const first = node.scalar('metadata', 'annotations', HISTORY)?.split(',')[0]?.trim();
  const owner = node.items('metadata', 'ownerReferences').find((each) => each.string('kind') === 'Deployment');
  const containers = ['initContainers', 'containers'].flatMap((list) => node.items('spec', 'template', 'spec', list));
  return {
    deployment: owner?.string('name') ?? workloadOf('ReplicaSet', name),
    namespace: node.string('metadata', 'namespace') ?? '',
    revision: first === undefined || first === '' ? current : first,
    returned: first === undefined || first === '' || first === current ? undefined : current,
    images: containers.flatMap((container) => container.string('image') ?? []),
  };
}

/** Adds the rollout that created a replica set. */
export function addReplicaSet(events: EventCollector, node: JsonNode): void {
  const rollout = rolloutOf(node);
  const at = events.time(node.string('metadata', 'creationTimestamp'));
  if (rollout === null || at === null) return remarkUnusable(events, node);
  events.add(node, { at, ...factOf(rollout, node) });
  if (rollout.returned !== undefined) remarkReturned(events, node, rollout);
}

function factOf({ deployment, namespace, revision, images }: Rollout, node: JsonNode): Omit<Fact, 'at'> {
  const cause = node.string('metadata', 'annotations', CAUSE);
  const what = images.length === 0 ? '' : ` with ${images.join(', ')}`;
  return {
    text: `Deployment ${deployment}: revision ${revision}${what}${cause === undefined ? '' : `: ${cause}`}`,
    kind: 'rollout',
    service: deployment,
    key: revisionKey(namespace, deployment, revision),
    names: [deployment, node.string('metadata', 'name') ?? '', ...images].filter((name) => name !== ''),
  };
}

function remarkUnusable(events: EventCollector, node: JsonNode): void {
  events.remark(node.start, {
    code: 'rollout-without-revision',
    severity: 'info',
    message: `Replica set ${node.string('metadata', 'name') ?? 'without a name'} has no revision or no creation time.`,
    help: 'Only replica sets that belong to a deployment tell about rollouts.',
  });
}

function remarkReturned(events: EventCollector, node: JsonNode, { deployment, revision, returned }: Rollout): void {
  events.remark(node.start, {
    code: 'rollout-without-time',
    message: `Revision ${returned} of ${deployment} brought revision ${revision} back; no object records when.`,
    help: 'The event “Scaled up replica set” tells, as long as the cluster keeps it: kubectl get events -A -o json',
  });
}

/** Times of revisions, for `kubectl rollout history`, by `namespace/deployment#revision`. */
export function revisionTimes(events: EventCollector, nodes: readonly JsonNode[]): Map<string, RevisionTime> {
  const times = new Map<string, RevisionTime>();
  for (const node of nodes) {
    const rollout = rolloutOf(node);
    const at = events.time(node.string('metadata', 'creationTimestamp'));
    if (rollout === null || at === null) continue;
    const source = sourceAt(events.index, 'kubernetes', node);
    times.set(`${rollout.namespace}/${rollout.deployment}#${rollout.revision}`, { at, source, images: rollout.images });
  }
  return times;
}
