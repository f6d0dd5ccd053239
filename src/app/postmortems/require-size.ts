import { refuse } from '#core/errors';

/** As long as a thick book. */
const MOST_CHARACTERS = 2_000_000;
/** Each line costs, however short it is: many more would keep everybody else waiting while they are read and written. */
const MOST_LINES = 30_000;

/**
 * Makes sure that a post-mortem can be stored without keeping the rest of the server waiting. Refuses
 * `postmortem-too-large`.
 *
 * @param name as people know it: its title, or the name of its file
 * @param content a document, or the record
 */
export function requireSize(name: string, content: string | object): void {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const lines = 1 + [...text.matchAll(typeof content === 'string' ? /\r\n?|\n/gu : /(?:\\r)?\\n|\\r/gu)].length;
  if (text.length <= MOST_CHARACTERS && lines <= MOST_LINES) return;
  refuse('postmortem-too-large', {
    name,
    size: `${count(text.length)} characters in ${count(lines)} lines`,
    limit: `${count(MOST_CHARACTERS)} characters or ${count(MOST_LINES)} lines`,
  });
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
