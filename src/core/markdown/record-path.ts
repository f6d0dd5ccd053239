/** Dotted paths into a record: `incident.id`, `timeline.3.text`. Parts that are whole numbers index arrays. */

type Tree = Record<string, unknown>;

/** The value at a path, or undefined. */
export function getAt(record: object, path: string): unknown {
  let value: unknown = record;
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Tree)[part];
  }
  return value;
}

/** Sets the value at a path, making objects and arrays on the way. Changes `record`. */
export function setAt(record: object, path: string, value: unknown): void {
  const parts = path.split('.');
  let node = record as Tree;
  parts.forEach((part, index) => {
    if (index === parts.length - 1) {
      node[part] = value;
      return;
    }
    const next = parts[index + 1] ?? '';
    node[part] ??= /^\d+$/u.test(next) ? [] : {};
    node = node[part] as Tree;
  });
}

/** A value without structure of its own: text, number, flag, written time, list of moments, null. */
function isLeaf(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if ('written' in value && 'precision' in value) return true;
  return Array.isArray(value) && value.every((item) => typeof item !== 'object');
}

/** Every leaf of a record with its path, in order. Lists of plain texts are taken apart too. */
export function leavesOf(record: object): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  const visit = (value: unknown, path: string): void => {
    if (value === undefined) return;
    if (isLeaf(value) && !(Array.isArray(value) && !path.endsWith('.moments'))) leaves.set(path, value);
    else for (const [key, child] of Object.entries(value as Tree)) visit(child, path === '' ? key : `${path}.${key}`);
  };
  visit(record, '');
  return leaves;
}
