import { parseInstant } from '#core/time';

import type { TextIndex, TextLine } from '../source-text.ts';

/** One command of a history. */
export interface HistoryEntry {
  readonly command: string;
  /** Epoch seconds, or a local time as written; null for commands without one. */
  readonly when: { readonly epochSeconds: number; readonly written: string } | { readonly local: string } | null;
  readonly start: number;
  readonly end: number;
}

/** How a history is written. */
export type HistoryKind = 'bash' | 'printed' | 'zsh' | 'fish';

const BASH_TIME = /^#(\d{9,11})\s*$/u;
const ZSH = /^: (\d{9,11}):\d+;/u;
const FISH_COMMAND = /^- cmd: ?/u;
const FISH_TIME = /^ {2}when: (\d+)\s*$/u;
const PRINTED =
  /^\s*\d+[* ] +(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?: ?[+-]\d\d:?\d\d)?|\d\d[/.]\d\d[/.]\d\d(?:\d\d)? \d\d:\d\d(?::\d\d)?|(?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d (?:[A-Z]{3,4} )?\d{4})[: ]+(?=\S)/u;

/** Which kind of history a line opens, or null. */
export function historyKind(line: string): HistoryKind | null {
  if (BASH_TIME.test(line)) return 'bash';
  if (ZSH.test(line)) return 'zsh';
  if (FISH_COMMAND.test(line)) return 'fish';
  return PRINTED.test(line) ? 'printed' : null;
}

/** The commands of a history in order. A command goes on over the lines that open no other one. */
export function historyEntries(index: TextIndex, kind: HistoryKind): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  let open: OpenEntry | null = null;
  const finish = (): void => {
    if (open !== null && open.lines.length > 0) entries.push(closed(open, kind));
    open = null;
  };
  for (const line of index.lines()) {
    const opening = READERS[kind](line, open);
    if (opening === 'more') extend(open, line);
    else if (opening !== 'skip') {
      finish();
      open = opening;
    }
  }
  finish();
  return entries;
}

interface OpenEntry {
  readonly lines: string[];
  when: HistoryEntry['when'];
  readonly start: number;
  end: number;
}

type Opening = OpenEntry | 'more' | 'skip';

function extend(open: OpenEntry | null, line: TextLine): void {
  if (open === null) return;
  open.lines.push(line.text);
  open.end = line.end;
}

function opened(line: TextLine, text: string | null, when: HistoryEntry['when']): OpenEntry {
  return { lines: text === null ? [] : [text], when, start: line.start, end: line.end };
}

function epoch(seconds: string | undefined, written: string): HistoryEntry['when'] {
  return { epochSeconds: Number(seconds), written };
}

const READERS: Readonly<Record<HistoryKind, (line: TextLine, open: OpenEntry | null) => Opening>> = {
  bash(line, open) {
    const seconds = BASH_TIME.exec(line.text)?.[1];
    if (seconds !== undefined) return opened(line, null, epoch(seconds, `#${seconds}`));
    if (open !== null) return 'more';
    return line.text.trim() === '' ? 'skip' : opened(line, line.text, null);
  },
  zsh(line, open) {
    const match = ZSH.exec(line.text);
    if (match !== null) return opened(line, line.text.slice(match[0].length), epoch(match[1], match[1] ?? ''));
    // A command goes on where the line before ends in a backslash.
    if (open?.lines.at(-1)?.endsWith('\\') === true) return 'more';
    return line.text.trim() === '' ? 'skip' : opened(line, line.text, null);
  },
  fish(line, open) {
    const match = FISH_COMMAND.exec(line.text);
    if (match !== null) return opened(line, fishText(line.text.slice(match[0].length)), null);
    const seconds = FISH_TIME.exec(line.text)?.[1];
    if (open !== null && seconds !== undefined) {
      open.when = epoch(seconds, seconds);
      open.end = line.end;
      return 'skip';
    }
    if (open !== null && line.text.trim() !== '') open.end = line.end;
    return 'skip';
  },
  printed(line, open) {
    const match = PRINTED.exec(line.text);
    if (match !== null)
      return opened(line, line.text.slice(match[0].length), printedTime(match.groups?.['time'] ?? ''));
    const untimed = /^\s*\d+[* ] +(?=\S)/u.exec(line.text);
    if (untimed !== null) return opened(line, line.text.slice(untimed[0].length), null);
    if (open !== null) return line.text.trim() === '' ? 'skip' : 'more';
    return line.text.trim() === '' ? 'skip' : opened(line, line.text, null);
  },
};

function printedTime(written: string): HistoryEntry['when'] {
  const epochMs = parseInstant(written);
  return epochMs === null ? { local: written } : { epochSeconds: epochMs / 1000, written };
}

/** fish writes line breaks and backslashes of a command as `\n` and `\\`. */
function fishText(text: string): string {
  return text.replaceAll(/\\([n\\])/gu, (_, letter: string) => (letter === 'n' ? '\n' : '\\'));
}

function closed(open: OpenEntry, kind: HistoryKind): HistoryEntry {
  const text = kind === 'zsh' ? open.lines.map((line) => line.replace(/\\$/u, '')).join('\n') : open.lines.join('\n');
  return { command: text.trim(), when: open.when, start: open.start, end: open.end };
}
