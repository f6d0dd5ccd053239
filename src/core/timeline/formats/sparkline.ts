const BLOCKS = '▁▂▃▄▅▆▇█';
const WIDEST = 24;

/**
 * Counts as a line of block characters, at most `widest` (default 24) wide: `▁▁▂▅█▃▁`. Where there are more counts than
 * room, neighbours are added up. Zero is the lowest block and nothing else is; the highest count is the full block.
 * Empty for no counts.
 */
export function sparkline(counts: readonly number[], widest = WIDEST): string {
  const columns = columnsOf(counts, widest);
  const most = columns.reduce((high, count) => Math.max(high, count), 0);
  const block = (count: number): string =>
    BLOCKS.charAt(count === 0 ? 0 : Math.max(1, Math.round((count / most) * (BLOCKS.length - 1))));
  return columns.map((count) => block(count)).join('');
}

/** At most `widest` sums of neighbours, all of the same number of counts but the last. */
function columnsOf(counts: readonly number[], widest: number): readonly number[] {
  const each = Math.ceil(counts.length / Math.max(1, widest));
  if (each <= 1) return counts;
  return Array.from({ length: Math.ceil(counts.length / each) }, (_, at) =>
    counts.slice(at * each, (at + 1) * each).reduce((sum, count) => sum + count, 0),
  );
}
