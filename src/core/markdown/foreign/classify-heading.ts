import { LONGEST_HEADING, SECTION_NAMES, type SectionKind } from './section-names.data.ts';

/** A heading reduced to its words: lower case, without numbering, parentheses, emphasis, emoji and link targets. */
export function headingWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\]\([^()]*\)/gu, ' ')
    .replaceAll(/\([^()]*\)/gu, ' ')
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
  return SECTION_NAMES.find((names) => names.patterns.some((pattern) => pattern.test(words)))?.kind;
}
