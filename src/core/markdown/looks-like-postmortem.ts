import type { ParsedDocument } from './parse-postmortem.ts';

/** A sign that a document is a post-mortem, with its weight. */
interface Sign {
  readonly weight: number;
  readonly holds: (document: ParsedDocument) => boolean;
}

const SUBJECT =
  /post[-_ ]?mortem|\bincident|\boutage|\bretrospective|root[-_ ]cause|\brca\b|\bdowntime\b|\bdegradation\b|\bpir\b|\bcoe\b|störung|ausfall|vorfall|panne|incidente/iu;

/** Names of files that stand beside post-mortems and are none. */
const BESIDE =
  /(?:^|[/\\])(?:readme|contributing|changelog|licen[cs]e|code[-_]of[-_]conduct|security|index|_index|[^/\\]*template[^/\\]*)\.[a-z]+$/iu;

/** `2024-02-28-checkout-down.md` */
const DATED = /(?:^|[^\d])20\d\d[-_.]?[01]\d[-_.]?[0-3]\d(?!\d)[^/\\]*$/u;

const SIGNS: readonly Sign[] = [
  { weight: 5, holds: ({ dialect }) => dialect !== 'foreign' },
  { weight: 3, holds: ({ record }) => record.timeline.filter(({ at }) => at !== null).length >= 2 },
  { weight: 2, holds: ({ record }) => record.rootCause !== undefined || record.whys !== undefined },
  {
    weight: 2,
    holds: ({ record }) => (record.wentWell ?? record.wentPoorly ?? record.lucky ?? record.lessons) !== undefined,
  },
  { weight: 2, holds: ({ record }) => SUBJECT.test(record.title ?? '') },
  { weight: 2, holds: ({ file }) => SUBJECT.test(file ?? '') },
  { weight: 1, holds: ({ file }) => DATED.test(file ?? '') },
  { weight: 1, holds: ({ record }) => record.severity !== undefined || record.incident?.date !== undefined },
  { weight: 1, holds: ({ record }) => record.impact !== undefined },
  { weight: 1, holds: ({ record }) => record.detection !== undefined || record.resolution !== undefined },
  { weight: 1, holds: ({ record }) => record.summary !== undefined },
  { weight: 1, holds: ({ record }) => record.actions.length > 0 },
  { weight: -4, holds: ({ file }) => BESIDE.test(file ?? '') },
];

const ENOUGH = 3;

/**
 * True where a document reads like a post-mortem: it follows a template, or has enough of a timeline, causes, lessons,
 * impact, actions, and a title or path that says so. Folders of post-mortems also hold a README and a template, which do not.
 */
export function looksLikePostmortem(document: ParsedDocument): boolean {
  const weight = SIGNS.reduce((sum, sign) => sum + (sign.holds(document) ? sign.weight : 0), 0);
  return weight >= ENOUGH;
}
