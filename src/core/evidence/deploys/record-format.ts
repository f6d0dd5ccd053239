import { EventCollector, type Fact } from '../event-collector.ts';
import type { JsonNode } from '../json-node.ts';
import { documentFindings, readDocuments } from '../read-documents.ts';
import type { EvidenceText, Format, Sample } from '../types.ts';

/** Everything a fact has but its time, which may be missing. */
export interface TimedFact extends Omit<Fact, 'at' | 'endedAt'> {
  /** The time as written. */
  readonly at: string | undefined;
  readonly endedAt?: string | undefined;
  /** Value it stands at; the whole record if absent. */
  readonly node?: JsonNode | undefined;
}

/** One kind of record that an API or webhook writes. */
export interface RecordShape {
  /** For people, as `deployment`. */
  readonly name: string;
  /** Paths (`deployment.sha`) that all have to be there and not null. Shapes are tried in order. */
  readonly signs: readonly string[];
  /** Facts that the record tells; none where it tells nothing that happened. */
  facts(record: JsonNode): readonly TimedFact[];
}

/** What makes a format out of shapes. */
export interface RecordFormatOptions {
  readonly id: string;
  readonly label: string;
  readonly shapes: readonly RecordShape[];
  /** Keys under which answers keep their list of records. */
  readonly lists: readonly string[];
}

/** A format of JSON or YAML records: one object, a list, an answer that holds a list, or one object per line. */
export function recordFormat({ id, label, shapes, lists }: RecordFormatOptions): Format {
  const shapeOf = (value: unknown): RecordShape | undefined => {
    return shapes.find(({ signs }) => signs.every((path) => at(value, path) !== undefined));
  };
  return {
    id,
    label,
    recognise: (sample) => recognise(sample, lists, shapeOf),
    read: (input, context) => {
      const events = new EventCollector(input, id, context);
      const seen = new Set<string>();
      const strange: JsonNode[] = [];
      for (const record of recordsOf(input, lists)) {
        const shape = shapeOf(record.value);
        if (shape === undefined) strange.push(record);
        else addFacts({ events, seen, shape }, record);
      }
      remarkStrange(events, strange, label);
      return events.reading(documentFindings(input));
    },
  };
}

interface Target {
  readonly events: EventCollector;
  readonly seen: Set<string>;
  readonly shape: RecordShape;
}

function addFacts({ events, seen, shape }: Target, record: JsonNode): void {
  for (const { at: written, endedAt, node, ...fact } of shape.facts(record)) {
    if (fact.key !== undefined && seen.has(fact.key)) continue;
    const time = events.time(written);
    if (time === null) {
      events.remark((node ?? record).start, untimed(shape.name, fact.text, written));
      continue;
    }
    if (fact.key !== undefined) seen.add(fact.key);
    events.add(node ?? record, { ...fact, at: time, endedAt: events.time(endedAt) ?? undefined });
  }
}

function untimed(
  name: string,
  text: string,
  written: string | undefined,
): { code: string; message: string; help: string } {
  const time = written === undefined ? 'no time' : `a time that cannot be read, “${written.slice(0, 60)}”`;
  return {
    code: 'event-without-time',
    message: `The ${name} “${text.slice(0, 80)}” has ${time}.`,
    help: 'It is left out of the timeline; add it by hand if it matters.',
  };
}

function remarkStrange(events: EventCollector, strange: readonly JsonNode[], label: string): void {
  const first = strange[0];
  if (first === undefined) return;
  events.remark(first.start, {
    code: 'evidence-records-skipped',
    severity: 'info',
    message: `${strange.length} ${strange.length === 1 ? 'record is' : 'records are'} of no kind that ${label} is known for.`,
    help: 'They are left out; the first one stands at this place.',
  });
}

/** The records of a text: containers are opened, half records at a cut are left to the finding. */
function recordsOf(input: EvidenceText, lists: readonly string[]): JsonNode[] {
  return readDocuments(input).roots.flatMap((root) => opened(root, lists, 0));
}

function opened(node: JsonNode, lists: readonly string[], depth: number): JsonNode[] {
  if (depth > 3) return [];
  if (node.type === 'array') return node.items().flatMap((item) => opened(item, lists, depth + 1));
  if (node.type !== 'object') return [];
  const list = lists.find((key) => node.get(key)?.type === 'array');
  return list === undefined ? [node] : node.items(list).flatMap((item) => opened(item, lists, depth + 1));
}

function recognise(sample: Sample, lists: readonly string[], shapeOf: (value: unknown) => unknown): number {
  const roots = sample.json === undefined ? sample.jsonLines : [sample.json];
  const records = roots.flatMap((root) => openedValues(root, lists, 0)).slice(0, 20);
  const known = records.filter((record) => shapeOf(record) !== undefined).length;
  return known === 0 ? 0 : 0.7 + (0.25 * known) / records.length;
}

function openedValues(value: unknown, lists: readonly string[], depth: number): unknown[] {
  if (depth > 3 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((item) => openedValues(item, lists, depth + 1));
  const list = lists.map((key) => at(value, key)).find((each) => Array.isArray(each));
  return list === undefined ? [value] : openedValues(list, lists, depth + 1);
}

/** The value below a dotted path; undefined where it is missing or null. */
function at(value: unknown, path: string): unknown {
  let below = value;
  for (const key of path.split('.')) {
    if (typeof below !== 'object' || below === null || !Object.hasOwn(below, key)) return undefined;
    below = (below as Readonly<Record<string, unknown>>)[key];
  }
  return below ?? undefined;
}
