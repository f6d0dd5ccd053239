/** Markdown as text to show in one line: without marks, images, links' addresses and comments. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/gu, ' ')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+[.)])[ \t]+/gmu, '')
    .replaceAll(/^[ \t]*(?:```|~~~).*$/gmu, '')
    .replaceAll(/[*~`]{1,3}(?=\S)|(?<=\S)[*~`]{1,3}/gu, '')
    .replaceAll(/(?<![\p{L}\p{N}_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}_])/gu, '')
    .replaceAll(/<\/?[a-z][^>]*>/giu, ' ')
    .replaceAll(/\\(?=[!-/:-@[-`{-~])/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** The first sentences of a text, at most so many characters, cut between words with an ellipsis. */
export function firstSentences(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most);
  const sentence = /^[\s\S]*[.!?。](?=\s)/u.exec(head)?.[0];
  if (sentence !== undefined && sentence.length > most / 3) return sentence;
  return `${head.replace(/\s+\S*$/u, '').replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
