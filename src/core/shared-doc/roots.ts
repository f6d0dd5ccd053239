import type * as Y from 'yjs';

import type { CellType } from './cell-type.ts';
import { LISTS, TEXT_MAPS, TEXT_PATHS, VALUE_MAPS, VALUES } from './shared-fields.data.ts';

/** Name of the shared map that holds every field with a single value. */
const VALUES_ROOT = 'values';

const textPaths: ReadonlySet<string> = new Set(TEXT_PATHS);

/** A row of a list as the shared document holds it. Read it with `readRow`. */
export type SharedRow = Y.Map<unknown>;

/** Type of the single value at a path, as `title` or `durations.ttd`; undefined if there is none at this path. */
export function valueTypeAt(path: string): CellType | undefined {
  const key = Object.keys(VALUE_MAPS).find(
    (map) => path.startsWith(`${map}.`) && isOpenKey(path.slice(map.length + 1)),
  );
  return key === undefined ? (Object.hasOwn(VALUES, path) ? VALUES[path] : undefined) : VALUE_MAPS[key];
}

/** True for the path of a Markdown field, as `summary.text` or `introductions.timeline`. */
export function isTextPath(path: string): boolean {
  return (
    textPaths.has(path) || TEXT_MAPS.some((map) => path.startsWith(`${map}.`) && isOpenKey(path.slice(map.length + 1)))
  );
}

/** True for the path of a list, as `timeline` or `impact.systems`. */
export function isListPath(path: string): boolean {
  return Object.hasOwn(LISTS, path);
}

/** Keys of open sets are lines; `__proto__` is no key anywhere. */
function isOpenKey(key: string): boolean {
  return key !== '__proto__' && /^\S(?:[^\r\n]*\S)?$/u.test(key);
}

/**
 * The shared text of a Markdown field. It is there in every document under its own name, so that two people who start to
 * type at once write into the same one.
 *
 * @param path as `summary.text` or `introductions.timeline`
 */
export function textAt(doc: Y.Doc, path: string): Y.Text {
  if (!isTextPath(path)) throw new TypeError(`"${path}" is no Markdown field of the record.`);
  return doc.getText(path);
}

/**
 * The shared array of a list. Its order is not the order of the rows, which `orderedRows` knows; write to it with
 * `insertRow`, `moveRow` and `deleteRow`.
 *
 * @param path as `timeline` or `impact.systems`
 */
export function listAt(doc: Y.Doc, path: string): Y.Array<SharedRow> {
  if (!isListPath(path)) throw new TypeError(`"${path}" is no list of the record.`);
  return doc.getArray<SharedRow>(path);
}

/** The shared map of all single values, by path. */
export function valuesOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap(VALUES_ROOT);
}

/** What lives under a name at the root of the document; undefined for a name that is not ours. */
export function rootKind(name: string): 'text' | 'list' | 'values' | undefined {
  if (name === VALUES_ROOT) return 'values';
  if (isListPath(name)) return 'list';
  return isTextPath(name) ? 'text' : undefined;
}
