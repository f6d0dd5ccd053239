/** What alerting systems and bots put around a title: `[FIRING:1]`, emoji names, stars, a state with a number. */
const DECORATION = /^(?:\s|:[\w+-]+:|\p{Extended_Pictographic}|\uFE0F|\[[^\]]*\]|\*+)+/gu;
const STATE = /^(?:firing|alerting|triggered|resolved|acknowledged|alert|ok)\s*(?:#?\d+)?\s*[:-]\s*/iu;

/** A title without its decoration, so that the same alert is named alike by every system; undefined if little is left. */
export function bareTitle(title: string | undefined): string | undefined {
  const bare = title
    ?.replaceAll(/\s*[(<]?https?:\/\/\S+[)>]?/gu, '')
    .replace(DECORATION, '')
    .replaceAll(/[*_~`]+/gu, '')
    .replace(STATE, '')
    .replace(/[\s|–—-]+$/u, '')
    .trim();
  return bare === undefined || bare.length < 4 ? undefined : bare;
}
