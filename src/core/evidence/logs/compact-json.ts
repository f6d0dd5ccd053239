/** What is shown of values inside values. */
const DEEPEST = 6;

/** A value as JSON in one line; what lies deeper than six levels is an ellipsis, so that no nesting exhausts the stack. */
export function compactJson(value: unknown, depth = 0): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth >= DEEPEST) return '…';
  if (Array.isArray(value)) return `[${value.map((item) => compactJson(item, depth + 1)).join(',')}]`;
  const pairs = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${compactJson(inner, depth + 1)}`);
  return `{${pairs.join(',')}}`;
}
