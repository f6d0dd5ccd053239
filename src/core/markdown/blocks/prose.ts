import { toProse } from '#core/record';

import type { Chunk } from '../document-tree.ts';
import { guardPlaceholder, isPlaceholder, unguardPlaceholder } from '../placeholder.ts';
import type { Block, Findings, Section } from '../spec.ts';
import { claim, slice, textAt } from '../spec.ts';

/**
 * The running text of a section: everything that no other block read, up to the first thing that one did.
 * `example` is how the template's own text starts.
 */
export function prose(path: string, prompt?: string, example?: RegExp): Block {
  return {
    order: 9,
    render(view) {
      const value = textAt(view, path);
      if (value !== undefined) return guardPlaceholder(value);
      return view.prompts ? (prompt ?? null) : null;
    },
    read(section, findings) {
      const run = withoutPrompts(openRun(section), section, findings);
      const [first, last] = [run[0], run.at(-1)];
      if (first === undefined || last === undefined) return;
      const span = { start: first.start, end: last.end };
      const text = toProse(indentOf(section, first) + slice(section, span));
      for (const chunk of run) claim(section, chunk);
      if (text !== undefined && (isPlaceholder(text) || example?.test(text) === true)) findings.aside(text);
      else findings.set(path, text === undefined ? undefined : unguardPlaceholder(text), { span, encoding: 'prose' });
    },
  };
}

/** A text at the end of the document, under a rule and behind a bold opening. */
export function closingNote(opening: string, path: string): Block {
  return {
    order: 1,
    render(view) {
      const value = textAt(view, path);
      if (value === undefined) return null;
      return `---\n\n${opening}${/^[\p{L}\p{N}]/u.test(value) ? ' ' : '\n\n'}${guardPlaceholder(value)}`;
    },
    read(section, findings) {
      const at = section.chunks.findIndex(
        (chunk) => chunk.kind === 'paragraph' && slice(section, chunk).startsWith(opening),
      );
      const [first, last] = [section.chunks[at], section.chunks.at(-1)];
      if (first === undefined || last === undefined) return;
      const span = { start: first.start + opening.length, end: last.end };
      const rule = section.chunks[at - 1];
      for (const chunk of [...(rule?.kind === 'rule' ? [rule] : []), ...section.chunks.slice(at)])
        claim(section, chunk);
      const text = toProse(slice(section, span).replace(/^ /u, ''));
      findings.set(path, text === undefined ? undefined : unguardPlaceholder(text));
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

/** Takes prompts off both ends of a run, as a code block that still says `[Commands]`; a run of one piece stays whole. */
function withoutPrompts(run: readonly Chunk[], section: Section, findings: Findings): Chunk[] {
  const kept = [...run];
  const drop = (chunk: Chunk): void => {
    claim(section, chunk);
    findings.aside(slice(section, chunk));
  };
  while (kept.length > 1 && isPrompt(kept[0], section)) drop(kept.shift() as Chunk);
  while (kept.length > 1 && isPrompt(kept.at(-1), section)) drop(kept.pop() as Chunk);
  if (kept.length > 1 || kept[0]?.kind !== 'code' || !isPrompt(kept[0], section)) return kept;
  drop(kept[0]);
  return [];
}

const FENCED = /^(?:```|~~~)[^\n]*\n([\s\S]*)\n(?:```|~~~)$/u;

function isPrompt(chunk: Chunk | undefined, section: Section): boolean {
  if (chunk === undefined || !['paragraph', 'code'].includes(chunk.kind)) return false;
  const text = slice(section, chunk).replaceAll(/\r\n?/gu, '\n');
  return isPlaceholder(chunk.kind === 'code' ? (FENCED.exec(text)?.[1] ?? '') : text);
}
