import { literal, placeholdersIn } from './placeholders.ts';

/** One line with values in it, both ways: `Incident {{incident.id}}: {{title}}`. */
export interface LinePattern {
  readonly paths: readonly string[];
  /** The line out of encoded values; undefined if one of them is absent. */
  print(valueOf: (path: string) => string | undefined): string | undefined;
  /** Raw values by path; undefined for a line that is not like this. */
  read(text: string): ReadonlyMap<string, string> | undefined;
}

/** A pattern out of a line of a template. */
export function linePattern(template: string): LinePattern {
  const found = placeholdersIn(template);
  const parts: string[] = [];
  let at = 0;
  for (const { index, raw } of found) {
    parts.push(template.slice(at, index));
    at = index + raw.length;
  }
  const tail = template.slice(at);
  const source = found.map((_entry, index) => `${loose(parts[index] ?? '')}(\\S|\\S[^\\n]*?\\S)`).join('');
  const form = new RegExp(`^${source}${loose(tail)}$`, 'iu');
  return {
    paths: found.map(({ path }) => path),
    print(valueOf) {
      const values = found.map(({ path }) => valueOf(path));
      if (values.includes(undefined)) return undefined;
      return `${values.map((value, index) => `${parts[index] ?? ''}${value ?? ''}`).join('')}${tail}`;
    },
    read(text) {
      const match = form.exec(text);
      return match === null ? undefined : new Map(found.map(({ path }, index) => [path, match[index + 1] ?? '']));
    },
  };
}

/** The words of a template, whatever blanks are between them. */
function loose(text: string): string {
  return literal(text).replaceAll(/\s+/gu, String.raw`\s+`);
}
