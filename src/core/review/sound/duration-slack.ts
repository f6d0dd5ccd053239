/** Seconds of the units that a written duration can end in, the smallest first. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/\d\s*m(?:illi)?s(?:ec)?\b/iu, 0.001],
  [/\d\s*s(?:ec(?:ond)?s?)?\b/iu, 1],
  [/\d[\s-]*m(?:in(?:ute)?s?)?\b/iu, 60],
  [/\d[\s-]*h(?:(?:ou)?rs?)?\b/iu, 3600],
  [/\d[\s-]*d(?:ays?)?\b/iu, 86_400],
];
const ABOUT =
  /[~≈±]|\b(?:about|around|approx\w*|approximately|ca|circa|roughly|nearly|almost|over|under|more|less|at least|up to|some|several|ish|ungefähr|etwa|environ)\b|[<>+]/iu;

/**
 * By how many seconds a written duration may be off and still be right: one of its smallest unit (both ends are rounded), or
 * a quarter of it where it says “about”.
 */
export function durationSlack(written: string, seconds: number): number {
  const unit = UNITS.find(([pattern]) => pattern.test(written))?.[1] ?? 60;
  const decimals = /\d[.,](\d+)/u.exec(written)?.[1]?.length ?? 0;
  const about = ABOUT.test(written) ? Math.abs(seconds) / 4 : 0;
  return Math.max(unit / 10 ** decimals, about);
}
