/** A heading of a document with the lines below it. */
export interface DocumentSection {
  /** Heading without its signs; empty for what stands before the first one. */
  readonly heading: string;
  /** The same for the same section of two revisions. */
  readonly key: string;
  readonly lines: readonly string[];
}

/** Splits Markdown at its headings; headings inside of code are text. */
export function splitSections(markdown: string): DocumentSection[] {
  const sections: { heading: string; key: string; lines: string[] }[] = [{ heading: '', key: '', lines: [] }];
  const seen = new Map<string, number>();
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const mark = /^ {0,3}(?<mark>`{3,}|~{3,})/u.exec(line)?.groups?.['mark'];
    if (mark !== undefined) fence = fence === undefined ? mark : line.trim().startsWith(fence) ? undefined : fence;
    const heading = fence === undefined ? /^#{1,4}\s+(?<text>.+?)\s*#*$/u.exec(line)?.groups?.['text'] : undefined;
    if (heading === undefined) sections.at(-1)?.lines.push(line);
    else {
      // A title that states a value stays the title; a heading that comes twice is two sections.
      const name = line.startsWith('# ') ? '# title' : heading.toLowerCase();
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      sections.push({ heading, key: `${name} ${String(count)}`, lines: line.startsWith('# ') ? [line] : [] });
    }
  }
  return sections
    .map((section) => ({ ...section, lines: trimBlank(section.lines) }))
    .filter(({ heading, lines }) => heading !== '' || lines.length > 0);
}

function trimBlank(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1) return [];
  return lines.slice(first, lines.findLastIndex((line) => line.trim() !== '') + 1);
}
