import type { JsonNode } from '../json-node.ts';
import { documentFindings, readDocuments } from '../read-documents.ts';
import { indexText, placeAt, sourceAt } from '../source-text.ts';
import type { EvidenceText, ReadContext, Reading, Sample } from '../types.ts';
import { serviceOfFile } from './file-service.ts';
import { fieldRecord } from './json-record.ts';
import { fieldLineRecord } from './line-record.ts';
import { createLogClock } from './log-clock.ts';
import { createLogFindings } from './log-findings.ts';
import { recordEvent } from './record-event.ts';
import { type LogReading, recordTime } from './record-time.ts';
import { type RecordEvent, tellRecords } from './story/index.ts';

/** Where exports of log services keep their records: CloudWatch, Elasticsearch, Datadog and others. */
const LIST_PATHS: readonly (readonly string[])[] = [
  ['events'],
  ['logs'],
  ['hits', 'hits'],
  ['entries'],
  ['records'],
  ['results'],
  ['data'],
];
/** Objects around a record that has the time inside. */
const INNER_KEYS: readonly string[] = ['_source', 'attributes', 'log'];
const LOOKED_AT = 50;

/** Score of a JSON document (or several, pretty-printed) whose values are log records. */
export function recogniseJsonRecords({ json, jsonLines }: Sample): number {
  const values = (json === undefined ? jsonLines : listIn(json)).slice(0, LOOKED_AT);
  if (values.length === 0) return 0;
  return values.every((value) => isRecord(value)) ? 0.55 : 0;
}

function listIn(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  for (const path of LIST_PATHS) {
    const list = path.reduce<unknown>((value, key) => property(value, key), json);
    if (Array.isArray(list)) return list;
  }
  return [];
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function isRecord(value: unknown): boolean {
  const record = [value, ...INNER_KEYS.map((key) => property(value, key))].map((inner) => fieldRecord(inner, ''));
  return record.some((found) => found !== null && found.hasMessage);
}

/** Reads the records of a JSON document, each with its place. */
export function readJsonRecords(input: EvidenceText, context: ReadContext): Reading {
  const index = indexText(input);
  const reading: LogReading = {
    index,
    format: 'json-records',
    clock: createLogClock(input, context, { stamps: [], midnights: 0 }),
    findings: createLogFindings(input.file),
    fileService: serviceOfFile(input.file),
  };
  const events = readDocuments(input)
    .roots.flatMap((root) => nodesIn(root))
    .flatMap((node) => eventOf(reading, node) ?? []);
  const { notes, zone } = reading.clock;
  return {
    events: tellRecords(events, context.window),
    findings: [...reading.findings.finish(notes, zone), ...documentFindings(input)],
  };
}

function nodesIn(root: JsonNode): readonly JsonNode[] {
  if (root.type === 'array') return root.items();
  const path = LIST_PATHS.find((keys) => root.get(...keys)?.type === 'array');
  return path === undefined ? [root] : root.items(...path);
}

function eventOf(reading: LogReading, node: JsonNode): RecordEvent | null {
  const { index } = reading;
  const raw = index.input.text.slice(node.start, node.end);
  const values = [node.value, ...INNER_KEYS.map((key) => node.at(key)?.value)];
  const found = values.map((value) => fieldRecord(value, raw)).find((record) => record !== null);
  if (found === undefined || found === null) {
    reading.findings.lost('no-time', placeAt(index, node.start), raw);
    return null;
  }
  const record = fieldLineRecord(found);
  return recordEvent({
    record,
    at: recordTime(reading, record, node.start),
    source: sourceAt(index, reading.format, node),
    details: undefined,
    fileService: reading.fileService,
  });
}
