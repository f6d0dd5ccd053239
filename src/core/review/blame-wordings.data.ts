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
