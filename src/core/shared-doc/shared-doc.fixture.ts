import fc from 'fast-check';
import * as Y from 'yjs';

import { anyPostmortem } from '../markdown/record-arbitrary.fixture.ts';
import type { RowMeta, Rows, SharedContent } from './content.ts';
import { fillSharedDoc } from './apply-to-shared-doc.ts';
import { valueAt } from './record-tree.ts';
import { LISTS } from './shared-fields.data.ts';
import { withoutStanding } from './standing.ts';

/** Makes ids that are new in a test. */
export function countingIds(prefix = 'n'): () => string {
  let count = 0;
  return () => `${prefix}${(count += 1)}`;
}

const hash = fc.stringMatching(/^[0-9a-f]{64}$/u);
const metaExtras = fc.record(
  {
    original: fc.record(
      {
        at: fc.constantFrom(null, {
          written: '08:15',
          instant: null,
          precision: 'unknown' as const,
          approximate: false,
          zone: null,
          zoneStated: false,
        }),
        text: fc.lorem(),
      },
      { noNullPrototype: true },
    ),
    sources: fc.array(fc.constantFrom('E1:1', 'E2:117', 'E3:9'), { minLength: 1, maxLength: 3 }),
    attachments: fc.array(hash, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** Any record without standing, every row with an id and side data. */
export const anyContent: fc.Arbitrary<SharedContent> = fc
  .tuple(anyPostmortem, fc.array(metaExtras, { minLength: 4, maxLength: 4 }))
  .map(([whole, extras]) => {
    const record = withoutStanding(whole);
    return {
      record,
      rows: rowsFor(record, (list, index) => ({ id: `${list.replace('.', '-')}${index}`, ...extras[index % 4] })),
    };
  });

/** Side data for every row of a record. */
function rowsFor(record: SharedContent['record'], meta: (list: string, index: number) => RowMeta): Rows {
  return Object.fromEntries(
    Object.keys(LISTS).flatMap((list) => {
      const items = valueAt(record, list);
      return Array.isArray(items) && items.length > 0
        ? [[list, items.map((_item, index) => meta(list, index))] as const]
        : [];
    }),
  );
}

/** A document that says this. */
export function docOf(content: SharedContent): Y.Doc {
  const doc = new Y.Doc();
  fillSharedDoc(doc, content, countingIds());
  return doc;
}

/** Another copy of a document, as another person has it. */
export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** Brings two copies together, both ways. */
export function sync(left: Y.Doc, right: Y.Doc): void {
  Y.applyUpdate(right, Y.encodeStateAsUpdate(left, Y.encodeStateVector(right)));
  Y.applyUpdate(left, Y.encodeStateAsUpdate(right, Y.encodeStateVector(left)));
}
