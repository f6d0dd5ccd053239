/** Prints one table: first column to the left, figures to the right, with a note below. */
export function printTable(title: string, rows: readonly (readonly string[])[], note: string): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  console.log([`\n${title}`, '', lines[0], rule, ...lines.slice(1), '', note].join('\n'));
}

/** A figure with three significant digits: `0.0123`, `1.23`, `1,230`. */
export function figure(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toPrecision(3);
}
