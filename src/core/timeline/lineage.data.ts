/** Branches that everything passes through. */
export const TRUNKS: ReadonlySet<string> = new Set([
  'main',
  'master',
  'trunk',
  'develop',
  'development',
  'production',
  'staging',
  'release',
]);

/** A name that this share of all changes has (and at least so many) names an environment or a cluster, not a change. */
export const COMMON_SHARE = { share: 0.25, atLeast: 12 } as const;

/** A deployment that is done, as opposed to one that was asked for. */
export const REACHED =
  /\b(?:success(?:ful(?:ly)?)?|succeeded|finished|complete[d]?|deployed|rolled out|synced|live)\b/iu;

/** What a rollout tells about the version that goes. */
export const OUTGOING = /\bscaled down\b/iu;

/** The commit by which a branch arrives. */
export const MERGE = /^merged? (?:pull|merge|branch|remote|pr|mr)\b|\bmerged\b/iu;
