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
  const records = readDocuments(input).roots.flatMap((root) => (root.type === 'array' ? root.items() : [root]));
  const skipped = records.filter((record) => !readRecord(unwrap(record), shapes, out));
  remarkSkipped(skipped, shapes[0]?.label ?? 'alert', out);
  const { events, findings } = out.reading();
  return { events, findings: [...documentFindings(input), ...findings] };
}

/** Reads a record by the shape it is most like, the file's own before others; false if it is like none. */
function readRecord(record: JsonNode, shapes: readonly AlertShape[], out: FactCollector): boolean {
  const plain = asObject(record.value);
  const ranked = shapes.map((shape, at) => ({ shape, score: shape.fits(plain) + (at === 0 ? 0.05 : 0) }));
  const best = ranked.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score <= LEAST_LIKENESS) return false;
  out.begin(best.shape.id);
  best.shape.read(record, out);
  for (const part of otherParts(plain, best.shape, shapes)) {
    out.continueAs(part.id);
    part.read(record, out);
  }
  return true;
}

/** Further shapes of a record that bundles several answers (`{incident, log_entries, notes}`), each under its own key. */
function otherParts(plain: PlainObject, best: AlertShape, shapes: readonly AlertShape[]): readonly AlertShape[] {
  if (best.keys === undefined) return [];
  const others = shapes.filter(({ keys }) => keys !== best.keys && keys?.some((key) => key in plain) === true);
  return others.filter((shape) => shape.fits(plain) > 0.7);
}

/** One finding for all of them: a file may hold thousands. */
function remarkSkipped(skipped: readonly JsonNode[], label: string, out: FactCollector): void {
  const [first] = skipped;
  if (first === undefined) return;
  out.remark(first, {
    code: 'evidence-records-skipped',
    message: `${skipped.length} ${skipped.length === 1 ? 'record is' : 'records are'} of no kind that is known beside ${label}; the first one has ${fieldsOf(asObject(first.value))}.`,
    help: 'The other records are read; look at the first of these at this place.',
  });
}

function fieldsOf(plain: PlainObject): string {
  const names = Object.keys(plain)
    .slice(0, 8)
    .map((name) => `“${name.slice(0, 40)}”`);
  return names.length === 0 ? 'no fields' : `the fields ${names.join(', ')}`;
}
