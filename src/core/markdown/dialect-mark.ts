import type { Chunk, DocumentTree } from './document-tree.ts';

/**
 * A comment that names the template of a document which could be taken for somebody else's: a short one, or one of mostly
 * unmapped sections. It is part of the document and not of the record: written where it is needed, and only there.
 */
export function dialectMark(id: string): string {
  return `<!-- nevertwice: template=${id} -->`;
}

const MARK = /^<!-- nevertwice: template=([a-z0-9-]+) -->$/u;

/** The mark of a document: the template it names, and the document without it. Undefined if it has none. */
export function markIn(tree: DocumentTree): { readonly id: string; readonly unmarked: DocumentTree } | undefined {
  const idOf = (chunk: Chunk): string | undefined =>
    chunk.kind === 'comment' ? MARK.exec(tree.source.slice(chunk.start, chunk.end).trim())?.[1] : undefined;
  const mark = tree.chunks.findLast((chunk) => idOf(chunk) !== undefined);
  const id = mark && idOf(mark);
  if (id === undefined) return undefined;
  return { id, unmarked: { ...tree, chunks: tree.chunks.filter((chunk) => chunk !== mark) } };
}
