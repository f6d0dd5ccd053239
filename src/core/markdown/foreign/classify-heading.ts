import { LONGEST_HEADING, SECTION_NAMES, TRANSLATED_NAMES, type SectionKind } from './section-names.data.ts';

/** A heading reduced to its words: lower case, without numbering, parentheses, emphasis, emoji and link targets. */
export function headingWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\]\([^()]*\)/gu, ']')
    .replaceAll(/\([^()]*\)/gu, ' ')
    .replaceAll(
      /\b(we|they|you)['’](ll|re)\b/gu,
      (_, who: string, verb: string) => `${who} ${verb === 'll' ? 'will' : 'are'}`,
    )
    .replaceAll(/['’`]/gu, '')
    .replace(/^[\s#*_]*(?:\d+(?:\.\d+)*[.)]?|[ivx]+[.)])\s+/u, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What a section with this heading is about; undefined where no wording says so. */
export function classifyHeading(text: string): SectionKind | undefined {
  if (text.length > 200) return undefined;
  const words = headingWords(text);
  if (words === '' || words.split(' ').length > LONGEST_HEADING) return undefined;
  return (
    SECTION_NAMES.find((names) => names.patterns.some((pattern) => pattern.test(words)))?.kind ?? translated(words)
  );
}

/** Languages that write without blanks begin a word anywhere; the others end it before a blank. */
function translated(words: string): SectionKind | undefined {
  const starts = (name: string): boolean =>
    words.startsWith(name) && (!/^[\p{L}\p{N}]/u.test(words.slice(name.length)) || UNSPACED.test(name));
  return TRANSLATED_NAMES.find(([, names]) => names.some(starts))?.[0];
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** A heading with its rank, or a line that serves as one. */
export interface Heading {
  readonly text: string;
  readonly depth: number;
}

/** How the headings of one document are to be understood, as what one says depends on what the others say. */
export interface HeadingClassifier {
  kindOf(text: string): SectionKind | undefined;
  /** True where a heading names actions, so that plans below headings of another kind are part of the story. */
  readonly namesActions: boolean;
}

/** A classifier for the headings of one document. */
export function headingClassifier(headings: readonly Heading[]): HeadingClassifier {
  const listed = hasActionList(headings);
  return {
    namesActions: listed || headings.some(({ text }) => classifyHeading(text) === 'remediation'),
    kindOf(text) {
      const kind = classifyHeading(text);
      if (kind !== 'remediation') return kind;
      return listed ? 'resolution' : 'actions';
    },
  };
}

/** Headings below "Remediation" are its own parts. */
function hasActionList(headings: readonly Heading[]): boolean {
  let under = Number.POSITIVE_INFINITY;
  for (const { text, depth } of headings) {
    if (depth <= under) under = Number.POSITIVE_INFINITY;
    const kind = classifyHeading(text);
    if (kind === 'actions' && depth < under) return true;
    if (kind === 'remediation' && under === Number.POSITIVE_INFINITY) under = depth;
  }
  return false;
}
