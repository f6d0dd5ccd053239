/** Before this, no incident is looked for. */
const FIRST = '1990-01';
const MOST = 12 * 100;

/** Months from one day to another, as `2026-02`; open ends go back to 1990 and on to next year. */
export function monthsBetween(from: string | undefined, to: string | undefined, now: string): string[] {
  const months: string[] = [];
  const last = to?.slice(0, 7) ?? `${Number(now.slice(0, 4)) + 1}-12`;
  for (let month = from?.slice(0, 7) ?? FIRST; month <= last && months.length < MOST; month = nextMonth(month)) {
    months.push(month);
  }
  return months.length === 0 ? [last] : months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}`;
}
