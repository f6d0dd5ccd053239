/** Wordings that tell what must be done, where a template asks what was learned. */
export const PRESCRIPTIONS: readonly RegExp[] = [
  /\b(?:we|you|they|teams?|engineers?|developers?|operators?|everyone|everybody|people|one) (?:\w+ly )?(?:must|should|shall|ought to|need to|needs to|have to|has to|had better)\b(?! have\b)/iu,
  /\b(?:must|should|needs? to|ha(?:s|ve) to) (?:always |never |not )?be (?:\w+ed|done|made|built|kept|written|set|put)\b/iu,
  /^(?:always|never|do not|don.?t|make sure|ensure|avoid|remember to|be sure to|consider|let.?s|add|create|implement|use|improve|write|automate|introduce|set up|update|review|test|check|monitor|document|train|require|enforce)\b/iu,
];
