import * as Y from 'yjs';

import { cellText, getValue, orderedRows, readRow, setCell, setValue, textAt } from '#core/shared-doc';

import { writeText } from './write-text.ts';

/**
 * Writes a proposed text at a path of the record: a Markdown field, a single value, or a cell of an item of a list, as
 * `actions.3.owner`. Throws a TypeError for a path that the document does not have.
 */
export function applyFix(doc: Y.Doc, fix: { readonly path: string; readonly value: string }): void {
  const path = fix.path.replaceAll(/\[(\d+)\]/gu, '.$1');
  const item = /^(?<list>.+?)\.(?<index>\d+)(?:\.(?<key>\w+))?$/u.exec(path)?.groups;
  if (item !== undefined)
    fixCell(doc, { list: item['list'] ?? '', index: Number(item['index']), key: item['key'] ?? 'text' }, fix.value);
  else fixField(doc, path, fix.value);
}

function fixField(doc: Y.Doc, path: string, value: string): void {
  if (path === 'severity.label' || path === 'severity') setValue(doc, 'severity', { label: value });
  else if (isValue(doc, path)) setValue(doc, path, value);
  else writeText(textAt(doc, path), value);
}

function isValue(doc: Y.Doc, path: string): boolean {
  try {
    getValue(doc, path);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

interface CellPlace {
  readonly list: string;
  readonly index: number;
  readonly key: string;
}

/** Rows that are not complete are no items of the record, so they do not count. */
function fixCell(doc: Y.Doc, { index, key, list }: CellPlace, value: string): void {
  const row = orderedRows(doc, list).filter((each) => readRow(each).complete)[index];
  if (row === undefined) throw new TypeError(`${list} has no item ${String(index)}.`);
  if (row.get(key) instanceof Y.Text) writeText(cellText(row, { list, key }), value);
  else setCell(row, { list, key }, value);
}
