/** Answers to a why that end at somebody's attention or memory. What lies behind it is what a post-mortem is for. */
export const PERSON_ANSWERS: readonly RegExp[] = [
  /\b(?:human|operator|user|manual) (?:error|mistake)\b/iu,
  /\b(?:lack of|insufficient|not enough) (?:care|attention|diligence|discipline|experience|knowledge)\b/iu,
  /\b(?:he|she|they|we|i|you|someone|somebody|nobody|no one|the team|people|(?:the|an?|our|another) (?:\w+ )?(?:engineer|developer|operator|admin|administrator|employee|colleague|intern|contractor|maintainer|reviewer|author|on-call)s?|@[\w.-]+) (?:\w+ )?(?:forgot|failed to|missed|overlooked|ignored|misread|misunderstood|mistyped|made (?:a|an|the) (?:mistake|error)|(?:did not|didn.?t) (?:notice|check|read|know|follow|verify|see|think|realise|realize|remember|pay attention|test)|(?:was|were) (?:not |n.?t )?(?:careful|careless|aware|attentive|distracted|tired|in a hurry|inexperienced))\b/iu,
  /\bnobody (?:noticed|checked|thought|knew|read|looked)\b/iu,
];
