import { isZone } from '#core/time';

const ZONE_WORD =
  /(?<![\p{L}\p{N}@#/])(?:[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+|(?:UTC|GMT)(?: ?[+-] ?\d{1,2}(?::?\d\d)?)?|[A-Z]{2,5})(?![\p{L}\p{N}])/gu;
const ABOUT_TIMES = /\b(?:times?|timezones?|timestamps|events are|clock|hours)\b/iu;

/** The zone that a heading or a column title states, as `PT` in `Timeline (in PT)`. */
export function zoneInTitle(text: string): string | undefined {
  for (const [word] of text.matchAll(ZONE_WORD)) {
    if (word !== 'AM' && word !== 'PM' && isZone(word)) return word;
  }
  return undefined;
}

/** The zone that a sentence about the times states, as `All times in UTC.` */
export function zoneInSentence(text: string): string | undefined {
  if (text.length > 600 || !ABOUT_TIMES.test(text) || /\d{1,2}:\d\d/u.test(text)) return undefined;
  return zoneInTitle(text) ?? AMERICAN_WORD.exec(text)?.[0];
}

/** `Pacific Time` and its like; only where a sentence is about times, since it is also the name of a region. */
const AMERICAN_WORD = /\b(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard|Daylight))?(?: [Tt]ime)?\b/u;

/** A line that says in which zone all times are, wherever it stands: `All times PDT.`, `_Timestamps are in UTC_`. */
const ALL_TIMES = /^[^\p{L}\p{N}\n]*(?:note:?\s+)?(?:all |the )?(?:times|timestamps|time ?zone|dates)\b[^\n]{0,80}$/imu;

/** The same inside of a line: `… (all times CEST)`, `… All times are Pacific Time.` */
const ALL_TIMES_INSIDE = /\b[Aa]ll (?:times|timestamps)\b[^\n.;()]{0,60}/u;

/** The zone that a document states for all of its times. */
export function zoneOfAllTimes(source: string): string | undefined {
  return [ALL_TIMES, ALL_TIMES_INSIDE].flatMap((form) => zoneInSentence(form.exec(source)?.[0] ?? '') ?? [])[0];
}
