/** Openings that come before what an action does. */
const OPENING =
  /^(?:(?:please|we|i|you|they|the team|teams|let ?us|let's|also|optionally|idea|todo|action|action item|to)\b[:\s]*|(?:should|must|will|need(?:s)? to|have to|has to|want to|plan to|going to|are going to|ought to|can|could|may|might)\b\s*)+/u;

/** What an action does stands at its beginning; some paste whole reports behind it. */
const BEGINNING = 1000;

/**
 * The words of a text's beginning in lower case, without what is no word of it: addresses, code, links keep their text, a bold label in
 * front stands as words of its own. Commas, full stops and semicolons stay as words.
 */
export function plainWords(text: string): string[] {
  const plain = text
    .slice(0, BEGINNING)
    .replaceAll(/!?\[([^\][]*)\](?:\([^()]*\)|\[[^\][]*\])/gu, '$1')
    .replaceAll(/https?:\/\/\S+/gu, ' ')
    .replaceAll(/`[^`]*`/gu, ' code ')
    .replaceAll(/^\s*(?:\[[^\]]*\]:?|#\d+:?|[A-Z]{2,}-\d+:?|bug \d+\s*[-:]?)\s*/giu, '')
    .toLowerCase()
    .replaceAll(/[*_~"“”()]/gu, ' ')
    .replaceAll(/([,;.])(?=\s|$)/gu, ' $1 ')
    .trim()
    .replace(OPENING, '');
  return plain
    .replaceAll(/[:!?/&]/gu, ' ')
    .replaceAll(/\bset-up\b/gu, 'set up')
    .split(/\s+/u)
    .filter((word) => word !== '');
}
