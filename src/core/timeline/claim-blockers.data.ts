/**
 * Words that take a claim back. `before` must stand before the claim in its clause, `within` anywhere in it, `after`
 * behind it,
 * `inside` within the very words that claim (a denial that opens them, as `no longer seeing errors`, is the claim itself).
 */
export interface ClaimBlocker {
  readonly where: 'before' | 'inside' | 'within' | 'after';
  readonly pattern: RegExp;
  /** What remains of the strength: 0 for denials, questions and intentions, more for hedges. */
  readonly remains: number;
}

/** English. A claim that keeps some strength may still be an alternative; one at 0 is not a claim. */
export const CLAIM_BLOCKERS: readonly ClaimBlocker[] = [
  // Denied.
  {
    where: 'before',
    pattern: /\b(?:not|never|cannot|without|neither|nor|hardly|nobody|nothing)\b[^,:]*$|n['’]t\b[^,:]*$/iu,
    remains: 0,
  },
  { where: 'inside', pattern: /(?!^)\b(?:not|never|neither|nor|un(?:able|resolved))\b|n['’]t\b/iu, remains: 0 },
  { where: 'before', pattern: /\bno (?:\w+ ){0,2}$/iu, remains: 0 },
  {
    where: 'before',
    pattern: /\b(?:failed|fails|unable|refuses|still (?:waiting|need)|far from|yet) to [^,:]*$/iu,
    remains: 0,
  },
  { where: 'before', pattern: /\b(?:didn|doesn|isn|wasn|hasn|haven|aren|weren|won|couldn)t\b[^,:]*$/iu, remains: 0 },
  {
    where: 'after',
    pattern:
      /^\s+(?:\w+ )?(?:failed|fails|was not effective|did(?: not|n['’]t) (?:work|help)|not yet|unsuccessful)\b/iu,
    remains: 0,
  },
  { where: 'after', pattern: /^\W*(?:is |was |still |remains )*(?:unknown|unclear|not known|tbd)\b/iu, remains: 0 },
  {
    where: 'before',
    pattern: /\bto (?:find|identify|determine|understand|establish|locate|confirm|investigate)\b[^,:]*$/iu,
    remains: 0,
  },
  // Only recalled.
  { where: 'before', pattern: /\bsince\b[^,:]*$|^\W*reminder\b/iu, remains: 0 },
  // Asked.
  { where: 'within', pattern: /\?\s*$/u, remains: 0 },
  {
    where: 'before',
    pattern: /\b(?:anyone|anybody|any update|do we know|wondering|whether|not sure|unsure|unclear)\b[^:]*$/iu,
    remains: 0,
  },
  // Intended, conditional, or still to come.
  {
    where: 'before',
    pattern:
      /\b(?:if|unless|until|once|when|whenever|as soon as|in case|assuming|wait(?:ing)? (?:for|until|on)|before (?:we|i|it|the))\b[^,:]*$/iu,
    remains: 0,
  },
  {
    where: 'before',
    pattern:
      /\b(?:should|shall|could|would|can|may|might|must|will|['’]ll|let['’]?s|let us|gonna|going to|want to|wants to|need to|needs to|have to|has to|ought to|able to|ready to|about to|plan(?:s|ned|ning)? to|try(?:ing)? to|tries to|tried to|propos(?:e|ed|ing)|suggest(?:s|ed|ing)?|consider(?:s|ed|ing)?|decid(?:e|ed|es|ing)|decision|discuss(?:es|ed|ing)?|prepar(?:e|es|ed|ing)|hope(?:s|fully)?|hoping|expect(?:s|ed|ing)?|request(?:s|ed|ing)?|ask(?:s|ed|ing)?|recommend(?:s|ed)?|please|eta|todo|next step|tomorrow|later today)\b[^,:]*$/iu,
    remains: 0,
  },
  // About another time or another incident.
  {
    where: 'within',
    pattern:
      /\b(?:last (?:time|week|month|year|night|quarter|incident)|yesterday|the other day|previous (?:incident|outage)|earlier this (?:week|month|year)|back in (?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)|(?:similar|same) (?:incident|issue|outage) (?:in|from|on))\b/iu,
    remains: 0,
  },
  {
    where: 'within',
    pattern: /\b(?:staging|sandbox|test environment|dev environment|drill|game ?day|dry[- ]run)\b/iu,
    remains: 0.3,
  },
  // Hedged.
  {
    where: 'before',
    pattern:
      /\b(?:maybe|perhaps|probably|possibly|presumably|apparently|seemingly|i think|we think|i guess|i believe|might be|could be|looks? like|seems?|suspect(?:s|ed|ing)?|guess|theory|hypothesis)\b[^,:]*$/iu,
    remains: 0.65,
  },
  {
    where: 'within',
    pattern:
      /\b(?:partial(?:ly)?|mostly|almost|nearly|slowly|gradually|temporarily|starting to|beginning to|some of)\b/iu,
    remains: 0.75,
  },
  { where: 'within', pattern: /\bunrelated\b/iu, remains: 0.3 },
];
