/**
 * What inflections of an English word have in common: `connection`, `connections` and `connected` give `connect`. Rough on
 * purpose: it only has to be the same on both sides of a search. Words of other languages mostly stay what they are.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/u.test(word)) return word;
  let short = singular(word);
  for (const [ending, least, instead] of ENDINGS) {
    if (!short.endsWith(ending) || short.length - ending.length < least) continue;
    const rest = short.slice(0, -ending.length);
    if (!/[aeiouy]/u.test(rest)) continue;
    short = undouble(rest) + instead;
    break;
  }
  return short.length > 3 && short.endsWith('e') ? short.slice(0, -1) : short;
}

/** Ending, letters that have to be left, and what stands in its place. */
const ENDINGS: readonly (readonly [string, number, string])[] = [
  ['ization', 3, 'iz'],
  ['ation', 4, 'at'],
  ['ment', 4, ''],
  ['ness', 3, ''],
  ['tion', 3, 't'],
  ['sion', 3, 's'],
  ['ing', 3, ''],
  ['ied', 2, 'y'],
  ['ed', 3, ''],
  ['ure', 4, ''],
  ['ly', 4, ''],
];

function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|z)es$/u.test(word)) return word.slice(0, -2);
  return /[^aiuos]s$/u.test(word) || /[^s]ios$/u.test(word) ? word.slice(0, -1) : word;
}

/** `running` is `run`, but `failing` is `fail` and `passing` is `pass`. */
function undouble(rest: string): string {
  return /([bdfgkmnprtv])\1$/u.test(rest) ? rest.slice(0, -1) : rest;
}
