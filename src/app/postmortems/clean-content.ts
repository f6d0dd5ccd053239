import { type Postmortem, resolveRecord } from '#core/record';
import { LISTS, type RowMeta } from '#core/shared-doc';
import type { PostmortemContent } from '#store/postmortems';

type Tree = Record<string, unknown>;

/** Ids of rows as the contract has them. */
const ROW_ID = /^[\w-]{1,64}$/u;
/** JSON of text that a database cannot hold: NUL, and halves of surrogate pairs. */
const UNSTORABLE = /\\u0000|\\ud[89a-f]/iu;

/**
 * Content as it is stored: times resolved, nothing empty that may be absent, no characters that a database cannot hold,
 * and an id for every row.
 */
export function cleanContent(
  content: { readonly record: Postmortem; readonly rows?: PostmortemContent['rows'] | undefined },
  newId: () => string,
): PostmortemContent {
  const record = resolveRecord(withoutEmpty(storable(content.record)));
  return { record, rows: completeRows(record, storable(content.rows ?? {}), newId) };
}

/** The same with characters removed that PostgreSQL refuses; nearly always the very same object. */
function storable<Value>(value: Value): Value {
  if (!UNSTORABLE.test(JSON.stringify(value))) return value;
  return JSON.parse(
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'string' ? part.replaceAll('\u0000', '').toWellFormed() : part,
    ),
  ) as Value;
}

function withoutEmpty(record: Postmortem): Postmortem {
  const kept = Object.entries(record).flatMap(([key, value]) => {
    if (key === 'timeline' || key === 'actions') return [[key, value]];
    const full = isTree(value) ? withoutEmptyFields(value) : value;
    return isEmpty(full) ? [] : [[key, full]];
  });
  return Object.fromEntries(kept) as Postmortem;
}

function withoutEmptyFields(tree: Tree): Tree {
  return Object.fromEntries(Object.entries(tree).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || (isTree(value) && Object.keys(value).length === 0);
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Side data for every item of every list, in order; missing, doubled and impossible ids are made new. */
function completeRows(
  record: Postmortem,
  rows: PostmortemContent['rows'],
  newId: () => string,
): PostmortemContent['rows'] {
  const complete: Record<string, readonly RowMeta[]> = {};
  for (const list of Object.keys(LISTS)) {
    const items = itemsAt(record, list);
    if (items === undefined || items.length === 0) continue;
    const taken = new Set<string>();
    complete[list] = items.map((_item, index) => {
      const meta = rows[list]?.[index];
      const id = meta !== undefined && ROW_ID.test(meta.id) && !taken.has(meta.id) ? meta.id : freeId(taken, newId);
      taken.add(id);
      return { ...meta, id };
    });
  }
  return complete;
}

function itemsAt(record: Postmortem, list: string): readonly unknown[] | undefined {
  const [first = '', second] = list.split('.');
  const value = (record as Tree)[first];
  const found = second === undefined ? value : isTree(value) ? value[second] : undefined;
  return Array.isArray(found) ? (found as unknown[]) : undefined;
}

function freeId(taken: ReadonlySet<string>, newId: () => string): string {
  for (;;) {
    const id = shortId(newId);
    if (!taken.has(id)) return id;
  }
}

/** Id for a row: the random end of a UUID, short, since a long timeline has thousands of them. */
export function shortId(newId: () => string): string {
  return newId().replaceAll('-', '').slice(-12);
}
