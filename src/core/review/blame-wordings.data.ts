/** A wording that blames, and why a post-mortem does better without it. */
export interface BlameWording {
  readonly code: string;
  readonly pattern: RegExp;
  /** Why, in one sentence. */
  readonly why: string;
  /** What stands in its place; `$1` … as in `String.replace`. Absent where only a person can tell. */
  readonly instead?: string;
}

const PERSON =
  '(?:he|she|they|we|I|you|engineers?|operators?|developers?|admins?|administrators?|on-call(?: engineer)?|responders?|team|people|person|someone|somebody|nobody|staff|contractor|intern|support|QA|management|(?<=\\s|^)@[\\w.-]+)';

/** English wordings. A longer table, and other languages, are added here. */
export const BLAME_WORDINGS: readonly BlameWording[] = [
  {
    code: 'blame-human-error',
    pattern: /\b(?:human|operator|user|pilot)[ -]error\b/giu,
    why: 'Human error is where the questions start, not the cause: what made the mistake possible, and what did not stop it?',
  },
  {
    code: 'blame-human-error',
    pattern: /\b(?:carelessness|negligence|incompetence|laziness|sloppiness)\b/giu,
    why: 'It judges a person and explains nothing that can be changed.',
  },
  {
    code: 'blame-word',
    pattern:
      /\b(?:careless(?:ly)?|negligent(?:ly)?|incompetent|lazy|lazily|sloppy|stupid(?:ly)?|foolish(?:ly)?|reckless(?:ly)?|dumb|idiotic)\b ?/giu,
    why: 'It judges a person and explains nothing that can be changed.',
    instead: '',
  },
  {
    code: 'blame-word',
    pattern: /\b(?:at fault|to blame|is guilty|was guilty|the culprit|culprit|whose fault|fault of)\b/giu,
    why: 'Blame makes people hide what they know; say what happened and which conditions led to it.',
  },
  {
    code: 'blame-counterfactual',
    pattern: new RegExp(`\\b(${PERSON}) (?:should|could|ought to|might|would) have\\b`, 'giu'),
    why: 'It tells of something that did not happen; say what was known then and what was done.',
  },
  {
    code: 'blame-counterfactual',
    pattern: new RegExp(`\\b(${PERSON}) (?:failed|neglected|omitted) to\\b`, 'giu'),
    why: 'It measures people against what was known only later; say what they did, and why that made sense then.',
    instead: '$1 did not',
  },
  {
    code: 'blame-counterfactual',
    pattern: new RegExp(`\\b(${PERSON}) forgot to\\b`, 'giu'),
    why: 'Steps that rest on memory are forgotten by anybody; say what reminded nobody of it.',
    instead: '$1 did not',
  },
  {
    code: 'blame-counterfactual',
    pattern: /\bif only\b/giu,
    why: 'It tells of something that did not happen; say what was known then and what was done.',
  },
  {
    code: 'blame-hindsight',
    pattern:
      /\b(?:obviously|of course|clearly|needless to say|in hindsight|with hindsight|it was obvious that|everyone knows)\b,? ?/giu,
    why: 'What is plain now was not plain then.',
    instead: '',
  },
  {
    code: 'blame-belittling',
    pattern: /\b(?:simply|merely|just|easily) (?=(?:had|have|has|needed|need|needs) to\b)/giu,
    why: 'It makes light of what was hard at the time.',
    instead: '',
  },
];

/** Wordings of actions that nobody can tell to be done. */
export const VAGUE_ACTIONS: readonly RegExp[] = [
  /^(?:please )?(?:be|being) more (?:careful|cautious|vigilant|attentive|aware|diligent)\b/iu,
  /^(?:pay|paying) (?:more|closer) attention\b/iu,
  /^(?:try|remember|make sure|ensure we remember) (?:harder|to (?:be|not))\b/iu,
  /^(?:improve|better|enhance|increase|review|investigate|look (?:at|into)|consider|think about|discuss) (?:our |the |more )?(?:monitoring|alerting|testing|tests|documentation|docs|communication|process|processes|observability|reliability|quality|awareness|it|this|that)\.?$/iu,
  /^(?:better|more|improved) (?:monitoring|alerting|testing|tests|documentation|communication|training|care)\.?$/iu,
];

/** What people leave in a text for later. */
export const PLACEHOLDERS: readonly RegExp[] = [
  /\[(?:TODO|TBD|FIXME|XXX)\b[^\]]*\]/u,
  /\b(?:TODO|TBD|FIXME)\b/u,
  /\{\{\s*[A-Z][A-Z0-9_ ]*\s*\}\}/u,
  /\bYYYY-MM-DD\b|\bHH:MM\b|\bINC-X{2,}\b|\bSEV-?X\b|\[Name\]|\[Title\]/u,
  /\blorem ipsum\b/iu,
];

/** Moments that cannot come before the other. */
export const MOMENT_ORDER: readonly (readonly [first: string, then: string])[] = [
  ['impact-started', 'mitigated'],
  ['impact-started', 'restored'],
  ['impact-started', 'resolved'],
  ['alert-fired', 'acknowledged'],
  ['introduced', 'deployed'],
  ['merged', 'deployed'],
  ['declared', 'resolved'],
  ['mitigated', 'closed'],
  ['resolved', 'closed'],
];
