/** The item of a list that a path leads into, as `timeline.3` for `timeline.3.at`; undefined for a field of its own. */
export function itemOf(path: string): string | undefined {
  return /^[\w-]+(?:\.[A-Za-z][\w-]*)?\.\d+(?=\.|$)/u.exec(path)?.[0];
}
