import type { PostmortemContent, RowMeta, Rows } from '#app/context';
import type { Postmortem } from '#core/record';
import { LISTS } from '#core/shared-doc';

/**
 * Side data for a record that came without: an item that says what one of the same list said is that one, an item in the
 * place of one that is gone is that one changed. What is left is new.
 */
export function keepIds(before: PostmortemContent, record: Postmortem): Rows {
  const rows: Record<string, readonly RowMeta[]> = {};
  for (const [list, known] of Object.entries(before.rows)) {
    if (!Object.hasOwn(LISTS, list)) continue;
    const [was, is] = [before.record, record].map((each) => itemsAt(each, list).map(contentKey));
    rows[list] = matched(known, was ?? [], is ?? []);
  }
  return rows;
}

function matched(known: readonly RowMeta[], before: readonly string[], after: readonly string[]): RowMeta[] {
  const free = new Map<string, number[]>();
  before.forEach((item, index) => free.set(item, [...(free.get(item) ?? []), index]));
  const same = after.map((item) => free.get(item)?.shift());
  const taken = new Set(same);
  return after.map((_item, index) => {
    const from = same[index] ?? (taken.has(index) ? undefined : index);
    // An id that no row can have is made new when the content is stored.
    return (from === undefined ? undefined : known[from]) ?? { id: '' };
  });
}

/** What an item says. Of a time only what is written counts: the rest follows from it and its surroundings. */
function contentKey(item: unknown): string {
  return JSON.stringify(item, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && 'written' in part ? part.written : part,
  );
}

function itemsAt(record: Postmortem, list: string): readonly unknown[] {
  const found = list
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      record,
    );
  return Array.isArray(found) ? (found as unknown[]) : [];
}
