import type { Precision, WrittenTime } from '#core/time';

import type { CellType } from './cell-type.ts';
import { isTree, type Tree } from './record-tree.ts';
import { asLine, asProse } from './text-shape.ts';

const PRECISIONS: readonly unknown[] = ['second', 'minute', 'hour', 'day', 'unknown'] satisfies Precision[];
const INSTANT = /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/u;

/** What a cell says, in the shape that the record has; undefined where it says nothing that fits. */
export function readCell(cell: CellType, value: unknown): unknown {
  switch (cell.type) {
    case 'line':
    case 'parent':
      return typeof value === 'string' ? asLine(value) : undefined;
    case 'prose':
      return typeof value === 'string' ? asProse(value) : undefined;
    case 'time':
      return readTime(value);
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'choice':
      return typeof value === 'string' && cell.of.includes(value) ? value : undefined;
    case 'choices':
      return readChoices(cell.of, value);
    case 'severity':
      return readSeverity(value);
    case 'duration':
      return readDuration(value);
  }
}

function readTime(value: unknown): WrittenTime | undefined {
  if (!isTree(value) || typeof value['written'] !== 'string') return undefined;
  const { instant, until, precision, approximate, zone, zoneStated } = value;
  const known = isInstant(instant) ? instant : null;
  return {
    written: value['written'].replaceAll('\u0000', '').toWellFormed(),
    instant: known,
    ...(isInstant(until) ? { until } : {}),
    precision: PRECISIONS.includes(precision) ? (precision as Precision) : 'unknown',
    approximate: approximate === true,
    zone: typeof zone === 'string' ? (asLine(zone) ?? null) : null,
    zoneStated: zoneStated === true,
  };
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && INSTANT.test(value);
}

function readChoices(of: readonly string[], value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const chosen = [...new Set(value.filter((item): item is string => typeof item === 'string' && of.includes(item)))];
  return chosen.length === 0 ? undefined : chosen;
}

function readSeverity(value: unknown): Tree | undefined {
  const label = isTree(value) ? value['label'] : value;
  const line = typeof label === 'string' ? asLine(label) : undefined;
  if (line === undefined) return undefined;
  const rank = isTree(value) ? value['rank'] : undefined;
  return { label: line, ...(Number.isSafeInteger(rank) && (rank as number) >= 1 ? { rank } : {}) };
}

function readDuration(value: unknown): Tree | undefined {
  if (!isTree(value)) return undefined;
  const entries = ['written', 'note'].flatMap((key) => {
    const line = typeof value[key] === 'string' ? asLine(value[key]) : undefined;
    return line === undefined ? [] : [[key, line] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
