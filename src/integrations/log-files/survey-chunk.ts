import type { LineClock } from '#core/evidence/logs';

import type { Block } from './block-map.ts';
import type { ScanKernel } from './kernel/scan-kernel.ts';
import type { Chunk } from './line-feed.ts';

const MINUTE = 60_000;

/**
 * Times and lines of one chunk. Only lines whose minute differs from the line before are read; the range is rounded out
 * to whole minutes, so that it holds all the others. `seen` hears of each line that was read.
 */
export function surveyChunk(
  kernel: ScanKernel,
  clock: LineClock,
  { chunk, seen }: { readonly chunk: Chunk; readonly seen?: (start: number) => void },
): Block {
  const span = clock.minutes?.spanMs ?? MINUTE;
  let earliest = Infinity;
  let latest = -Infinity;
  let lines = 0;
  kernel.restart();
  for (let from = 0; from < chunk.end; from = kernel.next) {
    const count = kernel.turns(from, chunk.end);
    lines += kernel.lines;
    for (let index = 0; index < count; index += 1) {
      const start = kernel.out[index]!;
      seen?.(start);
      const at = clock.at(kernel.bytes, start, kernel.lineEnd(start, chunk.end));
      if (at < earliest) earliest = at;
      if (at > latest) latest = at;
    }
  }
  const timed = earliest <= latest;
  return {
    from: chunk.base,
    lines: lines + (chunk.cut ? 1 : 0),
    earliest: timed ? Math.floor(earliest / span) * span : Number.NaN,
    latest: timed ? Math.floor(latest / span) * span + span - 1 : Number.NaN,
  };
}
