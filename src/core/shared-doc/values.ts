import type * as Y from 'yjs';

import { readCell } from './read-cell.ts';
import { sameContent } from './record-tree.ts';
import { valuesOf, valueTypeAt } from './roots.ts';

/**
 * The single value at a path, in the shape of the record; undefined where there is none or it does not fit.
 *
 * @param path as `title`, `severity`, `incident.date` or `durations.ttd`
 */
export function getValue(doc: Y.Doc, path: string): unknown {
  const type = valueTypeAt(path);
  if (type === undefined) throw new TypeError(`"${path}" is no single value of the record.`);
  return readCell(type, valuesOf(doc).get(path));
}

/**
 * Writes the single value at a path; undefined takes it away. Writes nothing where the document says so already.
 *
 * @param path as `title`, `severity`, `incident.date` or `durations.ttd`
 */
export function setValue(doc: Y.Doc, path: string, value: unknown): void {
  const type = valueTypeAt(path);
  if (type === undefined) throw new TypeError(`"${path}" is no single value of the record.`);
  const values = valuesOf(doc);
  const next = readCell(type, value);
  if (next === undefined) {
    if (values.has(path)) values.delete(path);
  } else if (!sameContent(values.get(path), next)) values.set(path, next);
}
