import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

import { blockSyntax } from '../document-tree.ts';
import { maskDeepNesting } from '../mask-deep-nesting.ts';
import type { Span } from '../span.ts';
import { splitTables } from '../split-tables.ts';

/** A piece of the source that holds others: offsets are those of the document, however deep it stands. */
export interface SourceBlock extends Span {
  readonly kind: 'section' | 'heading' | 'list' | 'item' | 'table' | 'row' | 'paragraph' | 'front-matter' | 'other';
  /** Rank of a heading and of its section. */
  readonly depth?: number;
}

/** All pieces of a document, outer ones before inner ones. Never throws on content. */
export function sourceBlocks(source: string): SourceBlock[] {
  const mark = source.startsWith('\uFEFF') ? 1 : 0;
  const root = fromMarkdown(maskDeepNesting(source.slice(mark)), blockSyntax);
  const blocks: SourceBlock[] = [];
  for (const child of root.children) collect(child, { source, mark, blocks });
  return [...sectionsOf(blocks, source.length), ...blocks];
}

interface Collector {
  readonly source: string;
  /** Length of the byte order mark, which the parser does not count. */
  readonly mark: number;
  readonly blocks: SourceBlock[];
}

const KINDS: Readonly<Partial<Record<Nodes['type'], SourceBlock['kind']>>> = {
  heading: 'heading',
  list: 'list',
  listItem: 'item',
  paragraph: 'paragraph',
  yaml: 'front-matter',
};

function collect(node: Nodes, { source, mark, blocks }: Collector): void {
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  const span = { start: start + mark, end: end + mark };
  // TOML front matter is a node of its own kind that mdast does not list.
  const kind = KINDS[node.type] ?? ((node.type as string) === 'toml' ? 'front-matter' : 'other');
  blocks.push({ ...span, kind, ...(node.type === 'heading' ? { depth: node.depth } : {}) });
  if (node.type === 'paragraph' || node.type === 'heading') collectRows(span, source, blocks);
  else if ('children' in node) for (const child of node.children) collect(child, { source, mark, blocks });
}

function collectRows(span: Span, source: string, blocks: SourceBlock[]): void {
  if (!source.slice(span.start, span.end).includes('|')) return;
  for (const part of splitTables(source, span)) {
    if (part.rows.length === 0) continue;
    blocks.push({ start: part.start, end: part.end, kind: 'table' });
    for (const row of part.rows) blocks.push({ start: row.start, end: row.end, kind: 'row' });
  }
}

/** From each heading to the next one of its rank or above. */
function sectionsOf(blocks: readonly SourceBlock[], end: number): SourceBlock[] {
  const headings = blocks.filter((block) => block.kind === 'heading');
  return headings.map((heading, index) => {
    const next = headings.slice(index + 1).find((other) => (other.depth ?? 1) <= (heading.depth ?? 1));
    return { start: heading.start, end: next?.start ?? end, kind: 'section', depth: heading.depth ?? 1 };
  });
}

/** Pieces that hold a span, the smallest first. */
export function blocksAround(blocks: readonly SourceBlock[], span: Span): SourceBlock[] {
  return blocks
    .filter((block) => block.start <= span.start && block.end >= span.end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
}
