const DIGITS = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})\b/u;

/** Order of day and month in a column of all-digit dates: told by the first number above 12, dots mean day first. */
export function dateOrderOf(column: readonly string[]): 'dmy' | 'mdy' | 'unknown' {
  for (const written of column) {
    const match = DIGITS.exec(written);
    if (match === null) continue;
    if (Number(match[1]) > 12 || /^\s*\d+\./u.test(written)) return 'dmy';
    if (Number(match[2]) > 12) return 'mdy';
  }
  return 'unknown';
}
