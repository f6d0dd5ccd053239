/** Quotes and lists inside each other that are told apart. People write three; more costs the parser ever more time. */
const DEEPEST = 32;
/** What stands for a mark too many: as long as what it replaces, so that every offset stays what it is. */
const MASK = 'x';

// The blanks before a mark belong to that mark alone, so that there is one way only to match a line.
const MARK = String.raw`[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))`;
const TOO_DEEP = new RegExp(`^((?:${MARK}){${String(DEEPEST)}})((?:${MARK})+)`, 'gmu');

/**
 * The same text, as long as before, without the marks of quotes and lists beyond the 32nd level of a line. The parser needs
 * minutes for a line of fifty thousand `>`; what stands at the top level, and where, is the same with and without them.
 */
export function maskDeepNesting(source: string): string {
  return source.replaceAll(TOO_DEEP, (_line, kept: string, deeper: string) => kept + MASK.repeat(deeper.length));
}
