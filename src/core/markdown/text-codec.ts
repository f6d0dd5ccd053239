import { guardPlaceholder, isPlaceholder, unguardPlaceholder } from './placeholder.ts';

/**
 * How a field's text is written inside a line or a table cell, and read back. Both directions are exact inverses:
 * what would be misread is written as a character reference, and an ampersand that would turn other text into such a
 * reference is written `&amp;`.
 */

const REFERENCE_LIKE = /&(?=(?:amp;)*(?:#\d+;|lt;(?:!--|br\b)))/giu;

function protect(value: string): string {
  return value
    .replace(REFERENCE_LIKE, '&amp;')
    .replace(/<(?=br\s*\/?>)/giu, '&lt;')
    .replaceAll('<!--', '&lt;!--')
    .replace(/^\s/u, (blank) => `&#${String(blank.codePointAt(0))};`);
}

function unprotect(raw: string): string {
  return raw
    .replace(/^&#(\d+);/u, (reference, code: string) => blankOf(code) ?? reference)
    .replace(/&lt;(?=!--|br\s*\/?>)/giu, '<')
    .replace(/&amp;(?=(?:amp;)*(?:#\d+;|lt;(?:!--|br\b)))/giu, '&');
}

function blankOf(code: string): string | undefined {
  const char = String.fromCodePoint(Math.min(Number(code), 0xffff));
  return /^\s$/u.test(char) ? char : undefined;
}

/** Writes a single-line value, as behind a label. */
export function encodeLine(value: string): string {
  return guardPlaceholder(protect(value));
}

/** A value as it was read: its text, and what stood there for people (a prompt, a trailing comment). */
export interface DecodedText {
  /** Undefined if there was nothing, or only a prompt. */
  readonly text: string | undefined;
  /** Prompt or trailing comment, verbatim. */
  readonly aside?: string;
}

/** Reads a value written by {@link encodeLine}; anybody else's text reads as itself. */
export function decodeLine(raw: string): DecodedText {
  const { body, comment } = splitComment(raw.trim());
  if (body === '') return { text: undefined, ...(comment === undefined ? {} : { aside: comment }) };
  if (isPlaceholder(body)) return { text: undefined, aside: raw.trim() };
  return { text: unprotect(unguardPlaceholder(body)), ...(comment === undefined ? {} : { aside: comment }) };
}

/** A comment at the end of a value is guidance, not part of it. */
function splitComment(raw: string): { body: string; comment?: string } {
  if (!raw.endsWith('-->')) return { body: raw };
  const match = /^([\s\S]*?)[ \t\n]*(<!--[\s\S]*-->)$/u.exec(raw);
  if (match?.[2] === undefined || raw.indexOf('<!--') < (match[1]?.length ?? 0)) return { body: raw };
  return { body: (match[1] ?? '').trimEnd(), comment: match[2] };
}

/** Writes a value of any number of lines into a table cell. */
export function encodeCell(value: string): string {
  return guardPlaceholder(protect(value))
    .replace(/\\+(?=\|)/gu, (run) => '&#92;'.repeat(run.length))
    .replaceAll('|', '\\|')
    .replaceAll('\n', '<br>');
}

/** Reads a value written by {@link encodeCell}; anybody else's cell reads as itself, with `<br>` as line break. */
export function decodeCell(raw: string): DecodedText {
  const { body, comment } = splitComment(raw.trim());
  const aside = comment === undefined ? {} : { aside: comment };
  const text = !/[\\&<]/u.test(body)
    ? body
    : body
        .replace(/<br\s*\/?>/giu, '\n')
        .replace(/\\\|/gu, '|')
        .replace(/&#92;(?=(?:&#92;)*\|)/gu, '\\');
  if (text === '') return { text: undefined, ...aside };
  if (isPlaceholder(text)) return { text: undefined, aside: raw.trim() };
  return { text: unprotect(unguardPlaceholder(text)), ...aside };
}
