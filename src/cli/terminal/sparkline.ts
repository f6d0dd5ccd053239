const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/**
 * Counts as a line of at most `width` block characters, the largest one full, a blank where there is nothing. Where there
 * are more counts than room, each character is the largest of several.
 */
export function sparkline(counts: readonly number[], width: number): string {
  const step = Math.max(1, Math.ceil(counts.length / width));
  const shown = Array.from({ length: Math.ceil(counts.length / step) }, (_, at) =>
    Math.max(...counts.slice(at * step, (at + 1) * step)),
  );
  const most = Math.max(1, ...shown);
  return shown.map((count) => (count === 0 ? ' ' : BARS[Math.ceil((count / most) * BARS.length) - 1])).join('');
}
