/** How git prints dates inside a line, longest first where one contains another. See `git log --date=`. */
export const DATE_SHAPES: readonly RegExp[] = [
  // iso, iso-strict, iso-local
  /(?<![\w@{-])(?<date>\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)(?!\d)/u,
  // default, local
  /\b(?<date>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2} \d{2}:\d{2}:\d{2} \d{4}(?: [+-]\d{4})?)/u,
  // rfc
  /\b(?<date>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4})/u,
  // raw
  /(?<![\w-])(?<date>\d{10} [+-]\d{4})(?!\d)/u,
  // unix
  /(?<![\w.-])(?<date>1\d{9})(?![\w.])/u,
  // short
  /(?<![\w-])(?<date>\d{4}-\d{2}-\d{2})(?![\w-])(?![ T]\d{2}:)/u,
];
