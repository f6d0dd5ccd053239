import type { JsonNode } from '../json-node.ts';

/** The value at a dotted path (`event.data.assignees.0.id`), or undefined. */
export function nodeAt(node: JsonNode | undefined, path: string): JsonNode | undefined {
  const found = node?.get(...path.split('.').map((step) => (/^\d+$/u.test(step) ? Number(step) : step)));
  return found?.type === 'null' ? undefined : found;
}

/** The text at a dotted path: a non-blank string, or a number with its digits as written. */
export function text(node: JsonNode | undefined, path: string): string | undefined {
  const found = nodeAt(node, path);
  return found?.type === 'string' || found?.type === 'number' ? found.scalar()?.trim() : undefined;
}

/** The first text among several dotted paths. */
export function firstText(node: JsonNode | undefined, paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const found = text(node, path);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The complete elements of the list at a dotted path; none for anything else. */
export function list(node: JsonNode | undefined, path: string): readonly JsonNode[] {
  return nodeAt(node, path)?.items() ?? [];
}

/** Names and texts of the object at a dotted path (labels, tags); values that are no text are left out. */
export function pairs(node: JsonNode | undefined, path: string): readonly (readonly [string, string])[] {
  return (nodeAt(node, path)?.entries() ?? []).flatMap(([key, value]) => {
    const scalar = value.scalar();
    return scalar === undefined ? [] : [[key, scalar] as const];
  });
}

/** Lines `name: value` of what is known; undefined if nothing is. */
export function lines(fields: Readonly<Record<string, string | undefined>>): string | undefined {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return known.length === 0 ? undefined : known.map(([name, value]) => `${name}: ${value}`).join('\n');
}
