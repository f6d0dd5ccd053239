import { toLine } from '#core/record';

/** Control characters, which Markdown has no use for. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu;

/** Characters that start markup wherever they stand. */
const MARKUP = /[\\`*<[\]~]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** Characters that start a block where they stand first on a line. */
const BLOCK_START = /^(?:[#>+=-]|\d+[.)])/u;

/** Longest text of one row; the rest is in the evidence. */
const LONGEST = 300;

/**
 * One line of Markdown that reads as the text does: evidence is text and never markup. Undefined if nothing is left.
 * Cut with an ellipsis after 300 characters.
 */
export function plainMarkdown(text: string): string | undefined {
  const line = toLine(text.replace(CONTROLS, ''));
  if (line === undefined) return undefined;
  const cut =
    line.length > LONGEST
      ? `${line
          .slice(0, LONGEST - 1)
          .replace(/[\uD800-\uDBFF]$/u, '')
          .trimEnd()}…`
      : line;
  return cut.replace(MARKUP, (mark) => `\\${mark}`).replace(BLOCK_START, (start) => escapeStart(start));
}

/** `1.` becomes `1\.`, since only punctuation can be escaped. */
function escapeStart(start: string): string {
  return `${start.slice(0, -1)}\\${start.slice(-1)}`;
}
