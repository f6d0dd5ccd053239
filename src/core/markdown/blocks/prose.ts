import { toProse } from '#core/record';

import type { Chunk } from '../document-tree.ts';
import { guardPlaceholder, isPlaceholder, unguardPlaceholder } from '../placeholder.ts';
import type { Block, Section } from '../spec.ts';
import { claim, slice, textAt } from '../spec.ts';

/** The running text of a section: everything that no other block read, up to the first thing that one did. */
export function prose(path: string, prompt?: string): Block {
  return {
    order: 9,
    render(view) {
      const value = textAt(view, path);
      if (value !== undefined) return guardPlaceholder(value);
      return view.prompts ? (prompt ?? null) : null;
    },
    read(section, findings) {
      const run = openRun(section);
      const [first, last] = [run[0], run.at(-1)];
      if (first === undefined || last === undefined) return;
      const span = { start: first.start, end: last.end };
      const text = toProse(indentOf(section, first) + slice(section, span));
      for (const chunk of run) claim(section, chunk);
      if (text !== undefined && isPlaceholder(text)) findings.aside(text);
      else findings.set(path, text === undefined ? undefined : unguardPlaceholder(text), { span, encoding: 'prose' });
    },
  };
}

/** Code by indentation starts behind its blanks; they belong to the text. */
function indentOf(section: Section, first: Chunk): string {
  const lineStart = section.tree.source.lastIndexOf('\n', first.start - 1) + 1;
  const lead = section.tree.source.slice(lineStart, first.start);
  return /^[ \t]*$/u.test(lead) ? lead : '';
}

/** Unread chunks from the first on, without comments before them and rules after them. */
function openRun(section: Section): Chunk[] {
  const open: Chunk[] = [];
  for (const chunk of section.chunks) {
    if (section.claimed.has(chunk)) {
      if (open.length > 0) break;
    } else if (open.length > 0 || chunk.kind !== 'comment') open.push(chunk);
  }
  while (open.at(-1)?.kind === 'rule') open.pop();
  return open;
}
