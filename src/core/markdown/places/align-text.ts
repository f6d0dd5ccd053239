/** How a character of a value may be written besides as itself. */
const WRITTEN_AS: Readonly<Record<string, readonly string[]>> = {
  '|': ['\\|'],
  '<': ['&lt;'],
  '&': ['&amp;'],
  '\\': ['&#92;'],
  '"': ['\\"'],
  "'": ["''"],
};

/** Marks that readers take out of a value: emphasis, strikes, code marks, guards of what looks like a prompt. */
const TAKEN_OUT = ['**', '__', '~~', '`', '\\'];

const BREAK = /[ \t]*\\?(?:\r\n?|\n)|[ \t]*<br\s*\/?>[ \t]*/iuy;
const LINE_MARKS = /(?:[ \t]*>)*[ \t]*/uy;
const BLANKS = /(?:[ \t]|\r\n?|\n)(?:[ \t>]|\r\n?|\n)*/uy;

/**
 * Where each character of a value stands in a source from an offset on, with the end of the last one behind them; null if
 * the value does not stand there. Knows how values are written: line ends of any kind, `<br>`, indentation and quote marks of
 * further lines, escapes of tables and front matter, emphasis that a reader takes out.
 */
export function alignText(source: string, from: number, value: string): number[] | null {
  const offsets: number[] = [];
  let at = from;
  for (let index = 0; index < value.length; index += 1) {
    const start = skipTaken(source, at, value[index] ?? '');
    const end = endOfCharacter(source, start, { value, index });
    if (end === -1) return null;
    offsets.push(start);
    at = end;
  }
  offsets.push(at);
  return offsets;
}

interface Cursor {
  readonly value: string;
  readonly index: number;
}

function endOfCharacter(source: string, at: number, { value, index }: Cursor): number {
  const character = value[index] ?? '';
  if (character === '\n') return endOfBreak(source, at, value.slice(index + 1, index + 200));
  if (character === ' ') {
    const end = matchEnd(BLANKS, source, at);
    return end !== -1 && /\s/u.test(value[index + 1] ?? '') ? at + 1 : end;
  }
  if (source[at] === character) return at + 1;
  const written = WRITTEN_AS[character]?.find((text) => source.startsWith(text, at));
  return written === undefined ? -1 : at + written.length;
}

/** Behind a line break, and behind the indentation and quote marks that are not the value's own. */
function endOfBreak(source: string, at: number, next: string): number {
  const end = matchEnd(BREAK, source, at);
  if (end === -1) return -1;
  const marks = matchEnd(LINE_MARKS, source, end);
  const own = /^(?:[ \t]*>)*[ \t]*/u.exec(next)?.[0] ?? '';
  if (own.trim() === '' && next[own.length] === '\n') return marks;
  return source.slice(end, marks).endsWith(own) ? marks - own.length : -1;
}

function skipTaken(source: string, from: number, character: string): number {
  let at = from;
  for (let round = 0; round < 4; round += 1) {
    if (source[at] === character || WRITTEN_AS[character]?.some((text) => source.startsWith(text, at)) === true) break;
    const mark = TAKEN_OUT.find((text) => source.startsWith(text, at));
    if (mark === undefined || character === '\n') break;
    at += mark.length;
  }
  return at;
}

function matchEnd(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : -1;
}
