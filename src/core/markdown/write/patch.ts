/** Replaces a span of the source by a text. */
export interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies patches, in the line ends of the document. Null where two of them overlap. */
export function applyPatches(source: string, patches: readonly Patch[]): string | null {
  const ordered = patches.toSorted((a, b) => b.start - a.start || b.end - a.end);
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  let text = source;
  let limit = source.length + 1;
  for (const patch of ordered) {
    if (patch.end > limit) return null;
    text = text.slice(0, patch.start) + patch.text.replaceAll(/\r?\n/gu, lineEnd) + text.slice(patch.end);
    limit = patch.start;
  }
  return text;
}
