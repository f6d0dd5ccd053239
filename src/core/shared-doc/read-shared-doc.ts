import type * as Y from 'yjs';
import { Text as YText } from 'yjs';

import type { Finding } from '#core/errors';
import type { Postmortem } from '#core/record';

import type { RowMeta, Rows, SharedContent } from './content.ts';
import { readCell } from './read-cell.ts';
import { misfit, readList, type ListedRow } from './read-list.ts';
import { putAt, type Tree } from './record-tree.ts';
import { isTextPath, rootKind, textAt, valuesOf, valueTypeAt } from './roots.ts';
import { cellsOf, cellsToItem } from './row-cells.ts';
import { LISTS, REQUIRED_LISTS, TEXT_MAPS, TEXT_PATHS, VALUE_MAPS, VALUES } from './shared-fields.data.ts';
import { asProse } from './text-shape.ts';
import { orderTree } from './why-tree.ts';

/** What the shared document says, and what in it does not fit the record. */
export interface SharedReading extends SharedContent {
  readonly findings: Finding[];
}

/**
 * Reads the shared document. Never throws, whatever was written into it: what does not fit the record is left out with a
 * finding. The record is valid, has no standing (see `withStanding`) and its times are as written; `resolveRecord`
 * computes what follows from them.
 */
export function readSharedDoc(doc: Y.Doc): SharedReading {
  const findings: Finding[] = [];
  const record: Tree = {};
  readTexts(doc, record);
  readValues(doc, record, findings);
  const rows = readLists(doc, record, findings);
  reportUnknownRoots(doc, findings);
  return { record: record as Postmortem, rows, findings };
}

function readTexts(doc: Y.Doc, record: Tree): void {
  for (const path of TEXT_PATHS) {
    const text = readText(doc, path);
    if (text !== undefined) putAt(record, path, text);
  }
  for (const map of TEXT_MAPS) {
    const entries = openKeys([...doc.share.keys()], map).flatMap((key) => {
      const text = isTextPath(`${map}.${key}`) ? readText(doc, `${map}.${key}`) : undefined;
      return text === undefined ? [] : [[key, text] as const];
    });
    if (entries.length > 0) record[map] = Object.fromEntries(entries);
  }
}

function readText(doc: Y.Doc, path: string): string | undefined {
  // A document has far more fields than are ever filled in; asking for one would make it.
  return doc.share.has(path) ? asProse(textAt(doc, path).toJSON()) : undefined;
}

function openKeys(names: readonly string[], map: string): string[] {
  return names
    .filter((name) => name.startsWith(`${map}.`))
    .map((name) => name.slice(map.length + 1))
    .toSorted();
}

function readValues(doc: Y.Doc, record: Tree, findings: Finding[]): void {
  const values = valuesOf(doc);
  const open = new Map<string, [string, unknown][]>(Object.keys(VALUE_MAPS).map((map) => [map, []]));
  for (const path of [...values.keys()].toSorted()) {
    const type = valueTypeAt(path);
    const raw = values.get(path);
    const value = type && readCell(type, raw instanceof YText ? raw.toJSON() : raw);
    if (value === undefined) {
      if (raw !== null && raw !== undefined) findings.push(misfit(path, type === undefined ? 'unknown' : 'invalid'));
    } else if (Object.hasOwn(VALUES, path)) putAt(record, path, value);
    else {
      const [map = ''] = path.split('.');
      open.get(map)?.push([path.slice(map.length + 1), value]);
    }
  }
  for (const [map, entries] of open) if (entries.length > 0) record[map] = Object.fromEntries(entries);
}

function readLists(doc: Y.Doc, record: Tree, findings: Finding[]): Rows {
  const rows: Record<string, readonly RowMeta[]> = {};
  for (const list of REQUIRED_LISTS) putAt(record, list, []);
  for (const list of Object.keys(LISTS)) {
    if (!doc.share.has(list)) continue;
    const listed = readList(doc, list, findings);
    if (listed.length === 0) continue;
    const { items, metas } = Object.hasOwn(cellsOf(list), 'parent')
      ? readTree(listed, list, findings)
      : {
          items: listed.map(({ reading }) => cellsToItem(list, reading.cells)),
          metas: listed.map(({ meta }) => meta),
        };
    putAt(record, list, items);
    rows[list] = metas;
  }
  return rows;
}

function readTree(
  listed: readonly ListedRow[],
  list: string,
  findings: Finding[],
): { items: unknown[]; metas: RowMeta[] } {
  const tree = orderTree(listed, list, findings);
  return {
    items: tree.map(({ listed: { reading }, parent }) => cellsToItem(list, { ...reading.cells, parent })),
    metas: tree.map(({ listed: { meta } }) => meta),
  };
}

function reportUnknownRoots(doc: Y.Doc, findings: Finding[]): void {
  const unknown = [...doc.share.keys()].filter((name) => rootKind(name) === undefined);
  for (const name of unknown.toSorted().slice(0, 20)) findings.push(misfit(name, 'unknown'));
}
