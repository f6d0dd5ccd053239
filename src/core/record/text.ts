import { z } from 'zod';

/** One line of text: not empty, no line breaks, no white space at its ends. */
export const line = z.string().regex(/^\S(?:[^\r\n]*\S)?$/u);

/**
 * Markdown of any length: not empty, line feeds only, first and last line not blank, no white space at its end.
 * It may start with indentation, which means code in Markdown.
 */
export const prose = z.string().regex(/^[^\S\r\n]*\S(?:[^\r]*\S)?$/u);

/** Makes a {@link line} out of any text: white space runs with a line break become one blank; undefined if nothing is left. */
export function toLine(text: string): string | undefined {
  const trimmed = /[\r\n]/u.test(text)
    ? text
        .split(/[\r\n]+/u)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join(' ')
    : text.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** Makes {@link prose} out of any text: line feeds only, no blank lines around it; undefined if nothing is left. */
export function toProse(text: string): string | undefined {
  const trimmed = text
    .replace(/\r\n?/gu, '\n')
    .replace(/^(?:[^\S\n]*\n)+/u, '')
    .trimEnd();
  return trimmed.trim() === '' ? undefined : trimmed;
}
