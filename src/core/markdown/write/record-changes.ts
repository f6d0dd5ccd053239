import type { Postmortem } from '#core/record';

import { RECORD_LISTS } from '../record-fields.data.ts';
import { getAt, leavesOf } from '../record-path.ts';
import { applyChange, itemsIn, type Change } from './change.ts';
import { differences } from './same-content.ts';

/**
 * What turns one record into another, in an order in which it can be done one by one: items taken out, moved, put in; then
 * single values. An item that only changed stays where it is.
 */
export function changesBetween(before: Postmortem, after: Postmortem): Change[] {
  const lists = RECORD_LISTS.flatMap(({ path }) => listChanges(path, itemsIn(before, path), itemsIn(after, path)));
  const between = lists.reduce((record, change) => applyChange(record, change), before);
  const sets = differences(between, after, true).map((path): Change => ({
    kind: 'set',
    path,
    value: getAt(after, path),
  }));
  return [...lists, ...sets];
}

function listChanges(list: string, before: readonly unknown[], after: readonly unknown[]): Change[] {
  const origins = originsOf(before, after);
  const kept = new Set(origins);
  const removed = before.flatMap((_, index) => (kept.has(index) ? [] : [index]));
  return [
    ...removed.toReversed().map((index): Change => ({ kind: 'remove', list, index })),
    ...moves(
      list,
      before.flatMap((_, index) => (kept.has(index) ? [index] : [])),
      origins.filter((index) => index !== undefined),
    ),
    ...after.flatMap((item, index): Change[] =>
      origins[index] === undefined ? [{ kind: 'insert', list, index, item }] : [],
    ),
  ];
}

/** For each new item the old one that it is: equal, or with the same main text, or the one left over at its place. */
function originsOf(before: readonly unknown[], after: readonly unknown[]): (number | undefined)[] {
  const origins = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (keyOf: (item: unknown) => string | undefined): void => {
    const keys = before.map(keyOf);
    after.forEach((item, index) => {
      const key = keyOf(item);
      if (origins.has(index) || key === undefined) return;
      const free = (old: number): boolean => keys[old] === key && !taken.has(old);
      const found = free(index) ? index : keys.findIndex((_, old) => free(old));
      if (found === -1) return;
      origins.set(index, found);
      taken.add(found);
    });
  };
  pair(contentKey);
  pair(mainText);
  pairLeft(before, after, { origins, taken });
  return after.map((_, index) => origins.get(index));
}

interface Pairing {
  readonly origins: Map<number, number>;
  readonly taken: Set<number>;
}

/** What is left over between the same neighbours is the same item with other values, if there are as many of both. */
function pairLeft(before: readonly unknown[], after: readonly unknown[], { origins, taken }: Pairing): void {
  const open = after.flatMap((_, index) => (origins.has(index) ? [] : [index]));
  const left = before.flatMap((_, index) => (taken.has(index) ? [] : [index]));
  const asMany = open.length === left.length;
  for (const index of open) {
    const at = left.findIndex((old) => asMany || sharesValue(before[old], after[index]));
    const [old] = at === -1 ? [] : left.splice(at, 1);
    if (old === undefined) continue;
    origins.set(index, old);
    taken.add(old);
  }
}

function contentKey(item: unknown): string {
  return typeof item === 'string' ? item : JSON.stringify([...valuesOf(item)].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function valuesOf(item: unknown): Map<string, unknown> {
  const leaves = typeof item === 'object' && item !== null ? leavesOf(item) : new Map<string, unknown>([['', item]]);
  return new Map(
    [...leaves].map(([path, value]) => [
      path,
      typeof value === 'object' && value !== null && 'written' in value ? value.written : value,
    ]),
  );
}

const MAIN_KEYS = ['text', 'markdown', 'question', 'answer', 'metric', 'action', 'role', 'kind', 'id'];

function mainText(item: unknown): string | undefined {
  if (typeof item === 'string') return item;
  const values = valuesOf(item);
  const key = MAIN_KEYS.find((name) => typeof values.get(name) === 'string');
  return key === undefined ? undefined : `${key} ${String(values.get(key))}`;
}

function sharesValue(a: unknown, b: unknown): boolean {
  const values = valuesOf(b);
  return [...valuesOf(a)].some(([path, value]) => typeof value === 'string' && values.get(path) === value);
}

/** Takes items that are out of order to behind the one that they follow; the longest run in order stays. */
function moves(list: string, current: readonly number[], target: readonly number[]): Change[] {
  const order = [...current];
  const staying = longestRise(target.map((item) => current.indexOf(item)));
  return target.flatMap((item, index): Change[] => {
    if (staying.has(current.indexOf(item))) return [];
    const from = order.indexOf(item);
    order.splice(from, 1);
    const before = target[index - 1];
    const to = before === undefined ? 0 : order.indexOf(before) + 1;
    order.splice(to, 0, item);
    return from === to ? [] : [{ kind: 'move', list, from, to }];
  });
}

/** Values of a longest rising part of a sequence. */
function longestRise(values: readonly number[]): Set<number> {
  const best: { length: number; previous: number }[] = [];
  values.forEach((value, index) => {
    let [length, previous] = [1, -1];
    for (let at = 0; at < index; at += 1) {
      const candidate = best[at];
      if ((values[at] ?? 0) < value && candidate !== undefined && candidate.length >= length)
        [length, previous] = [candidate.length + 1, at];
    }
    best.push({ length, previous });
  });
  const top = best.reduce((most, { length }, index) => (length > (best[most]?.length ?? 0) ? index : most), 0);
  const rise = new Set<number>();
  for (let at = best.length === 0 ? -1 : top; at !== -1; at = best[at]?.previous ?? -1) rise.add(values[at] ?? -1);
  return rise;
}
