import { FACT_LABELS } from './action-words.data.ts';

/** What can be known of an action besides its text. */
type FactKey = keyof typeof FACT_LABELS;

/** Facts that labels tell, as `Owner: Ana, Due: 2024-05-01`. */
export interface Facts {
  readonly values: Readonly<Partial<Record<FactKey, string>>>;
  /** The labels as written. */
  readonly words: string;
  /** Where the first label stands, with the separator or bracket before it. */
  readonly start: number;
}

/** Longer values are text. */
const LONGEST_VALUE = 80;
const MOST_WORDS = 8;

const KEYS = Object.keys(FACT_LABELS) as FactKey[];
const WORDS = KEYS.map((key) => `(?<${key}>${FACT_LABELS[key]})`).join('|');
const LABEL = new RegExp(
  String.raw`(?<before>(?:\s*[-–—,;|·→]+\s*)?(?:[*_]{1,3}(?=[(\x5b]))?[(\x5b]?[*_]{0,3})(?<![\p{L}\p{N}])(?:${WORDS})[*_]{0,3}\s*:[*_]{0,3}[ \t]*`,
  'giu',
);

/**
 * The facts at the end of a text: everything from the first label on has to be labels with short values. `null` if there
 * are none.
 */
export function factsIn(text: string): Facts | null {
  const labels = [...(text.length > 2_000 ? '' : text).matchAll(LABEL)].filter((match) => isLabel(match, text));
  const values: Partial<Record<FactKey, string>> = {};
  const [first] = labels;
  // A label inside of emphasis is part of what is emphasised.
  if (first === undefined || text.slice(0, first.index).split('**').length % 2 === 0) return null;
  for (const [index, match] of labels.entries()) {
    const value = valueOf(text.slice(match.index + match[0].length, labels[index + 1]?.index ?? text.length));
    const key = KEYS.find((name) => match.groups?.[name] !== undefined);
    if (value === null || key === undefined || values[key] !== undefined) return null;
    if (value !== '') values[key] = value;
  }
  return {
    values,
    words: labels.map((match) => match[0].replaceAll(/[^\p{L}\p{N}\s]+/gu, ' ').trim()).join(' '),
    start: first.index,
  };
}

/** A word before a colon in the middle of a sentence is none: it is set off, or it has a capital. */
function isLabel({ index, groups, 0: whole }: RegExpExecArray, text: string): boolean {
  const before = groups?.['before'] ?? '';
  return (
    before.trim() !== '' ||
    /(?:^|[.\n])\s*$/u.test(text.slice(Math.max(0, index - 9), index)) ||
    /^\s*\p{Lu}/u.test(whole)
  );
}

/** A value without what separates it from the next label; null where it is too long for one. */
function valueOf(raw: string): string | null {
  let value = raw.replace(/^[\s*_]+/u, '').replace(/[\s,;|·*_–—-]+$/u, '');
  while (/[)\]]$/u.test(value) && value.split(/[)\]]/u).length > value.split(/[(\x5b]/u).length)
    value = value.slice(0, -1).replace(/[\s*_]+$/u, '');
  value = value.replace(/\.$/u, '').trim();
  return /[\r\n]/u.test(value) || value.length > LONGEST_VALUE || value.split(/\s+/u).length > MOST_WORDS
    ? null
    : value;
}

/** Lines below an action that are facts (`- Owner: Ana`), and the others. */
export function factLines(notes: string): { readonly facts: readonly Facts[]; readonly rest: string } {
  const facts: Facts[] = [];
  const rest = notes.split('\n').filter((line) => {
    const found = factsIn(line.replace(/^\s*(?:[-+*]\s+|\d{1,2}[.)]\s+)?/u, '').trim());
    if (found?.start !== 0 || Object.keys(found.values).length === 0) return true;
    facts.push(found);
    return false;
  });
  return { facts, rest: rest.join('\n') };
}
