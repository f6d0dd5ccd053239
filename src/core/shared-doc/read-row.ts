import * as Y from 'yjs';

import type { WrittenTime } from '#core/time';

import type { RowCell } from './cell-type.ts';
import type { RowMeta } from './content.ts';
import { readCell } from './read-cell.ts';
import { isTree, type Tree } from './record-tree.ts';
import { isListPath, type SharedRow } from './roots.ts';
import { cellsOf, META_KEYS } from './row-cells.ts';

/** Something in a row that does not fit the record. */
export interface RowProblem {
  readonly kind: 'invalid' | 'unknown';
  readonly key: string;
}

/** One row of the shared document, in the shapes of the record. The same object for as long as the row does not change. */
export interface RowReading {
  readonly meta: RowMeta;
  /** Cells by key. Absent where a row says nothing; `parent` is the id of a row here. */
  readonly cells: Readonly<Tree>;
  /** False while a cell that the record needs is empty; the record leaves such a row out. */
  readonly complete: boolean;
  readonly problems: readonly RowProblem[];
}

const ROW_ID = /^[\w-]{1,64}$/u;
const metaKeys: ReadonlySet<string> = new Set(Object.values(META_KEYS));
const readings = new WeakMap<SharedRow, RowReading>();
const watched = new WeakSet<Y.Doc>();

/** True for the id of a row. */
export function isRowId(value: unknown): value is string {
  return typeof value === 'string' && ROW_ID.test(value);
}

/**
 * Reads one row. Readings are kept until the row changes, so a long list costs only its changed rows, and a view can
 * compare readings by identity. A row that has no usable id of its own has the id `''`.
 */
export function readRow(row: SharedRow): RowReading {
  const { doc } = row;
  // Within a transaction a row may change between two calls, so nothing is kept then.
  // oxlint-disable-next-line no-underscore-dangle -- the only way to ask whether a transaction is under way
  if (doc === null || doc._transaction !== null) return takeReading(row);
  watch(doc);
  const known = readings.get(row);
  if (known !== undefined) return known;
  const reading = takeReading(row);
  readings.set(row, reading);
  return reading;
}

/** Forgets the readings of rows that a transaction changed, before anybody hears of the change. */
function watch(doc: Y.Doc): void {
  if (watched.has(doc)) return;
  watched.add(doc);
  doc.on('beforeObserverCalls', (transaction: Y.Transaction) => {
    for (const changed of transaction.changed.keys())
      for (let type: unknown = changed; type instanceof Y.AbstractType; type = type.parent)
        if (type instanceof Y.Map) readings.delete(type as SharedRow);
  });
}

function takeReading(row: SharedRow): RowReading {
  const cells: Tree = {};
  const problems: RowProblem[] = [];
  const table = cellsOf(listOf(row));
  let complete = true;
  for (const [key, cell] of Object.entries(table)) {
    const raw = row.get(key);
    const value = readCell(cell, raw instanceof Y.Text ? raw.toJSON() : raw);
    if (value !== undefined) cells[key] = value;
    else if (cell.nullable === true) cells[key] = null;
    else if (cell.required === true) complete = false;
    if (value === undefined && isLost(cell, raw)) problems.push({ kind: 'invalid', key });
  }
  for (const key of [...row.keys()].toSorted())
    if (!Object.hasOwn(table, key) && !metaKeys.has(key)) problems.push({ kind: 'unknown', key });
  return { meta: readMeta(row), cells, complete, problems };
}

const listNames = new WeakMap<object, string>();

function listOf(row: SharedRow): string {
  const { parent } = row;
  if (!(parent instanceof Y.Array) || parent.parent !== null) return '';
  const known = listNames.get(parent);
  if (known !== undefined) return known;
  const name = Y.findRootTypeKey(parent);
  const list = isListPath(name) ? name : '';
  listNames.set(parent, list);
  return list;
}

/** True where a cell holds something and reads as nothing. */
function isLost(cell: RowCell, raw: unknown): boolean {
  if (raw === undefined || raw === null) return false;
  if (raw instanceof Y.Text) return cell.type !== 'prose';
  if (typeof raw === 'string') return raw.trim() !== '';
  return !(Array.isArray(raw) && raw.length === 0);
}

function readMeta(row: SharedRow): RowMeta {
  const id = row.get(META_KEYS.id);
  const original = readOriginal(row.get(META_KEYS.original));
  const sources = readLines(row.get(META_KEYS.sources));
  const attachments = readLines(row.get(META_KEYS.attachments))?.filter((hash) => /^[0-9a-f]{64}$/u.test(hash));
  const fold = row.get(META_KEYS.fold);
  return {
    id: isRowId(id) ? id : '',
    ...(original === undefined ? {} : { original }),
    ...(sources === undefined ? {} : { sources }),
    ...(attachments === undefined || attachments.length === 0 ? {} : { attachments }),
    ...(isRowId(fold) ? { fold } : {}),
  };
}

function readOriginal(value: unknown): RowMeta['original'] {
  if (!isTree(value) || typeof value['text'] !== 'string') return undefined;
  const at = readCell({ type: 'time' }, value['at']) as WrittenTime | undefined;
  return { at: at ?? null, text: value['text'].replaceAll('\u0000', '').toWellFormed() };
}

function readLines(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const lines = value.flatMap((item) => {
    const line = readCell({ type: 'line' }, item);
    return typeof line === 'string' ? [line] : [];
  });
  return lines.length === 0 ? undefined : lines;
}
