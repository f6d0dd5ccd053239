import type { Postmortem } from '#core/record';

import { getAt, setAt } from '../record-path.ts';

/** One difference between what a document says and what it is to say. */
export type Change =
  /** Undefined takes the value away. */
  | { readonly kind: 'set'; readonly path: string; readonly value: unknown }
  | { readonly kind: 'remove'; readonly list: string; readonly index: number }
  | { readonly kind: 'insert'; readonly list: string; readonly index: number; readonly item: unknown }
  | { readonly kind: 'move'; readonly list: string; readonly from: number; readonly to: number };

/** A copy of the record with the change made. */
export function applyChange(record: Postmortem, change: Change): Postmortem {
  const copy = copyOf(record);
  if (change.kind === 'set') setOrClear(copy, change.path, change.value);
  else changeList(copy, change);
  return copy;
}

/** A deep copy; records are plain data. */
export function copyOf<Data>(data: Data): Data {
  return JSON.parse(JSON.stringify(data)) as Data;
}

function setOrClear(record: Postmortem, path: string, value: unknown): void {
  if (value !== undefined) {
    setAt(record, path, value);
    return;
  }
  const cut = path.lastIndexOf('.');
  const parent = cut === -1 ? record : getAt(record, path.slice(0, cut));
  if (typeof parent === 'object' && parent !== null) delete (parent as Record<string, unknown>)[path.slice(cut + 1)];
}

/** The items of a list; empty where there is none. */
export function itemsIn(record: Postmortem, list: string): unknown[] {
  const items = getAt(record, list);
  return Array.isArray(items) ? items : [];
}

function changeList(record: Postmortem, change: Exclude<Change, { kind: 'set' }>): void {
  const items = [...itemsIn(record, change.list)];
  if (change.kind === 'remove') items.splice(change.index, 1);
  else if (change.kind === 'insert') items.splice(change.index, 0, copyOf(change.item));
  else items.splice(change.to, 0, ...items.splice(change.from, 1));
  setAt(record, change.list, change.list === 'whys' ? withParents(items, change) : items);
}

/** Whys name their parents by number, so these follow the items that moved. */
function withParents(items: unknown[], change: Exclude<Change, { kind: 'set' }>): unknown[] {
  return items.map((item, index) => {
    const why = item as { parent: number | null };
    const own = change.kind === 'insert' && index === change.index;
    return own || why.parent === null ? why : { ...why, parent: movedParent(why.parent, change) };
  });
}

function movedParent(parent: number, change: Exclude<Change, { kind: 'set' }>): number | null {
  if (change.kind === 'insert') return parent >= change.index ? parent + 1 : parent;
  if (change.kind === 'remove') {
    if (parent < change.index) return parent;
    return parent === 0 ? null : parent - 1;
  }
  if (parent === change.from) return change.to;
  if (change.from < parent && parent <= change.to) return parent - 1;
  return change.to <= parent && parent < change.from ? parent + 1 : parent;
}
