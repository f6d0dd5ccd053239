/** Text that a database keeps: no NUL, no halves of characters. */
function clean(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

/** One line made of any text, as the record has it; undefined where nothing is left. */
export function asLine(text: string): string | undefined {
  const line = clean(text)
    .split(/[\r\n]+/u)
    .map((part, _index, parts) => (parts.length === 1 ? part : part.trim()))
    .filter((part) => part !== '')
    .join(' ')
    .trim();
  return line === '' ? undefined : line;
}

/** Markdown made of any text, as the record has it: no blank lines around it; undefined where nothing is left. */
export function asProse(text: string): string | undefined {
  const prose = clean(text)
    .replace(/\r\n?/gu, '\n')
    .replace(/^(?:[^\S\n]*\n)+/u, '')
    .trimEnd();
  return prose.trim() === '' ? undefined : prose;
}
