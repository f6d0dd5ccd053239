/**
 * Places of rows. A row carries an order key; rows stand in the order of their keys, rows of one key in the order of the
 * array that holds them. So a row is moved by writing one small value, and what somebody types into it meanwhile survives.
 * A key has four digits that count and any number of digits that divide: `i000`, `i001`, `i000i` between them.
 */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const KEY = /^[0-9a-z]{4}(?:[0-9a-z]{0,200}[1-9a-z])?$/u;
const FIRST = 'i000';
const LAST_COUNT = DIGITS.length ** 4 - 1;

/** True for an order key; anything else in its place is ignored. */
export function isOrderKey(value: unknown): value is string {
  return typeof value === 'string' && KEY.test(value);
}

/** A key after `low` and before `high`; undefined stands for the ends. */
export function orderBetween(low: string | undefined, high: string | undefined): string {
  if (low === undefined && high === undefined) return FIRST;
  if (low === undefined) return before(high ?? FIRST);
  if (high === undefined) return after(low);
  const distance = countOf(high) - countOf(low);
  if (distance > 1) return counted(countOf(low) + Math.floor(distance / 2));
  const upper = distance === 0 ? high.slice(4) : undefined;
  return low.slice(0, 4) + divide(low.slice(4), upper);
}

/** As many keys as asked for, rising, after `low` and before `high`. */
export function ordersBetween(low: string | undefined, high: string | undefined, count: number): string[] {
  if (count <= 0) return [];
  if (high === undefined) return risingFrom(low, count);
  const left = Math.floor((count - 1) / 2);
  const middle = orderBetween(low, high);
  return [...ordersBetween(low, middle, left), middle, ...ordersBetween(middle, high, count - 1 - left)];
}

function risingFrom(low: string | undefined, count: number): string[] {
  const keys: string[] = [];
  for (let last = low; keys.length < count;) {
    last = orderBetween(last, undefined);
    keys.push(last);
  }
  return keys;
}

function countOf(key: string): number {
  return Number.parseInt(key.slice(0, 4), DIGITS.length);
}

function counted(count: number): string {
  return count.toString(DIGITS.length).padStart(4, '0');
}

function after(low: string): string {
  const count = countOf(low);
  return count < LAST_COUNT ? counted(count + 1) : low.slice(0, 4) + divide(low.slice(4), undefined);
}

function before(high: string): string {
  const count = countOf(high);
  if (count > 0) return counted(count - 1);
  return high.length > 4 ? counted(0) + divide('', high.slice(4)) : counted(0);
}

/** Digits of a fraction between two fractions; undefined stands for one. */
function divide(low: string, high: string | undefined): string {
  if (high !== undefined) {
    let same = 0;
    while (same < high.length && (low[same] ?? '0') === high[same]) same += 1;
    if (same > 0) return high.slice(0, same) + divide(low.slice(same), high.slice(same));
  }
  const lowDigit = low === '' ? 0 : DIGITS.indexOf(low[0] ?? '0');
  const highDigit = high === undefined ? DIGITS.length : DIGITS.indexOf(high[0] ?? '0');
  if (highDigit - lowDigit > 1) return DIGITS[Math.floor((lowDigit + highDigit) / 2)] ?? '';
  if (high !== undefined && high.length > 1) return high.slice(0, 1);
  return (DIGITS[lowDigit] ?? '') + divide(low.slice(1), undefined);
}
