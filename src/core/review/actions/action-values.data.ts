/** Values that say that there is none yet. */
export const NO_VALUE =
  /^(?:t\.?b\.?[dca]\.?|to be (?:decided|determined|defined|confirmed|assigned)|n\/?a|none|nil|unknown|unassigned|not assigned|not set|todo|xxx|\?+|[-–—.…_]+)$/iu;

/** Owners that are nobody in particular. */
export const NOBODY_IN_PARTICULAR =
  /^(?:(?:the |our |whole |entire |all (?:the |of )?)*(?:team|teams|group|everyone|everybody|anyone|anybody|someone|somebody|all|us|we|company|staff|people|engineers?|engineering|developers?|devs?)|who(?:ever|soever)?\b.*|nobody|no one|open|volunteers?|tout le monde|alle|jeder|todos)$/iu;

/** Due dates that no calendar shows. */
export const NO_DAY =
  /^(?:a\.?s\.?a\.?p\.?|as soon as (?:possible|we can)|soon(?:er|est)?|immediately|urgent(?:ly)?|now|later|some ?day|eventually|at some point|when (?:possible|we have time|there is time|time (?:permits|allows))|time permitting|next|future|in (?:the )?(?:near )?future|near future|short[- ]term|medium[- ]term|mid[- ]term|long[- ]term|ongoing|continuous(?:ly)?|whenever|long run|so bald wie möglich|bald)\.?$/iu;

/**
 * Days of the time limits that templates put on groups of actions; sprints and backlogs have none that a calendar knows. What
 * is due “next quarter” has until its end.
 */
export const HORIZON_DAYS: Readonly<Record<string, number>> = {
  week: 7,
  'two-weeks': 14,
  month: 31,
  quarter: 92,
  'next quarter': 184,
};
