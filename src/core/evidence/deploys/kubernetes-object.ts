import type { JsonNode } from '../json-node.ts';
import { readDocuments } from '../read-documents.ts';
import type { EvidenceText } from '../types.ts';

/** Characters of the endings that Kubernetes generates; older pod template hashes are decimal. */
const POD_ENDING = /-[bcdfghjklmnpqrstvwxz2456789]{5}$/u;
const TEMPLATE_HASH = /-(?:[bcdfghjklmnpqrstvwxz2456789]{6,10}|\d{6,10})$/u;

/** The newest state of every object in a text: lists are opened, watch events unwrapped, earlier states left out. */
export function kubernetesObjects(input: EvidenceText): JsonNode[] {
  const newest = new Map<string, JsonNode>();
  let unnamed = 0;
  for (const object of readDocuments(input).roots.flatMap((root) => objectsIn(root))) {
    const id = object.string('metadata', 'uid') ?? `no uid ${unnamed++}`;
    newest.delete(id);
    newest.set(id, object);
  }
  return [...newest.values()];
}

function objectsIn(node: JsonNode): readonly JsonNode[] {
  if (node.type === 'array') return node.items().flatMap((item) => objectsIn(item));
  if (node.get('items')?.type === 'array') return node.items('items').map((item) => item.get('object') ?? item);
  const watched = node.string('type') === undefined ? undefined : node.get('object');
  return [watched?.get('metadata') === undefined ? node : watched];
}

/** Workload that an object belongs to: the deployment of a replica set or pod, else the object itself. */
export function workloadOf(kind: string | undefined, name: string): string {
  if (kind === 'ReplicaSet') return name.replace(TEMPLATE_HASH, '');
  if (kind !== 'Pod') return name;
  const owner = name.replace(POD_ENDING, '');
  return owner === name ? name.replace(/-\d{1,3}$/u, '') : owner.replace(TEMPLATE_HASH, '');
}
