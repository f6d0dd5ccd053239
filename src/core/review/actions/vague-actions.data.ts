/** A way of wording an action that leaves open what will be done. */
export interface VagueWording {
  readonly kind: 'care' | 'inquiry' | 'comparative';
  /** Matched against the beginning of an action, in lower case, without “we should”. */
  readonly pattern: RegExp;
  /** Follows the quoted words. */
  readonly why: string;
  readonly help: string;
}

const CARE_HELP =
  'Say what will make the mistake harder or its effect smaller: which guard, which default, which alert.';
const INQUIRY_HELP = 'Say which question is to be answered, by when, and what will be decided by the answer.';
const COMPARATIVE_HELP =
  'Say what will be there afterwards that is not there now: which alert at which threshold, which test, which page.';

/**
 * Wordings whose end nobody can see. What names a number, a system, a condition or a result is not vague, whatever its verb
 * is, except for wishes to be careful: care is no change (VA action hierarchy: the weakest kind of action).
 */
export const VAGUE_WORDINGS: readonly VagueWording[] = [
  {
    kind: 'care',
    pattern:
      /^(?:be(?:ing)? (?:more |extra |very |a bit more )?(?:careful|cautious|vigilant|attentive|aware|diligent|mindful|thorough|proactive)|pay(?:ing)? (?:more |closer |better )?attention|try(?:ing)? harder|take (?:more |better |extra )?care|double[- ]check (?:everything|our work|before)|remember to|don.?t forget to|make sure (?:to remember|everyone knows|(?:this|it) (?:does not|doesn.?t|won.?t|will not) happen again)|avoid (?:this|it|such|similar|making (?:such )?mistakes?)\b|follow the process)/u,
    why: 'asks for care, and nobody can tell whether care was taken',
    help: CARE_HELP,
  },
  {
    kind: 'inquiry',
    pattern:
      /^(?:investigat(?:e|ing)|look(?:ing)? (?:at|into|further)|consider(?:ing)?|think(?:ing)? (?:about|of|through)|explor(?:e|ing)|evaluat(?:e|ing)|assess(?:ing)?|research(?:ing)?|revisit(?:ing)?|rethink(?:ing)?|reconsider(?:ing)?|reflect(?:ing)?|figur(?:e|ing) out|find(?:ing)? (?:a|some) ways?|discuss(?:ing)?|brainstorm(?:ing)?|understand(?:ing)?|talk(?:ing)? about)\b/u,
    why: 'has no end: nobody knows what there will be when it is done',
    help: INQUIRY_HELP,
  },
  {
    kind: 'comparative',
    pattern:
      /^(?:improv(?:e|ed|ing)|better|enhanc(?:e|ed|ing)|strengthen(?:ing)?|increas(?:e|ed|ing)|optimi[sz](?:e|ing)|streamlin(?:e|ing)|more|review(?:ing)?|rais(?:e|ing) awareness|work(?:ing)? on|deal(?:ing)? with|address(?:ing)?|handl(?:e|ing)|do(?:ing)? something)\b/u,
    why: 'says in which direction, but not how far',
    help: COMPARATIVE_HELP,
  },
];

/** What makes any action concrete: numbers, names of code, quotations, a result, a condition. */
export const CONCRETE =
  /\d|`|["“”]|\b(?:so that|such that|in order to|until|when(?:ever)?|if|from .+ to|at least|at most|below|above|by \w+ing|with (?:an?|the|direct|\w+ing)|instead of|into|to (?:prevent|detect|catch|block|reject|notify|avoid|ensure|alert|include|allow|page))\b/iu;

/** What an inquiry ends in. */
export const RESULT =
  /\b(?:and (?:then )?(?:decide|document|write|report|propose|publish|fix|implement|add|create|file|present|share|agree)|decision|proposal|rfc|design doc|adr|spike|prototype|proof of concept|recommendation|by (?:\d|q[1-4]|mon|tue|wed|thu|fri|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|report back)\b/iu;

/** Work that fills a quarter rather than an item of a list. */
export const WHOLE_SYSTEM =
  /\b(?:re-?writ(?:e|ing)|re-?design(?:ing)?|re-?architect(?:ing)?|re-?build(?:ing)?|re-?work(?:ing)?|re-?factor(?:ing)?|migrat(?:e|ing)|replac(?:e|ing)|overhaul(?:ing)?|moderni[sz](?:e|ing))\b.{0,40}\b(?:whole|entire|complete|everything|from scratch|all (?:of )?(?:our|the)|architecture|code ?base|monolith|platform|infrastructure|tech(?:nology)? stack)\b|\b(?:overhaul|moderni[sz]e) (?:the|our)\b/iu;
