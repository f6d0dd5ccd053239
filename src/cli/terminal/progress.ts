import { fitText, printable } from './text-width.ts';
import type { Stream } from './screen.ts';

/** Shows what a long command is doing. */
export interface Progress {
  /** Says what is being done now; `done` of `total` where both are known. */
  step(what: string, done?: number, total?: number): void;
  /** Takes the line away. */
  end(): void;
}

/** A command that is done within a second shows nothing. */
const QUIET_MS = 1000;
const EVERY_MS = 80;
const BAR = 20;

/** Progress on one line of a terminal, after a second; silent where `stream` is no terminal. */
export function showProgress(stream: Stream): Progress {
  if (!stream.isTerminal) return { step: () => {}, end: () => {} };
  const started = performance.now();
  let shownAt = 0;
  return {
    step(what, done, total) {
      const now = performance.now();
      if (now - started < QUIET_MS || now - shownAt < EVERY_MS) return;
      shownAt = now;
      stream.write(`\r\u001B[2K${progressLine(stream, what, { done, total })}`);
    },
    end() {
      if (shownAt > 0) stream.write('\r\u001B[2K');
      shownAt = 0;
    },
  };
}

function progressLine(
  stream: Stream,
  what: string,
  part: { readonly done: number | undefined; readonly total: number | undefined },
): string {
  const { cyan, dim } = stream.colours;
  const room = stream.width - BAR - 12;
  const text = fitText(printable(what), room);
  if (part.done === undefined || !part.total) return `${cyan('…')} ${text}`;
  const share = Math.min(1, part.done / part.total);
  const filled = Math.round(share * BAR);
  return `${cyan('━'.repeat(filled))}${dim('─'.repeat(BAR - filled))} ${String(Math.round(share * 100)).padStart(3)} % ${text}`;
}
