/** Words that say nothing of what a text is about. */
const EMPTY = new Set(
  (
    'a an and are as at be been being but by can could did do does done for from had has have he her his how i if in into is it its ' +
    'just may might more most must no not of on one only or other our out over she should so some such than that the their them then ' +
    'there these they this those to too under until up very was we were what when where which while who why will with would you your ' +
    'after again all also any because before both during each few further here nor off once own same still through'
  ).split(' '),
);

/** Words that every post-mortem has, and that tie nothing together. */
const EVERYWHERE = new Set(
  (
    'incident issue problem outage error cause root service system team time user customer add make use new need ensure create update ' +
    'improve change fix set get work run action item'
  ).split(' '),
);

/** What a text is about: its words without endings, without empty ones, at least three letters each. */
export function contentWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(
    words
      .filter((word) => !EMPTY.has(word))
      .map(stem)
      .filter((word) => !EVERYWHERE.has(word)),
  );
}

/** Without the endings of English: `pooling`, `pools` and `pool` are one. */
function stem(word: string): string {
  const bare = word
    .replace(/(?:ations?|ings?|ments?|edly|ers?|ors?|ies|ed|es|s|ly)$/u, '')
    .replace(/([bdfgklmnprt])\1$/u, '$1')
    .replace(/[ey]$/u, '');
  return bare.length < 3 ? word : bare;
}

/** True where two texts are about something in common. */
export function shareWords(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return !one.isDisjointFrom(other);
}
