import type { Chunk, DocumentTree, Span } from './document-tree.ts';

/** What a block sees of the record while it writes. */
export interface View {
  /** Value at a path; undefined for absent values and for those that have to stand elsewhere. */
  get(path: string): unknown;
  /** True for a value that has to stand elsewhere. */
  hides(path: string): boolean;
  /** Show the template's prompts where a value is absent. */
  readonly prompts: boolean;
}

/** How a value was written, so that a changed one can be written again in its place. */
export type Encoding = 'line' | 'cell' | 'item' | 'prose';

/** What a block fills while it reads. */
export interface Findings {
  /** Sets a value; absent text is ignored. `span` is the place of its text in the source. */
  set(path: string, value: unknown, place?: { span: Span; encoding: Encoding }): void;
  /** Sets a value whatever was read before. */
  override(path: string, value: unknown): void;
  /** Keeps a prompt or comment that stood in place of or beside a value, or a fixed sentence of the template. */
  aside(text: string | undefined, kind?: 'prompt' | 'boilerplate'): void;
  /** Keeps text of the section that no field stands for. */
  rest(text: string): void;
  /** Value that was read so far. */
  get(path: string): unknown;
  /** How many items a list of the record has so far. */
  count(path: string): number;
}

/** One section of the document that is being read. */
export interface Section {
  readonly id: string;
  readonly tree: DocumentTree;
  readonly heading?: Chunk;
  readonly chunks: Chunk[];
  /** Chunks that a block has read. */
  readonly claimed: Set<Chunk>;
}

/** One part of a section that stands for some fields of the record, both ways. */
export interface Block {
  /** Markdown without a line break at its end, or null if there is nothing to show. */
  render(view: View): string | null;
  read(section: Section, findings: Findings): void;
  /** Blocks with a lower number read first; the default is 5, prose reads last with 9. */
  readonly order?: number;
}

/** One section of a dialect. */
export interface SectionSpec {
  /** Semantic id, as `root-cause`; unique in the dialect. */
  readonly id: string;
  readonly depth: number;
  /** Heading as the template has it, numbering included; a function where it states a value. */
  readonly title: string | ((view: View) => string);
  /** Other headings for the same section, in any spelling of case and punctuation. */
  readonly aliases?: readonly string[];
  readonly blocks: readonly Block[];
  /** Guidance for a new document, without comment marks. */
  readonly guidance?: string;
  /** A rule stands before the heading. */
  readonly ruled?: boolean;
  /** No blank line between the heading and what follows. */
  readonly tight?: boolean;
  /** Reads values out of the heading itself. */
  readHeading?(text: string, findings: Findings): void;
  /** Absent from a document as long as it has no content, even where prompts are shown. */
  readonly optional?: boolean;
}

/** The value as text if it is one. */
export function textAt(view: View, path: string): string | undefined {
  const value = view.get(path);
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'written' in value) return String(value.written);
  return undefined;
}

/** The items of a list in the record; empty if absent. */
export function itemsAt(view: Pick<View, 'get'>, path: string): readonly Record<string, unknown>[] {
  const value = view.get(path);
  return Array.isArray(value)
    ? value.map((item: unknown) => (typeof item === 'string' ? { text: item } : (item as Record<string, unknown>)))
    : [];
}

/** Source text of a span. */
export function slice(section: Section, span: Span): string {
  return section.tree.source.slice(span.start, span.end);
}

/** Claims a chunk for the block that read it. */
export function claim(section: Section, chunk: Chunk): void {
  section.claimed.add(chunk);
}

/** Chunks of one kind that no block has read yet. */
export function unclaimed(section: Section, kind: Chunk['kind']): Chunk[] {
  return section.chunks.filter((chunk) => chunk.kind === kind && !section.claimed.has(chunk));
}

/** A heading or label reduced to what identifies it: lower case, without numbering, punctuation and emphasis. */
export function normaliseLabel(text: string): string {
  return text
    .toLowerCase()
    .replace(/\([^()]*\)/gu, ' ')
    .replace(/^[\s#]*(?:\d+(?:\.\d+)*[.)]?\s+)?/u, '')
    .replace(/[’']/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
