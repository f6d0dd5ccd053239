import type * as Y from 'yjs';

import { applyList } from './apply-list.ts';
import type { SharedContent } from './content.ts';
import { isTree, sameContent, valueAt, type Tree } from './record-tree.ts';
import { isTextPath, textAt, valuesOf, valueTypeAt } from './roots.ts';
import { LISTS, TEXT_MAPS, TEXT_PATHS, VALUE_MAPS, VALUES } from './shared-fields.data.ts';
import { getValue, setValue } from './values.ts';
import { writeText } from './write-text.ts';

/**
 * Makes the shared document say `next` with few small changes, so that cursors stay and what others type meanwhile
 * survives: texts change where they differ; rows are found by their id, or by what they say where `next.rows` does not
 * name them, and keep their side data then. Standing in `next.record` is passed over. One transaction.
 *
 * @param options.newId makes ids for new rows that `next.rows` does not name
 * @param options.origin origin of the transaction
 */
export function applyToSharedDoc(
  doc: Y.Doc,
  next: SharedContent,
  options: { readonly newId: () => string; readonly origin: unknown },
): void {
  doc.transact(() => {
    applyTexts(doc, next.record);
    applyValues(doc, next.record);
    for (const list of Object.keys(LISTS)) applyList({ doc, list }, next, options.newId);
  }, options.origin);
}

/**
 * Writes a post-mortem into an empty document.
 *
 * @param newId makes ids for rows that `content.rows` does not name
 */
export function fillSharedDoc(doc: Y.Doc, content: SharedContent, newId: () => string): void {
  applyToSharedDoc(doc, content, { newId, origin: 'fill' });
}

function applyTexts(doc: Y.Doc, record: object): void {
  for (const path of TEXT_PATHS) applyText(doc, path, valueAt(record, path));
  for (const map of TEXT_MAPS) {
    const open = valueAt(record, map);
    const entries: Tree = isTree(open) ? open : {};
    const known = [...doc.share.keys()].filter((name) => name.startsWith(`${map}.`));
    const wanted = Object.keys(entries).map((key) => `${map}.${key}`);
    for (const path of new Set([...known, ...wanted]))
      if (isTextPath(path)) applyText(doc, path, ownValue(entries, path.slice(map.length + 1)));
  }
}

function applyText(doc: Y.Doc, path: string, value: unknown): void {
  if (value === undefined && !doc.share.has(path)) return;
  writeText(textAt(doc, path), typeof value === 'string' ? value : '');
}

function applyValues(doc: Y.Doc, record: object): void {
  for (const path of Object.keys(VALUES)) applyValue(doc, path, valueAt(record, path));
  for (const map of Object.keys(VALUE_MAPS)) {
    const open = valueAt(record, map);
    const entries: Tree = isTree(open) ? open : {};
    const known = [...valuesOf(doc).keys()].filter((path) => path.startsWith(`${map}.`));
    const wanted = Object.keys(entries).map((key) => `${map}.${key}`);
    for (const path of new Set([...known, ...wanted]))
      if (valueTypeAt(path) !== undefined) applyValue(doc, path, ownValue(entries, path.slice(map.length + 1)));
  }
}

function applyValue(doc: Y.Doc, path: string, value: unknown): void {
  if (!sameContent(getValue(doc, path), value)) setValue(doc, path, value);
}

function ownValue(entries: Tree, key: string): unknown {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}
