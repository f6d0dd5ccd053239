// Made when the first text needs it: its tables take longer to load than a short command runs.
let segmenter: Intl.Segmenter | undefined;

function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** Two columns wide on a terminal: East Asian wide and full-width forms, and pictures. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|\p{Emoji}\uFE0F|[\u{20000}-\u{3FFFD}]/u;

/** ASCII, box drawing and bars: one column each, told without looking for graphemes. */
const NARROW = /^[\u0020-\u007E\u2026\u2500-\u259F]*$/u;

/** Escape sequences that evidence may carry and a terminal would obey. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const ESCAPES = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[@-Z\\-_])/gu;

/** Control characters, and overrides of the writing direction, which can make a line read as another. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu;

/** Text that is safe to print: tabs and line breaks become blanks, escape sequences and direction overrides go. */
export function printable(text: string): string {
  return text
    .replace(/[\t\r\n]+/gu, ' ')
    .replace(ESCAPES, '')
    .replace(CONTROLS, '');
}

/** Columns that a text without colours takes on a terminal. */
export function textWidth(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segments(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

/** Cuts a text to `width` columns; what is missing shows as an ellipsis. */
export function fitText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  return `${takeColumns(text, Math.max(0, width - 1)).trimEnd()}…`;
}

/** Pads a text with blanks to `width` columns. */
export function padText(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - textWidth(text)));
  return align === 'left' ? text + blanks : blanks + text;
}

/** Breaks a text into lines of at most `width` columns, between words where that is possible. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/u).flatMap((part) => chopWord(part, width))) {
    if (line !== '' && textWidth(line) + 1 + textWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}

function chopWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let rest = word;
  while (textWidth(rest) > width) {
    // One character at least, or a column narrower than a wide character would never end.
    const piece = takeColumns(rest, width) || String.fromCodePoint(rest.codePointAt(0) ?? 0);
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...pieces, rest];
}

function takeColumns(text: string, width: number): string {
  if (NARROW.test(text)) return text.slice(0, width);
  let taken = '';
  let used = 0;
  for (const { segment } of segments(text)) {
    used += WIDE.test(segment) ? 2 : 1;
    if (used > width) break;
    taken += segment;
  }
  return taken;
}
