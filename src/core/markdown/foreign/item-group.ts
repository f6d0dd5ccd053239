import { labelOf, readDocumentTree, type Chunk, type ListItem } from '../document-tree.ts';
import type { HeadingClassifier } from './classify-heading.ts';
import { PSEUDO_DEPTH, type Group, type OutlineContext } from './group.ts';
import { titleLine } from './plain-titles.ts';
import type { SectionKind } from './section-names.data.ts';

/** The label that an item starts with, or that is all of its first line; in a summary it need not be bold. */
export function itemLabel(text: string, plain = false): { text: string; length: number } | null {
  const label = labelOf(text) ?? titleLine(text) ?? (plain ? plainLabel(text) : null);
  if (label !== null) return label;
  const bold = /^(?:\*\*|__)([^*_\n]{2,60})(?:\*\*|__)[ \t]*(?=\n|$)/u.exec(text);
  return bold?.[1] === undefined ? null : { text: bold[1].trim(), length: bold[0].length };
}

/** `Impact: …`, a label without emphasis. */
export function plainLabel(text: string): { text: string; length: number } | null {
  const match = /^([\p{L}][\p{L}\p{N} /&()'’-]{1,40}?)[ \t]*:(?=\s)/u.exec(text);
  return match?.[1] === undefined ? null : { text: match[1], length: match[0].length };
}

/** The section that an item of a list is. */
export function itemGroup(item: ListItem, under: readonly string[], { headings, plain }: OutlineContext): Group {
  const inner = readDocumentTree(item.text);
  const label = itemLabel(item.text, plain);
  const told = label === null ? undefined : headings.kindOf(label.text);
  const kind = told === 'plans' ? plansOfLabel(headings) : told;
  const [first, ...rest] = inner.chunks;
  const value = label === null || first === undefined ? '' : item.text.slice(label.length, first.end);
  const start = (first?.end ?? 0) - value.trimStart().length;
  const chunks: Chunk[] =
    label === null
      ? [...inner.chunks]
      : [...(value.trim() === '' ? [] : [{ kind: 'paragraph' as const, start, end: first?.end ?? 0 }]), ...rest];
  return {
    kind: kind ?? 'unknown',
    heading: label?.text,
    depth: PSEUDO_DEPTH,
    chunks,
    start: 0,
    end: item.text.length,
    under,
    inner,
  };
}

/** Plans behind a label are actions where no heading names any. */
export function plansOfLabel(headings: HeadingClassifier): SectionKind | undefined {
  return headings.namesActions ? undefined : 'actions';
}
