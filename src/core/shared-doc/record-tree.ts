/** A record seen as a tree of unknown values. */
export type Tree = Record<string, unknown>;

/** True for objects that are neither arrays nor null. */
export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a dotted path of at most two keys, or undefined. */
export function valueAt(tree: object, path: string): unknown {
  const [first = '', second] = path.split('.');
  const value = (tree as Tree)[first];
  if (second === undefined) return value;
  return isTree(value) ? value[second] : undefined;
}

/** Puts a value at a dotted path of at most two keys. Changes `tree`. */
export function putAt(tree: Tree, path: string, value: unknown): void {
  const [first = '', second] = path.split('.');
  if (second === undefined) {
    tree[first] = value;
    return;
  }
  const inner = tree[first];
  if (isTree(inner)) inner[second] = value;
  else tree[first] = { [second]: value };
}

/** Same content, whatever the order of keys; undefined counts as absent. */
export function sameContent(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => sameContent(item, right[index]));
  if (!isTree(left) || !isTree(right)) return false;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => sameContent(left[key], right[key]));
}
