/** A label beside its line, in the row where it touches no other. */
export interface StackedLabel {
  readonly row: number;
  /** Left edge of its text. */
  readonly x: number;
  /** True where it stands to the left of its line, since there is no room to the right. */
  readonly toTheLeft: boolean;
}

/**
 * Puts labels of known widths beside lines at `x` into as few rows as they need. Lines must be in rising order. A label
 * only crosses lines of labels in rows above it.
 */
export function stackLabels(
  labels: readonly { readonly x: number; readonly width: number }[],
  { to }: { readonly to: number },
): StackedLabel[] {
  const taken: { from: number; to: number }[][] = [];
  return labels.map(({ x, width }) => {
    const toTheLeft = x + width > to;
    const span = toTheLeft ? { from: x - width, to: x + 2 } : { from: x - 2, to: x + width };
    let row = taken.findIndex((spans) => spans.every((other) => span.to < other.from || span.from > other.to));
    if (row === -1) row = taken.push([]) - 1;
    taken[row]?.push(span);
    return { row, x: span.from, toTheLeft };
  });
}
