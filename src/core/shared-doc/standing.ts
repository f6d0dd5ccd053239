import type { Postmortem } from '#core/record';

import { isTree, putAt, valueAt, type Tree } from './record-tree.ts';
import { DERIVED_FIELDS, STANDING_FIELDS } from './shared-fields.data.ts';

/** The record without its standing and without what is computed: what the shared document says. */
export function withoutStanding(record: Postmortem): Postmortem {
  const hidden = new Set<string>([...STANDING_FIELDS, ...DERIVED_FIELDS]);
  const open: Tree = {};
  for (const [key, value] of Object.entries(record)) {
    if (hidden.has(key)) continue;
    const kept = isTree(value) ? withoutHidden(value, key, hidden) : value;
    if (!isTree(kept) || Object.keys(kept).length > 0) open[key] = kept;
  }
  return open as Postmortem;
}

function withoutHidden(value: Tree, key: string, hidden: ReadonlySet<string>): Tree {
  return Object.fromEntries(Object.entries(value).filter(([inner]) => !hidden.has(`${key}.${inner}`)));
}

/** `record` with the standing of `standing`; a record read from the shared document has none of its own. */
export function withStanding(record: Postmortem, standing: Postmortem): Postmortem {
  const whole = withoutStanding(record) as Tree;
  for (const path of STANDING_FIELDS) {
    const value = valueAt(standing, path);
    if (value === undefined) continue;
    const [first = ''] = path.split('.');
    const inner = whole[first];
    if (isTree(inner)) whole[first] = { ...inner };
    putAt(whole, path, value);
  }
  return whole as Postmortem;
}
