import { queryString } from '#contract/client';

/** Reads `?status=draft&status=closed&q=dns` as `{ status: ['draft', 'closed'], q: 'dns' }`. */
export function parseSearch(search: string): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  const parameters = new URLSearchParams(search);
  for (const name of new Set(parameters.keys())) {
    const all = parameters.getAll(name);
    values[name] = all.length === 1 ? (all[0] ?? '') : all;
  }
  return values;
}

/** Writes it again, the way the API reads it, too. Values are texts, numbers, booleans and lists of them. */
export function stringifySearch(values: Record<string, unknown>): string {
  const query = queryString(values as Parameters<typeof queryString>[0]);
  return query === '' ? '' : `?${query}`;
}
