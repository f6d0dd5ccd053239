import type { Chunk, DocumentTree } from '../document-tree.ts';
import type { HeadingClassifier } from './classify-heading.ts';
import type { SectionKind } from './section-names.data.ts';

/** What a group of chunks is: one of the known kinds of section, the head of the document, or a section of its own. */
export type GroupKind = SectionKind | 'title' | 'unknown';

/** A section with everything that belongs to it; headings inside are chunks. */
export interface Group {
  readonly kind: GroupKind;
  /** Wording of the heading, or of the line or label that serves as one. */
  readonly heading: string | undefined;
  readonly depth: number;
  readonly chunks: Chunk[];
  /** Where the group starts in the source, heading included, and where the next one starts. */
  readonly start: number;
  end: number;
  /** Headings that it stands under, outermost first. */
  readonly under: readonly string[];
  /** The document that the chunks belong to, where that is the text of a list item. */
  readonly inner?: DocumentTree;
}

/** Depth of a line or label that serves as heading: under every real one. */
export const PSEUDO_DEPTH = 7;

/** What the pieces of an outline are read with. */
export interface OutlineContext {
  readonly tree: DocumentTree;
  readonly headings: HeadingClassifier;
  /** True where labels need not be bold. */
  readonly plain?: boolean;
}
