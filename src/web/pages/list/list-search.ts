import type { ListQuery, Status } from '../api.ts';

/** What the address of the list carries. */
export type ListSearch = ListQuery & { readonly q?: string | undefined };

const STATUSES: readonly string[] = ['draft', 'in-review', 'approved', 'published', 'closed'] satisfies Status[];
const SORTS: readonly string[] = ['incident', 'updated', 'title', 'severity'] satisfies ListQuery['sort'][];
const DAY = /^\d{4}-\d{2}-\d{2}$/u;

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).filter(
    (each) => typeof each === 'string' && each !== '',
  ) as string[];
const orNothing = <Item>(items: readonly Item[]): Item[] | undefined => (items.length === 0 ? undefined : [...items]);
const dayOf = (value: unknown): string | undefined =>
  typeof value === 'string' && DAY.test(value) ? value : undefined;

/** Reads the address; whatever makes no sense is left out. */
export function readListSearch(values: Record<string, unknown>): ListSearch {
  const ranks = (Array.isArray(values['severity']) ? (values['severity'] as unknown[]) : [values['severity']])
    .map(Number)
    .filter((rank) => Number.isInteger(rank) && rank > 0);
  const found = {
    q: typeof values['q'] === 'string' && values['q'].trim() !== '' ? values['q'] : undefined,
    status: orNothing(listOf(values['status']).filter((each) => STATUSES.includes(each))) as Status[] | undefined,
    severity: orNothing(ranks),
    service: orNothing(listOf(values['service'])),
    team: orNothing(listOf(values['team'])),
    tag: orNothing(listOf(values['tag'])),
    from: dayOf(values['from']),
    to: dayOf(values['to']),
    mine: values['mine'] === 'true' || values['mine'] === true ? true : undefined,
    sort: SORTS.includes(values['sort'] as string) ? (values['sort'] as ListQuery['sort']) : undefined,
  };
  // Without what is undefined, so that equal filters are equal keys.
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** The same as a question to the API. */
export function listQueryOf(search: ListSearch): ListSearch {
  return readListSearch(search);
}

/** How many filters are on, the words and the order aside. */
export function countFilters(search: ListSearch): number {
  const { q: _words, sort: _order, ...filters } = search;
  return Object.values(filters).filter((value) => value !== undefined).length;
}
