import * as Y from 'yjs';

import { rootKind, type SharedRow } from './roots.ts';
import { META_KEYS } from './row-cells.ts';

/** What one transaction changed. */
export interface RecordChange {
  /** Paths of Markdown fields and single values, as `summary.text` and `title`. */
  readonly paths: ReadonlySet<string>;
  /** Lists in which rows came, went or moved. */
  readonly lists: ReadonlySet<string>;
  /** Rows of which a cell or side data changed, by list. */
  readonly rows: ReadonlyMap<string, ReadonlySet<SharedRow>>;
  readonly origin: unknown;
  /** True where this copy of the document made the change. */
  readonly local: boolean;
}

interface Collected {
  readonly paths: Set<string>;
  readonly lists: Set<string>;
  readonly rows: Map<string, Set<SharedRow>>;
}

/**
 * Calls back once for every transaction that changed something of the record. Costs what changed, not what is there.
 *
 * @returns stops the calls
 */
export function observeRecord(doc: Y.Doc, callback: (change: RecordChange) => void): () => void {
  const listener = (transaction: Y.Transaction): void => {
    const collected: Collected = { paths: new Set(), lists: new Set(), rows: new Map() };
    for (const [type, keys] of transaction.changed) collect(type as Y.AbstractType<unknown>, keys, collected);
    if (collected.paths.size + collected.lists.size + collected.rows.size === 0) return;
    callback({ ...collected, origin: transaction.origin, local: transaction.local });
  };
  doc.on('afterTransaction', listener);
  return () => {
    doc.off('afterTransaction', listener);
  };
}

function collect(type: Y.AbstractType<unknown>, keys: ReadonlySet<string | null>, into: Collected): void {
  const path = [type];
  for (let at = type.parent; at !== null; at = at.parent) path.unshift(at);
  const [root = type, row] = path;
  const name = Y.findRootTypeKey(root);
  switch (rootKind(name)) {
    case 'text':
      into.paths.add(name);
      break;
    case 'values':
      for (const key of keys) if (key !== null) into.paths.add(key);
      break;
    case 'list':
      if (row instanceof Y.Map) collectRow(name, row as SharedRow, into);
      if (row === undefined || (type === row && keys.has(META_KEYS.order))) into.lists.add(name);
      break;
    case undefined:
  }
}

function collectRow(list: string, row: SharedRow, into: Collected): void {
  const rows = into.rows.get(list) ?? new Set();
  into.rows.set(list, rows.add(row));
}
