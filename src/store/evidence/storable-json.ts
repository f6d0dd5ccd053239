/** JSON's escapes that PostgreSQL does not keep: NUL, and halves of surrogate pairs; and the backslash, to tell them from text. */
const ESCAPES = /\\(?:\\|u0000|ud[89a-f][\da-f]{2})/giu;

/** JSON that PostgreSQL keeps. Evidence may hold any bytes; a character that no database keeps is shown as `�`. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(ESCAPES, (escape) => (escape === '\\\\' ? escape : '\uFFFD'));
}
