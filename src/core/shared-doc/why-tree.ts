import type { Finding } from '#core/errors';

import type { ListedRow } from './read-list.ts';
import { ringsIn } from './rings.ts';

/** A row of a tree with the index of its parent among the rows. */
export interface TreeRow {
  readonly listed: ListedRow;
  readonly parent: number | null;
}

/**
 * Orders rows so that each comes after its parent, moving as few as possible. A parent that is gone counts as none; in a
 * ring, which only concurrent edits can make, the row with the smallest id becomes a first one. Both are told.
 */
export function orderTree(rows: readonly ListedRow[], list: string, findings: Finding[]): TreeRow[] {
  const parentOf = parentsOf(rows, list, findings);
  breakRings(parentOf, list, findings);
  const children = Map.groupBy(rows, ({ meta }) => parentOf.get(meta.id) ?? null);
  const indexes = new Map<string, number>();
  const ordered: TreeRow[] = [];
  const place = (listed: ListedRow): void => {
    const parent = parentOf.get(listed.meta.id) ?? null;
    ordered.push({ listed, parent: parent === null ? null : (indexes.get(parent) ?? null) });
    indexes.set(listed.meta.id, ordered.length - 1);
  };
  const passed = new Set<string>();
  for (const listed of rows) {
    passed.add(listed.meta.id);
    const parent = parentOf.get(listed.meta.id) ?? null;
    if (parent !== null && !indexes.has(parent)) continue;
    place(listed);
    placeWaiting(listed, { passed, children, indexes, place });
  }
  return ordered;
}

interface Placing {
  readonly passed: ReadonlySet<string>;
  readonly children: ReadonlyMap<string | null, readonly ListedRow[]>;
  readonly indexes: ReadonlyMap<string, number>;
  readonly place: (listed: ListedRow) => void;
}

/** Places the rows that stood before their parent and waited for it; theirs, too. */
function placeWaiting(parent: ListedRow, placing: Placing): void {
  const waiting = [parent];
  // The list grows while it is walked.
  for (const next of waiting)
    for (const child of placing.children.get(next.meta.id) ?? []) {
      if (placing.indexes.has(child.meta.id) || !placing.passed.has(child.meta.id)) continue;
      placing.place(child);
      waiting.push(child);
    }
}

function parentsOf(rows: readonly ListedRow[], list: string, findings: Finding[]): Map<string, string | null> {
  const ids = new Set(rows.map(({ meta }) => meta.id));
  return new Map(
    rows.map(({ meta, reading }) => {
      const { parent } = reading.cells;
      if (typeof parent !== 'string') return [meta.id, null];
      if (ids.has(parent)) return [meta.id, parent];
      findings.push({
        code: 'why-parent-missing',
        severity: 'warning',
        message: `"${meta.id}" hangs under "${parent}", which is gone; it became a first why.`,
        place: { path: list },
        help: 'Hang it under another why if that was meant.',
      });
      return [meta.id, null];
    }),
  );
}

function breakRings(parentOf: Map<string, string | null>, list: string, findings: Finding[]): void {
  for (const id of ringsIn(parentOf)) {
    findings.push({
      code: 'why-ring-broken',
      severity: 'warning',
      message: `"${id}" and "${parentOf.get(id) ?? ''}" hung under each other; "${id}" became a first why.`,
      place: { path: list },
      help: 'Hang it where it belongs.',
    });
    parentOf.set(id, null);
  }
}
