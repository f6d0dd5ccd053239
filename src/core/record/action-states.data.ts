/** States of an action item, and how people write them; the first that matches counts. An unwritten status is `open`. */
export const ACTION_STATES = [
  ['wont-do', /\b(?:won.?t|wont|will not|abandoned|cancel\w*|declined|rejected|dropped|obsolete|accepted risk)\b/iu],
  ['effective', /\beffective\b/iu],
  ['verified', /\bverified\b/iu],
  [
    'in-progress',
    /\b(?:in[ -]?progress|(?<!not )started|ongoing|wip|doing|in review|partial\w*|in bearbeitung|en cours)\b|🚧|🔄|⏳|\[~\]/iu,
  ],
  [
    'open',
    /\b(?:not (?:done|started|complete\w*)|incomplete|open|to ?do|pending|planned|new|backlog|blocked|offen|proposed|assigned)\b|\[ \]|☐|❌/iu,
  ],
  [
    'done',
    /\b(?:done|complete\w*|closed|finished|fixed|resolved|merged|shipped|deployed|erledigt|yes)\b|\[x\]|✅|✔|☑/iu,
  ],
] as const;
