import type { Postmortem } from '#core/record';

/** Value at a dotted path of the record; undefined where there is none. */
export function valueAt(record: Postmortem, path: string): unknown {
  let value: unknown = record;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** Text at a path: of a line, of Markdown, or as a time is written. */
export function textOf(record: Postmortem, path: string): string | undefined {
  return shownText(valueAt(record, path));
}

/** A single value as text: a line, a written time, a severity; undefined for anything else. */
export function shownText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value !== 'object' || value === null) return undefined;
  if ('written' in value && typeof value.written === 'string') return value.written;
  return 'label' in value && typeof value.label === 'string' ? value.label : undefined;
}

/** The items of a list of objects; empty where there are none. */
export function rowsAt(record: Postmortem, path: string): readonly Readonly<Record<string, unknown>>[] {
  const value = valueAt(record, path);
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) => (typeof item === 'string' ? { text: item } : (item as Record<string, unknown>)));
}

/** True for anything that says something. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.values(value).some(isFilled);
}
