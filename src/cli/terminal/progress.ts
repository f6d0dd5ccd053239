import { fitText, printable } from './text-width.ts';
import type { Stream } from './screen.ts';

/** Shows what a long command is doing. */
export interface Progress {
  /** Says what is being done now; `done` of `total` where both are known. */
  step(what: string, done?: number, total?: number): void;
  /** Says at once what is known to take long. */
  announce(what: string): void;
  /** Takes the line away. */
  end(): void;
}

/** A command that is done within a second shows nothing. */
const QUIET_MS = 1000;
const EVERY_MS = 80;
const BAR = 20;

/** Progress on one line of a terminal, after a second; silent where `stream` is no terminal. */
export function showProgress(stream: Stream): Progress {
  if (!stream.isTerminal) return { step: () => {}, announce: () => {}, end: () => {} };
  const started = performance.now();
  let shownAt = 0;
  const show = (what: string, part: Part): void => {
    shownAt = performance.now();
    stream.write(`\r\u001B[2K${progressLine(stream, what, part)}`);
  };
  return {
    step(what, done, total) {
      const now = performance.now();
      if (now - started >= QUIET_MS && now - shownAt >= EVERY_MS) show(what, { done, total });
    },
    announce: (what) => show(what, { done: undefined, total: undefined }),
    end() {
      if (shownAt > 0) stream.write('\r\u001B[2K');
      shownAt = 0;
    },
  };
}

interface Part {
  readonly done: number | undefined;
  readonly total: number | undefined;
}

function progressLine(stream: Stream, what: string, part: Part): string {
  const { cyan, dim } = stream.colours;
  const room = stream.width - BAR - 12;
  const text = fitText(printable(what), room);
  if (part.done === undefined || !part.total) return `${cyan('…')} ${text}`;
  const share = Math.min(1, part.done / part.total);
  const filled = Math.round(share * BAR);
  return `${cyan('━'.repeat(filled))}${dim('─'.repeat(BAR - filled))} ${String(Math.round(share * 100)).padStart(3)} % ${text}`;
}
