import { printable } from './text-width.ts';
import type { Stream } from './screen.ts';

interface LogEntry {
  readonly level: string;
  readonly time: string;
  readonly msg?: string;
  readonly err?: { readonly message?: string };
}

/** A line of the log for a person at a terminal: when, how grave, what. */
export function logLine(stream: Stream, line: string): string {
  const { dim, red, yellow } = stream.colours;
  const { err, level, msg = '', time } = JSON.parse(line) as LogEntry;
  const colour = level === 'error' || level === 'fatal' ? red : level === 'warn' ? yellow : dim;
  const reason = err?.message === undefined ? '' : ` (${err.message})`;
  return `${dim(time.slice(11, 19))} ${colour(level)} ${printable(msg + reason)}`;
}
