/** Characters that start markup wherever they stand. */
const MARKUP = /[\\`*<[\]~]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** Characters that start a block where they stand first on a line. */
const BLOCK_START = /^(?:[#>+=-]|\d+[.)])/u;

/** One line of Markdown that reads as the text does: evidence is text and never markup. */
export function plainText(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(MARKUP, (mark) => `\\${mark}`)
    .replace(BLOCK_START, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);
}
