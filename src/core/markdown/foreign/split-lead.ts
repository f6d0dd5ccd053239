/** Cuts an item's text into its first paragraph and everything behind it. */
export function splitLead(text: string): { lead: string; tail: string } {
  const lines = text.split('\n');
  const cut = lines.findIndex((line, index) => index > 0 && BREAK.test(line));
  if (cut === -1) return { lead: text.trimEnd(), tail: '' };
  return { lead: lines.slice(0, cut).join('\n').trimEnd(), tail: lines.slice(cut).join('\n').trimEnd() };
}

/** A blank line, a nested list, a fence, a quote, a table. */
const BREAK = /^\s*(?:$|(?:[-+*•]|\*\*|\d{1,3}[.)])\s|```|~~~|>|\|)/u;

/** Lines without the indentation that all but blank ones have. */
export function unindent(text: string): string {
  const lines = text.split('\n');
  const widths = lines.filter((line) => line.trim() !== '').map((line) => /^ */u.exec(line)?.[0].length ?? 0);
  const width = widths.length === 0 ? 0 : widths.reduce((least, next) => Math.min(least, next));
  return width === 0
    ? text
    : lines.map((line) => line.slice(Math.min(width, /^ */u.exec(line)?.[0].length ?? 0))).join('\n');
}
