import { BEHIND_A_VERB, DESCRIBING, IRREGULAR_VERBS, NO_PARTICIPLES } from './english-verbs.data.ts';
import { ADVERBS, NO_ADVERBS } from './english-words.data.ts';
import type { Token } from './split-sentences.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split('|'));

const adverbs = setOf(ADVERBS);
const noAdverbs = setOf(NO_ADVERBS);
const noParticiples = setOf(NO_PARTICIPLES);
const describing = setOf(DESCRIBING);
const behindAVerb = setOf(BEHIND_A_VERB);
const irregular = new Map(IRREGULAR_VERBS.flatMap((verb) => [[verb[1], verb] as const, [verb[2], verb] as const]));

/** True for an English adverb, as far as its form tells. */
export function isAdverb({ norm }: Token): boolean {
  return adverbs.has(norm) || (norm.length > 4 && norm.endsWith('ly') && !noAdverbs.has(norm));
}

/** True for an English verb in a past form: “tested the restore”, not “tested restores”. */
export function isParticiple({ norm, mark }: Token, next: Token | undefined): boolean {
  if (mark || noParticiples.has(norm)) return false;
  if (!irregular.has(norm) && !(norm.length > 3 && norm.endsWith('ed'))) return false;
  return !describing.has(norm) || next === undefined || next.mark || behindAVerb.has(next.norm) || isAdverb(next);
}

/** The forms of a verb, given in a past one: `tested` → test, tested, tested. Regular ones by the rules of spelling. */
export function verbForms(past: string): { readonly base: string; readonly past: string; readonly participle: string } {
  const known = irregular.get(past);
  if (known !== undefined) return { base: known[0], past: known[1], participle: known[2] };
  return { base: regularBase(past), past, participle: past };
}

/** Ends in a letter behind which the -e is part of the verb: cause, notice, change, continue. */
const SILENT_E =
  /(?:[^aeiou][aeiou][bcdgkmpstvz]|[aeiou]{2}[scvz]|[cgsvz]|[aiu]r|(?:st|gn|pl|c|b)or|u|dl|pl|bl|gl|fl|tl)$/u;
/** Verbs whose stem looks as if it lost an -e. */
const WITHOUT_E =
  /(?:[aeiou]l|er|(?<!st|gn|pl|c|b)or|air|ear|our|en|on|it|et|ss|ck|sh|ch|ct|pt|st|xt|nt|rt|lt|nd|rd|ld|lp|rk|nk|sk|rm|ew|ow|ay|oy|eck|ook|ail|ain|eat|eal|ead|oad|oot|eed|ough|x)$/u;

function regularBase(past: string): string {
  const stem = past.slice(0, -2);
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  const doubled = /([bdgmnprt])\1$/u.test(stem) || /(?:ntroll|ncell|belled|pelled|velled)$/u.test(stem);
  if (doubled && !/(?:add|err|ebb|odd)$/u.test(stem)) return stem.slice(0, -1);
  return !WITHOUT_E.test(stem) && SILENT_E.test(stem) ? `${stem}e` : stem;
}
