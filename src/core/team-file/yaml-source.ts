import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

import type { Finding, Place } from '#core/errors';

/** Keys and indexes from the top of a YAML document. */
export type YamlPath = readonly (string | number)[];

/** A YAML document as plain data that still knows where everything stands. */
export interface YamlSource {
  /** Undefined for an empty document, and for one that cannot be read. */
  readonly value: unknown;
  readonly findings: readonly Finding[];
  /** Place of the key or item at a path; of the nearest thing around it where there is none. */
  readonly placeOf: (path: YamlPath) => Place;
}

/** File name for places, and how many lines stand before the text in its file. */
export interface YamlOrigin {
  readonly file?: string;
  readonly linesBefore?: number;
}

/** Reads YAML 1.2. Never throws: what is no YAML is a finding with its line. */
export function readYaml(text: string, origin: YamlOrigin): YamlSource {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, logLevel: 'silent', prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    const before = origin.linesBefore ?? 0;
    return { ...(origin.file === undefined ? {} : { file: origin.file }), line: line + before, column: col };
  };
  const findings = document.errors.map((error) => unreadable(error.message, placeAt(error.pos[0])));
  const contents: unknown = document.contents;
  const unfolded = findings.length > 0 ? { value: undefined, findings } : unfold(() => document.toJS(), placeAt(0));
  return { ...unfolded, placeOf: (path) => placeAt(isNode(contents) ? offsetOf(contents, path) : 0) };
}

/** An alias may stand for so much that unfolding it is refused. */
function unfold(read: () => unknown, place: Place): { value: unknown; findings: Finding[] } {
  try {
    return { value: read() ?? undefined, findings: [] };
  } catch (error) {
    return { value: undefined, findings: [unreadable(error instanceof Error ? error.message : String(error), place)] };
  }
}

function unreadable(reason: string, place: Place): Finding {
  const sentence = reason.trim().replace(/[.:]?$/u, '');
  return {
    code: 'team-file-unreadable',
    severity: 'error',
    message: `It is not readable as YAML: ${sentence}.`,
    place,
    help: 'Look at the line and the one before it; texts with ":" or "#" in them, or with ">" in front, need quotes.',
  };
}

function offsetOf(top: Node, path: YamlPath): number {
  let node: unknown = top;
  let offset = top.range?.[0] ?? 0;
  for (const step of path) {
    const next = stepInto(node, step);
    if (next === undefined) return offset;
    offset = next.offset ?? offset;
    node = next.node;
  }
  return offset;
}

function stepInto(node: unknown, step: string | number): { node: unknown; offset: number | undefined } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => (isScalar(key) ? String(key.value) : '') === String(step));
    if (pair === undefined) return undefined;
    return { node: pair.value, offset: isNode(pair.key) ? pair.key.range?.[0] : undefined };
  }
  if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
    const item = node.items[step];
    return { node: item, offset: isNode(item) ? item.range?.[0] : undefined };
  }
  return undefined;
}
