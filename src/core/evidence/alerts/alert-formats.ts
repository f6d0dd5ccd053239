import type { JsonNode } from '../json-node.ts';
import { documentFindings, readDocuments } from '../read-documents.ts';
import { indexText } from '../source-text.ts';
import type { EvidenceText, Format, Reading, Sample } from '../types.ts';
import { type AlertShape, asObject, type PlainObject } from './alert-shape.ts';
import { FactCollector } from '../facts/fact-collector.ts';
import { nodeAt } from '../facts/json-fields.ts';

/** Records looked at to recognise a file. */
const LOOKED_AT = 20;
/** A record that is less like a shape than this is not of that shape. */
const LEAST_LIKENESS = 0.3;
/** Fields in which request recorders and queues keep the body they received. */
const WRAPPERS: readonly string[] = ['body', 'payload', 'json', 'request.body', 'content'];

/**
 * One format for each shape. A file may hold one record, a list, JSON lines or documents one after another; it is
 * recognised by the shape most of its first records have, and a record of another shape is read by that one's rules.
 */
export function alertFormatsOf(shapes: readonly AlertShape[]): readonly Format[] {
  return shapes.map((shape) => ({
    id: shape.id,
    label: shape.label,
    recognise: (sample) => recognise(sample, shape),
    read: (input) => read(input, [shape, ...shapes.filter((other) => other !== shape)]),
  }));
}

function recognise(sample: Sample, shape: AlertShape): number {
  const scores = recordsOfSample(sample).map((record) => shape.fits(record));
  const best = Math.max(0, ...scores);
  if (best <= LEAST_LIKENESS) return 0;
  return best * (0.5 + 0.5 * (scores.filter((score) => score > 0.5).length / Math.max(1, scores.length)));
}

const samples = new WeakMap<Sample, readonly PlainObject[]>();

function recordsOfSample(sample: Sample): readonly PlainObject[] {
  const known = samples.get(sample);
  if (known !== undefined) return known;
  const values = sample.json === undefined ? sample.jsonLines : [sample.json];
  const records = values.flatMap((value) =>
    Array.isArray(value) ? (value as unknown[]).slice(0, LOOKED_AT) : [value],
  );
  const plain = records.slice(0, LOOKED_AT).map((record) => unwrapPlain(asObject(record)));
  samples.set(sample, plain);
  return plain;
}

/** The body a request recorder kept beside its headers; anything else as it is. */
function unwrapPlain(record: PlainObject): PlainObject {
  if (!('headers' in record) && !('headers' in asObject(record['request']))) return record;
  const bodies = WRAPPERS.map((path) => path.split('.').reduce<PlainObject>((at, key) => asObject(at[key]), record));
  return bodies.find((body) => Object.keys(body).length > 0) ?? record;
}

function unwrap(record: JsonNode): JsonNode {
  if (record.get('headers') === undefined && record.get('request', 'headers') === undefined) return record;
  const bodies = WRAPPERS.map((path) => nodeAt(record, path));
  return bodies.find((body) => (body?.entries().length ?? 0) > 0) ?? record;
}

function read(input: EvidenceText, shapes: readonly AlertShape[]): Reading {
  const out = new FactCollector(indexText(input));
  const roots = readDocuments(input).roots;
  for (const record of roots.flatMap((root) => (root.type === 'array' ? root.items() : [root]))) {
    readRecord(unwrap(record), shapes, out);
  }
  const { events, findings } = out.reading();
  return { events, findings: [...documentFindings(input), ...findings] };
}

function readRecord(record: JsonNode, shapes: readonly AlertShape[], out: FactCollector): void {
  const plain = asObject(record.value);
  const [own] = shapes;
  const ranked = shapes.map((shape) => ({ shape, score: shape.fits(plain) + (shape === own ? 0.05 : 0) }));
  const best = ranked.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score > LEAST_LIKENESS) {
    out.begin(best.shape.id);
    best.shape.read(record, out);
    return;
  }
  out.remark(record, {
    code: 'evidence-record-unreadable',
    message: `This record is no ${own?.label ?? 'alert'} record: its fields are ${fieldsOf(plain)}.`,
    help: 'The other records are read; look at this one by hand.',
  });
}

function fieldsOf(plain: PlainObject): string {
  const names = Object.keys(plain)
    .slice(0, 8)
    .map((name) => `"${name.slice(0, 40)}"`);
  return names.length === 0 ? 'none' : names.join(', ');
}
