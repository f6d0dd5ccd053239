/** Stands for what somebody or something else said: a noun that no wording matches. One character for each that it hides. */
export const OPAQUE = '\uFFFC';

/** What is shown and not said by the author. Every pattern ends at the line or after a bounded length, so that none runs away. */
const SHOWN: readonly RegExp[] = [
  // Fenced code, to its fence or the end.
  /^[ \t]{0,12}(```|~~~)[^\n]*(?:\n(?![ \t]{0,12}\1)[^\n]*)*(?:\n[ \t]{0,12}\1[^\n]*)?/gmu,
  // Code spans.
  /``[^`\n]{0,400}``|`[^`\n]{0,400}`/gu,
  // Lines of a chat: who and when in brackets, before what they wrote.
  /^[ \t>*-]{0,12}[@\p{L}][\p{L}\p{N}._-]{0,40}(?:[ \t]+[\p{L}\p{N}._-]{1,40}){0,2}[ \t]+[[(]\d{1,2}:\d{2}(?::\d{2})?(?:[ \t]?[AaPp][Mm])?[\])][^\n]*/gmu,
  /<[A-Za-z_][\w.-]{0,30}>[ \t][^\n]*/gu,
  // Block quotes, with the lines that continue them.
  /^[ \t]{0,3}>[^\n]*(?:\n(?![ \t]*\n|[ \t]{0,3}(?:[-*+#]|\d+\.)[ \t])[^\n]+)*/gmu,
  // Words in quotation marks.
  /"[^"\n]{1,400}"|“[^“”\n]{1,400}”|„[^„“”\n]{1,400}[“”]|«[^«»\n]{1,400}»/gu,
  /(?<![\p{L}\p{N}])‘[^‘’\n]{1,400}’(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])'[^'\n]{1,200}'(?![\p{L}\p{N}])/gu,
];

/** What is not read at all. */
const UNSEEN: readonly RegExp[] = [
  /<!--(?:(?!<!--|-->)[\s\S]){0,4000}-->/gu,
  /<\/?[A-Za-z][^<>\n]{0,400}>/gu,
  // Addresses: of links and bare ones.
  /(?<=\])\([^()\n]{0,600}\)/gu,
  /(?:https?:\/\/|www\.)[^\s<>)\]]{1,600}/gu,
  // Emphasis and the like, and the marks of headings, lists and task boxes.
  /\*{1,3}|~~|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])/gu,
  /^[ \t]{0,12}(?:#{1,6}[ \t]|[-+][ \t](?:\[[ xX]?\][ \t])?|\d{1,3}[.)][ \t])/gmu,
];

/**
 * The author's own words. Code, quotations, block quotes and chats become {@link OPAQUE}, markup becomes blanks; every
 * character stays at its place.
 */
export function maskProse(text: string): string {
  const shown = SHOWN.reduce(
    (masked, pattern) => masked.replaceAll(pattern, (part) => part.replaceAll(/[^\n]/gu, hidden)),
    text,
  );
  return UNSEEN.reduce((masked, pattern) => masked.replaceAll(pattern, blank), shown);
}

/** As many as the character has UTF-16 units. */
function hidden(character: string): string {
  return OPAQUE.repeat(character.length);
}

function blank(part: string): string {
  return part.replaceAll(/[^\n]/gu, (character) => ' '.repeat(character.length));
}
