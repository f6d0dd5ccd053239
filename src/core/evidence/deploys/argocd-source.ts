import type { JsonNode } from '../json-node.ts';

/** What a deployment sets besides the commit: path in the tree to its value as written. */
type Settings = ReadonlyMap<string, string>;

/** Settings of an entry of the history that differ from the entry before, as `image.tag=1.20.0`. */
export function argocdChanges(previous: JsonNode | undefined, entry: JsonNode): string[] {
  if (previous === undefined) return [];
  const before = settingsOf(previous);
  const after = settingsOf(entry);
  const set = [...after]
    .filter(([name, value]) => before.get(name) !== value)
    .map(([name, value]) => `${name}=${value}`);
  const gone = [...before.keys()].filter((name) => !after.has(name)).map((name) => `${name} removed`);
  return [...set, ...gone];
}

function settingsOf(entry: JsonNode): Settings {
  const sources = [entry.get('source'), ...entry.items('sources')].filter((source) => source !== undefined);
  return new Map(sources.flatMap((source) => [...leaves(source, '')]));
}

/** Lists of `{name, value}` are read by name; everything else by its path. */
function* leaves(node: JsonNode, path: string): Generator<[string, string]> {
  if (node.type === 'object') {
    for (const [key, child] of node.entries()) yield* leaves(child, path === '' ? key : `${path}.${key}`);
  } else if (node.type === 'array') {
    for (const [position, item] of node.items().entries()) yield* listed(item, `${path}.${position}`);
  } else yield [path, node.scalar() ?? ''];
}

function* listed(item: JsonNode, path: string): Generator<[string, string]> {
  const name = item.string('name');
  if (name === undefined || item.get('value') === undefined) yield* leaves(item, path);
  else yield [name, item.scalar('value') ?? ''];
}
