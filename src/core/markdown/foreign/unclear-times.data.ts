/**
 * What people write where the time of a row is not a clock reading: unknown digits, mistyped dates, words. Each stands
 * at the start of a row and before a separator; it is kept as written and resolves to nothing.
 */
export const UNCLEAR_TIMES: readonly RegExp[] = [
  /^\?[?:.]*$/u,
  /^[~≈]?[\dX?x]{1,2}[:.h][\dX?x]{2}(?: ?(?:[ap]m|[A-Z]{2,5}))?(?: ?\([^()]{1,40}\))?$/u,
  /^-{1,2}:-{1,2}(?: ?[A-Z]{2,5})?$/u,
  // A date with a digit too many or too few.
  /^\d{2,6}[-/.]\d{1,3}[-/.]\d{1,4}(?:[ T,]+\d{1,2}[:.]?\d{2}(?:[:.]\d{2})?)?(?: ?(?:Z|[A-Z]{2,5}))?:?$/u,
  /^T ?[+\-−] ?\d+(?:[:.]\d+)?(?: ?[a-z]{1,7})?$/iu,
  /^\+ ?\d+(?:[:.]\d+)?(?: ?(?:m|h|d|s|mins?|minutes?|hours?|days?))?$/iu,
  /^(?:~|about |approx(?:imately|\.)? |roughly |some )?(?:an?|one|two|three|several|a few|\d+) (?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) (?:later|after(?:wards)?|before|earlier|ago|prior)(?: [\p{L} ]{1,30})?$/iu,
  /^(?:shortly |right |just |immediately |some ?time |soon |hours |minutes |days )?(?:before|after|prior to|during|following|leading up to)(?: (?:the|this|that|our|an?) ?)?[\p{L} ]{0,30}$/iu,
  /^(?:very )?(?:early|late|mid)[- ]?(?:in the )?(?:morning|afternoon|evening|night|day)?\b[\p{L}\p{N}, ]{0,30}$/iu,
  /^(?:later|afterwards?|earlier|meanwhile|next|next day|same day|the (?:same|next|following|previous) (?:day|morning|week|evening|night|afternoon)|unknown|unknown time|tbd|n\/a|now|ongoing|today|yesterday|overnight|morning|afternoon|evening|night|midday|noon|midnight)(?: that day)?$/iu,
  /^day \d{1,3}(?:[ ,:–-]+(?:T ?[+−-] ?\d+(?::\d\d)*|\d{1,2}:\d\d(?: ?[ap]m)?))?$/iu,
  // A date that is a limit or less than a day: `Pre-2021-03-04`, `through June 2021`, `mid-June`, `Q2 2021`.
  /^(?:pre|post|prior to|before|after|since|until|till|through|throughout|by|from|as of|up to|around|about|early|mid|late|(?:the )?(?:start|beginning|middle|end) of)(?:[- ]+(?:early|mid|late))?[- ]+(?:\d{4}(?:-\d\d){0,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?)$/iu,
  /^(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?|q[1-4]|spring|summer|autumn|fall|winter|week \d{1,2},?) (?:of )?\d{4}$/iu,
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?:,? (?:early |late )?(?:morning|afternoon|evening|night))?$/iu,
];

/** A remark in brackets behind a date without a clock time: `2021-03-04 (later)`. */
export const DAY_REMARK = /^\s*\([^()\d\n]{2,40}\)/u;

/** Words that qualify a time and stand behind it: `16:00 approx UTC`, `17:13 (maybe earlier?)`. */
export const QUALIFIER =
  /^\s*(?:ish|approx(?:imately|\.)?|or so|\((?:approx(?:imate(?:ly)?|\.)?|roughly|ca\.?|est(?:imated)?\.?)\)|[A-Z]{2,5})(?=[\s:|–—\-\])*]|$)/u;
