import { EventCollector } from '../event-collector.ts';
import type { JsonNode } from '../json-node.ts';
import { documentFindings } from '../read-documents.ts';
import type { EvidenceText, Format, Lookups, ReadContext, Reading, Sample } from '../types.ts';
import { addKubernetesEvent } from './kubernetes-event.ts';
import { kubernetesObjects } from './kubernetes-object.ts';
import { addPodEndings } from './pod-endings.ts';
import { addReplicaSet, revisionTimes } from './replica-sets.ts';

const ID = 'kubernetes';

/** What each kind of object tells; other kinds have no times of their own. */
const READERS: ReadonlyMap<string, (events: EventCollector, node: JsonNode) => void> = new Map([
  ['Event', addKubernetesEvent],
  ['ReplicaSet', addReplicaSet],
  ['Pod', addPodEndings],
]);

/** Objects as `kubectl get … -o json`, `-o yaml` or a watch prints them: events, replica sets and pods. */
export const kubernetes: Format = { id: ID, label: 'Kubernetes objects and events', recognise, provide, read };

/** Argo CD applications are Kubernetes objects, too, and have a reader of their own. */
function recognise({ json, jsonLines }: Sample): number {
  const kinds = (json === undefined ? jsonLines : [json]).flatMap((value) => kindsIn(value));
  if (kinds.length === 0) return 0;
  return kinds.some((kind) => READERS.has(kind)) ? 0.95 : 0.5;
}

function kindsIn(value: unknown, depth = 0): string[] {
  if (Array.isArray(value)) return depth > 2 ? [] : value.slice(0, 50).flatMap((item) => kindsIn(item, depth + 1));
  const { apiVersion, kind, items, object } = Object(value) as Readonly<Record<string, unknown>>;
  if (Array.isArray(items)) return kindsIn(items, depth + 1);
  if (typeof object === 'object' && object !== null && kind === undefined) return kindsIn(object, depth + 1);
  return typeof apiVersion === 'string' && typeof kind === 'string' ? [kind] : [];
}

function provide(input: EvidenceText): Partial<Lookups> {
  const context: ReadContext = { now: '', lookups: { people: new Map(), revisions: new Map(), channels: new Map() } };
  const sets = kubernetesObjects(input).filter((node) => node.string('kind') === 'ReplicaSet');
  return { revisions: revisionTimes(new EventCollector(input, ID, context), sets) };
}

function read(input: EvidenceText, context: ReadContext): Reading {
  const events = new EventCollector(input, ID, context);
  const objects = kubernetesObjects(input);
  for (const node of objects) READERS.get(node.string('kind') ?? '')?.(events, node);
  const findings = documentFindings(input);
  return events.reading(events.count === 0 ? [...findings, nothing(input.file, objects.length)] : findings);
}

function nothing(file: string, count: number): Reading['findings'][number] {
  return {
    code: 'evidence-without-events',
    severity: 'info',
    message: `${file} holds ${count} Kubernetes ${count === 1 ? 'object' : 'objects'} and none that tells when something happened.`,
    place: { file },
    help: 'Export events and replica sets with: kubectl get events,replicasets -A -o json',
  };
}
