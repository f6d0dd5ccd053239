import pc from 'picocolors';

import { readEnvironment } from '../environment.ts';

/** Colours of one stream; every one is the identity where colours are off. */
type Colours = ReturnType<typeof pc.createColors>;

/** Where a command prints: results on `out`, everything about them on `err`. */
export interface Screen {
  readonly out: Stream;
  readonly err: Stream;
  /** True where a person can be asked: both ends are terminals and no continuous integration runs. */
  readonly interactive: boolean;
}

/** One end of the terminal. */
export interface Stream {
  readonly isTerminal: boolean;
  readonly width: number;
  readonly colours: Colours;
  /** Prints text as it is. */
  write(text: string | Uint8Array): void;
  /** Prints lines, each ended by a line feed. */
  lines(lines: readonly string[]): void;
}

/** Without a terminal nobody's window is known; wide enough for a sentence, narrow enough for a mail. */
const DEFAULT_WIDTH = 100;
/** Wider lines are hard to read, whatever the window. */
const WIDEST = 160;

/** The screen of this process. */
export function openScreen(): Screen {
  const environment = readEnvironment();
  const out = openStream(process.stdout, environment);
  const err = openStream(process.stderr, environment);
  return { out, err, interactive: out.isTerminal && err.isTerminal && process.stdin.isTTY && !environment.ci };
}

function openStream(stream: NodeJS.WriteStream, environment: ReturnType<typeof readEnvironment>): Stream {
  // A pipe has no such property at all, whatever its type says.
  const isTerminal = (stream.isTTY as boolean | undefined) ?? false;
  // 0 in some pseudo-terminals.
  const columns = windowWidth(stream) || environment.columns || DEFAULT_WIDTH;
  const write = (text: string | Uint8Array): void => void stream.write(text);
  return {
    isTerminal,
    width: Math.min(columns, WIDEST),
    colours: pc.createColors(environment.colour ?? isTerminal),
    write,
    lines: (lines) => {
      if (lines.length > 0) write(`${lines.join('\n')}\n`);
    },
  };
}

/** A result that goes through a pager still meets the window that the messages go to. */
function windowWidth(stream: NodeJS.WriteStream): number {
  if (stream.isTTY) return stream.columns;
  return process.stderr.isTTY ? process.stderr.columns : 0;
}
