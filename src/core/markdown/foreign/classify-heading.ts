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

/** Headings come by several times while a document is read, and the same ones in many documents. */
const seen = new Map<string, SectionKind | undefined>();
const MOST_SEEN = 5_000;

/** What a section with this heading is about; undefined where no wording says so. */
export function classifyHeading(text: string): SectionKind | undefined {
  if (text.length > 200) return undefined;
  if (seen.has(text)) return seen.get(text);
  if (seen.size >= MOST_SEEN) seen.clear();
  const kind = classify(text);
  seen.set(text, kind);
  return kind;
}

function classify(text: string): SectionKind | undefined {
  const words = headingWords(text);
  if (words.split(' ').length > LONGEST_HEADING) return classifyStart(text);
  if (words === '') return undefined;
  return (
    SECTION_NAMES.find((names) => names.patterns.some((pattern) => pattern.test(words)))?.kind ?? translated(words)
  );
}

/** A long heading may be a name with remarks: `Timeline (all times PST), 27 to 31 July, approximate`. */
function classifyStart(text: string): SectionKind | undefined {
  const start = /^[^(:;,.–—\d]{4,40}?(?=\s*(?:[(:;,.–—\d]|\s-\s))/u.exec(text.replace(/^[\s#*_\d.)]+/u, ''))?.[0] ?? '';
  return start === '' || headingWords(start).split(' ').length > 3 ? undefined : classifyHeading(start);
}

/**
 * Names in other languages stand at the start of a heading; those of languages that write without blanks may stand
 * anywhere in it, behind a word like "incident". Accents do not count, as many leave them out.
 */
function translated(words: string): SectionKind | undefined {
  const plain = withoutAccents(words);
  const starts = ({ name, unspaced }: Translation): boolean =>
    plain.startsWith(name) && (unspaced || !/^[\p{L}\p{N}]/u.test(plain.slice(name.length)));
  const found = longest((BY_INITIAL.get(plain[0] ?? '') ?? []).filter((translation) => starts(translation)));
  if (found !== undefined || !UNSPACED.test(words)) return found?.kind;
  return longest(WITHOUT_BLANKS.filter(({ name }) => plain.includes(name)))?.kind;
}

/** The longest name says most: "acciones tomadas" are no actions to take. */
function longest(found: readonly Translation[]): Translation | undefined {
  return found.reduce<Translation | undefined>(
    (best, next) => (best === undefined || next.name.length > best.name.length ? next : best),
    undefined,
  );
}

interface Translation {
  readonly kind: SectionKind;
  readonly name: string;
  /** True for a name that no blank has to follow. */
  readonly unspaced: boolean;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/gu, '')
    .normalize('NFC');
}

const TRANSLATIONS: readonly Translation[] = TRANSLATED_NAMES.flatMap(([kind, names]) =>
  names.map((name) => ({ kind, name: withoutAccents(name), unspaced: UNSPACED.test(name) })),
);
const BY_INITIAL = Map.groupBy(TRANSLATIONS, ({ name }) => name[0] ?? '');
const WITHOUT_BLANKS = TRANSLATIONS.filter(({ name, unspaced }) => unspaced && name.length > 1);

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
