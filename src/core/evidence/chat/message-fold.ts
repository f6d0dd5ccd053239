/**
 * The pattern of a bot's post: numbers, ids, addresses, times and quoted words become `<*>`, so that posts that differ
 * only in these fold together.
 */
export function messageFold(words: string): string {
  return words
    .replaceAll(/https?:\/\/\S+/gu, '<*>')
    .replaceAll(/"[^"\n]*"|“[^”\n]*”|`[^`\n]*`/gu, '<*>')
    .replaceAll(/[@#][\w.-]+/gu, '<*>')
    .replaceAll(/(?<![A-Za-z])(?=[\w.:/-]*\d)[\w.:/-]+%?/gu, '<*>')
    .replaceAll(/<\*>(?:[\s,.:;/-]*<\*>)+/gu, '<*>')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, 200);
}
