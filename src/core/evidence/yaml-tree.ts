import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Node } from 'yaml';

import { JsonNode, type JsonParts, type JsonType } from './json-node.ts';
import type { JsonError } from './json-tree.ts';

const MOST_LEVELS = 100;

/**
 * Reads a YAML stream (documents separated by `---`) into the same nodes as JSON. Aliases stand for nothing: expanding
 * them can make a small file huge, and no tool that writes evidence uses them.
 */
export function readYaml(text: string): { readonly roots: JsonNode[]; readonly errors: JsonError[] } {
  const options = { schema: 'core', intAsBigInt: true, logLevel: 'silent', lineCounter: new LineCounter() } as const;
  const documents = parseAllDocuments(text, { ...options, prettyErrors: false });
  if (!Array.isArray(documents)) return { roots: [], errors: [] };
  const roots = documents.flatMap(({ contents }) => (contents === null ? [] : [convert(contents, 0)]));
  const errors = documents.flatMap((document) =>
    document.errors.map(({ message, pos }) => ({ message: `YAML: ${message}`, offset: pos[0] })),
  );
  return { roots, errors: errors.slice(0, 20) };
}

function convert(node: Node, depth: number): JsonNode {
  const [start, end] = node.range ?? [0, 0];
  const bare = { start, end, complete: true, text: '', children: [], keys: [] };
  if (depth > MOST_LEVELS || isAlias(node)) return new JsonNode({ ...bare, type: 'null' });
  if (isMap(node)) return new JsonNode({ ...bare, type: 'object', ...pairs(node.items, depth) });
  if (isSeq(node)) {
    const children = node.items.flatMap((item) => (isNode(item) ? [convert(item, depth + 1)] : []));
    return new JsonNode({ ...bare, type: 'array', children });
  }
  const value = isScalar(node) ? node.value : null;
  return new JsonNode({ ...bare, ...scalarParts(value, isScalar(node) ? node.source : undefined) });
}

function pairs(
  items: readonly { key: unknown; value: unknown }[],
  depth: number,
): Pick<JsonParts, 'keys' | 'children'> {
  const keys: string[] = [];
  const children: JsonNode[] = [];
  for (const { key, value } of items) {
    if (!isScalar(key) || !isNode(value)) continue;
    keys.push(String(key.value));
    children.push(convert(value, depth + 1));
  }
  return { keys, children };
}

function isNode(value: unknown): value is Node {
  return isMap(value) || isSeq(value) || isScalar(value) || isAlias(value);
}

function scalarParts(value: unknown, source: string | undefined): { type: JsonType; text: string } {
  if (typeof value === 'string') return { type: 'string', text: value };
  if (typeof value === 'bigint') return { type: 'number', text: value.toString() };
  if (typeof value === 'number') return { type: 'number', text: source ?? String(value) };
  if (typeof value === 'boolean') return { type: 'boolean', text: String(value) };
  return { type: 'null', text: 'null' };
}
