import type { ReviewFinding, TextField } from '../review-finding.ts';
import { verbForms } from './english-grammar.ts';
import { type PeopleFinder, peopleFinder } from './find-people.ts';
import { findWordings, type FoundWording } from './find-wordings.ts';
import { type CompiledLanguage, languageOf } from './languages.ts';
import { maskProse } from './mask-prose.ts';
import { replaceWords } from './replace-words.ts';
import { BLAMELESS_RULES } from './rules.data.ts';
import { type Sentence, splitSentences, type Token } from './split-sentences.ts';

/** What is known beside the texts. */
export interface BlamelessContext {
  /** Names and handles of people, from roles and timeline. Common given names and words for roles are known anyway. */
  readonly people: readonly string[];
  /** Languages of the texts: `en` (also if absent), `de`, `fr`, `es`. Others have no table and are passed over. */
  readonly languages?: readonly string[];
}

/** Fields in which people are listed. */
const LISTS_OF_NAMES = /^(?:roles|meeting|related|incident|document|severity|links|people)\b/u;

/** Fields that tell what somebody did, or is to do. */
const DEEDS = /^(?:timeline|actions)\b/u;

const RULES = new Map(BLAMELESS_RULES.map((rule) => [rule.code, rule]));

/**
 * Wordings that blame in the authors' own words: quotations, code, block quotes and chats are somebody else's. One finding
 * for each occurrence, in the order of the texts, with the place of its words, and another sentence where one can be made.
 * Linear in the length of the texts; the same texts always give the same findings.
 */
export function reviewBlameless(fields: readonly TextField[], context: BlamelessContext): ReviewFinding[] {
  const languages = (context.languages ?? ['en']).flatMap((code) => {
    const language = languageOf(code);
    return language === undefined ? [] : [withPeople(language, context.people)];
  });
  return fields
    .filter(({ path }) => !LISTS_OF_NAMES.test(path))
    .flatMap((field) => {
      const sentences = splitSentences(maskProse(field.text));
      return languages.flatMap((language) => reviewSentences(field, sentences, language));
    });
}

/** A longer sentence is a list, or no prose; a longer field is a file. Neither gets another wording, only findings. */
const LONGEST_SENTENCE = 2000;
const LONGEST_FIELD = 20_000;

interface Reader {
  readonly language: CompiledLanguage;
  readonly people?: PeopleFinder;
}

function withPeople(language: CompiledLanguage, names: readonly string[]): Reader {
  return language.people === undefined ? { language } : { language, people: peopleFinder(language.people, names) };
}

function reviewSentences(
  field: TextField,
  sentences: readonly Sentence[],
  { language, people }: Reader,
): ReviewFinding[] {
  return sentences.flatMap((sentence, index) => {
    const named = people?.find(sentence, sentences[index - 1]) ?? new Map<number, never>();
    return findWordings({ sentence, people: named }, language)
      .filter(({ found: { wording } }) => wording.outsideDeeds !== true || !DEEDS.test(field.path))
      .map((found) => toFinding(field, sentence, found));
  });
}

function toFinding({ path, text }: TextField, { tokens, ...sentence }: Sentence, found: FoundWording): ReviewFinding {
  const { wording } = found.found;
  const rule = RULES.get(wording.code);
  const range = rangeOf(tokens, found.match);
  const words = text.slice(range.start, range.end).replaceAll(/\s+/gu, ' ');
  const finding: ReviewFinding = {
    code: wording.code,
    severity: wording.mild === true ? 'info' : (rule?.severity ?? 'warning'),
    message: `“${words}” reads as blame. ${wording.why}`,
    place: { path },
    range,
    help: rule?.help ?? '',
  };
  if (sentence.end - sentence.start > LONGEST_SENTENCE || text.length > LONGEST_FIELD) return finding;
  const value = rewritten(text, tokens, found);
  if (value === undefined) return finding;
  const suggestion = value.slice(sentence.start, sentence.end + value.length - text.length).replaceAll(/\s+/gu, ' ');
  const label = wording.instead === '' ? `Leave out “${words}”` : `Write “${shortened(suggestion)}”`;
  const fix = { path, value, label, ...(wording.mechanical === true ? { mechanical: true as const } : {}) };
  return { ...finding, suggestion, fix };
}

function rangeOf(tokens: readonly Token[], { start, end }: { readonly start: number; readonly end: number }) {
  const last = tokens[end - 1]?.mark === true && end - 1 > start ? end - 2 : end - 1;
  return { start: tokens[start]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

/** The whole text with the words replaced; undefined where the wording has no other, or nothing would be left. */
function rewritten(text: string, tokens: readonly Token[], { found, match }: FoundWording): string | undefined {
  const { instead } = found.wording;
  if (instead === undefined || match.replaced === undefined) return undefined;
  const forms = verbForms(tokens[match.verb ?? -1]?.norm ?? '');
  const by = instead
    .replace('{base}', forms.base)
    .replace('{past}', forms.past)
    .replace('{participle}', forms.participle)
    .replace('{was}', agreeing(tokens[match.replaced.start - 1]));
  const value = replaceWords(text, { ...rangeOf(tokens, match.replaced), by });
  return value.trim() === '' ? undefined : value;
}

/** “was” or “were”, by the noun before it. */
function agreeing(subject: Token | undefined): string {
  const norm = subject?.norm ?? '';
  return /^(?:they|we|you|these|those)$/u.test(norm) || /[^su]s$/u.test(norm) ? 'were' : 'was';
}

function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79).replace(/\s+\S*$/u, '')}…`;
}
