/** Wordings of actions that nobody can tell to be done. */
export const VAGUE_ACTIONS: readonly RegExp[] = [
  /^(?:please )?(?:be|being) more (?:careful|cautious|vigilant|attentive|aware|diligent)\b/iu,
  /^(?:pay|paying) (?:more|closer) attention\b/iu,
  /^(?:try|remember|make sure|ensure we remember) (?:harder|to (?:be|not))\b/iu,
  /^(?:improve|better|enhance|increase|review|investigate|look (?:at|into)|consider|think about|discuss) (?:our |the |more )?(?:monitoring|alerting|testing|tests|documentation|docs|communication|process|processes|observability|reliability|quality|awareness|it|this|that)\.?$/iu,
  /^(?:better|more|improved) (?:monitoring|alerting|testing|tests|documentation|communication|training|care)\.?$/iu,
];
