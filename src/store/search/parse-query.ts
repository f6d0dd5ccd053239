import { labelWord, monthWord, quoteWord, titleWord, workspaceWord } from './search-document.ts';
import { stemOf, wordsOf } from './words.ts';

/** Words that are looked for together. */
export interface Term {
  /** Lower case, without accents. */
  readonly words: readonly string[];
  /** The words stand side by side. */
  readonly isPhrase: boolean;
  /** The last word may go on: it is still being typed. */
  readonly isOpen: boolean;
}

/** What somebody looks for. Any text is a query: quotes are phrases, `-` leaves out, `or` means either. */
export interface ParsedQuery {
  /** All of them have to be there, each in one of its alternatives. */
  readonly wanted: readonly (readonly Term[])[];
  readonly unwanted: readonly Term[];
}

/** Labels that narrow a search; several of one kind mean any of them. */
export interface QueryLabels {
  readonly workspaceId: string;
  readonly status?: readonly string[] | undefined;
  readonly severity?: readonly number[] | undefined;
  readonly service?: readonly string[] | undefined;
  readonly team?: readonly string[] | undefined;
  readonly tag?: readonly string[] | undefined;
  /** Words of people, any of which. */
  readonly people?: readonly string[] | undefined;
  /** Months as `2026-02`, any of which. */
  readonly months?: readonly string[] | undefined;
}

/** A query as the texts of `tsquery`s. */
export interface QueryTexts {
  /** What the index answers by itself: all words and labels, wherever they stand. */
  readonly words: string;
  /** The same words in the title. */
  readonly title: string;
  /** Phrases as such; undefined where there are none. */
  readonly exact: string | undefined;
  /** Every wanted word, for ranking. */
  readonly rank: string;
}

const PART = /(?<minus>-?)(?:"(?<phrase>[^"]*)(?:"|$)|(?<word>[^\s"]+))/gu;
/** More words than this say nothing more; each costs. */
const MOST_TERMS = 16;
/** A single letter begins too many words. */
const SHORTEST_OPEN = 2;

/** Reads what somebody typed. Never fails; undefined where there is nothing in it to look for. */
export function parseQuery(text: string): ParsedQuery | undefined {
  const wanted: Term[][] = [];
  const unwanted: Term[] = [];
  let joins = false;
  const parts = [...text.toWellFormed().matchAll(PART)];
  parts.forEach((part, index) => {
    const { minus, phrase, word } = part.groups ?? {};
    if (word?.toLowerCase() === 'or' && minus === '' && wanted.length > 0 && index < parts.length - 1) {
      joins = true;
      return;
    }
    const isTyped = index === parts.length - 1 && word !== undefined && text.endsWith(word) && minus === '';
    const term = termOf(phrase ?? word ?? '', { isPhrase: phrase !== undefined, isOpen: isTyped });
    if (term === undefined || wanted.length + unwanted.length >= MOST_TERMS) return;
    if (minus === '-') unwanted.push(term);
    else if (joins) wanted.at(-1)?.push(term);
    else wanted.push([term]);
    joins = false;
  });
  return wanted.length + unwanted.length === 0 ? undefined : { wanted, unwanted };
}

function termOf(text: string, kind: Pick<Term, 'isPhrase' | 'isOpen'>): Term | undefined {
  const words = wordsOf(text).flatMap(({ forms: [whole] }) => (whole === undefined || whole === '' ? [] : [whole]));
  return words.length === 0 ? undefined : { words: words.slice(0, MOST_TERMS), ...kind };
}

/** Writes a query for the database. */
export function queryTexts(query: ParsedQuery, labels: QueryLabels): QueryTexts {
  const { unwanted, wanted } = query;
  const narrowed = labelTexts(labels);
  const without = unwanted.map((term) => `!${termText(term, anywhere)}`);
  const hasPhrases = [...wanted.flat(), ...unwanted].some(isSideBySide);
  const all = (write: (term: Term) => string): string[] =>
    wanted.map((alternatives) => group(alternatives.map(write), ' | '));
  return {
    words: [
      ...all((term) => termText(term, anywhere)),
      ...narrowed,
      ...unwanted.flatMap((term) => (isSideBySide(term) ? [] : [`!${termText(term, anywhere)}`])),
    ].join(' & '),
    title: [...all((term) => termText(term, inTitle)), ...narrowed, ...without].join(' & '),
    exact: hasPhrases ? [...all(sideBySide), ...unwanted.map((term) => `!${sideBySide(term)}`)].join(' & ') : undefined,
    rank: wanted
      .flat()
      .flatMap(({ words, isOpen }) => words.map((word, index) => anywhere(word, isOpen && index === words.length - 1)))
      .join(' | '),
  };
}

function isSideBySide({ isPhrase, words }: Term): boolean {
  return isPhrase && words.length > 1;
}

type WriteWord = (word: string, isOpen: boolean) => string;

function termText({ isOpen, words }: Term, write: WriteWord): string {
  return group(
    words.map((word, index) => write(word, isOpen && index === words.length - 1)),
    ' & ',
  );
}

function sideBySide(term: Term): string {
  return isSideBySide(term) ? `(${term.words.map(quoteWord).join(' <-> ')})` : termText(term, anywhere);
}

/** A word in any of its inflections; begun words in all that they may become. */
function anywhere(word: string, isOpen: boolean): string {
  const short = stemOf(word);
  const goesOn = isOpen && word.length >= SHORTEST_OPEN;
  const forms = [goesOn ? `${quoteWord(word)}:*` : quoteWord(word), quoteWord(`~${short ?? word}`)];
  return group(short === undefined ? forms : [...forms, quoteWord(short)], ' | ');
}

function inTitle(word: string, isOpen: boolean): string {
  const goesOn = isOpen && word.length >= SHORTEST_OPEN;
  return goesOn ? `(${quoteWord(titleWord(word))} | ${quoteWord(`^${word}`)}:*)` : quoteWord(titleWord(word));
}

function labelTexts(labels: QueryLabels): string[] {
  const { months, people, service, severity, status, tag, team, workspaceId } = labels;
  return [
    quoteWord(workspaceWord(workspaceId)),
    ...anyOf(status?.map((value) => labelWord('status', value))),
    ...anyOf(severity?.map((value) => labelWord('severity', String(value)))),
    ...anyOf(service?.map((value) => labelWord('service', value))),
    ...anyOf(team?.map((value) => labelWord('team', value))),
    ...anyOf(tag?.map((value) => labelWord('tag', value))),
    ...anyOf(people?.map((value) => labelWord('person', value))),
    ...anyOf(months?.map((month) => monthWord(month))),
  ];
}

/** Any of some labels; nothing for none, which narrows nothing. */
function anyOf(words: readonly string[] | undefined): string[] {
  return words === undefined || words.length === 0 ? [] : [group(words.map(quoteWord), ' | ')];
}

function group(parts: readonly string[], joint: string): string {
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(joint)})`;
}
