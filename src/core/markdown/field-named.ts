import { RECORD_FIELDS, RECORD_LISTS } from './record-fields.data.ts';

/** A field of the record by its path, as `rootCause.trigger`, or by what people call it, as `Trigger`. */
export function fieldNamed(name: string): { readonly path: string; readonly label: string } | undefined {
  const wanted = name.trim().toLowerCase();
  return [...RECORD_FIELDS, ...RECORD_LISTS].find(
    ({ path, label }) => path.toLowerCase() === wanted || label.toLowerCase() === wanted,
  );
}

/** Every path and every label that {@link fieldNamed} knows. */
export function fieldNames(): readonly string[] {
  return [...RECORD_FIELDS, ...RECORD_LISTS].flatMap(({ path, label }) => [path, label]);
}
