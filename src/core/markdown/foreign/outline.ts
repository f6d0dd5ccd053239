import type { Chunk, DocumentTree } from '../document-tree.ts';
import { classifyHeading } from './classify-heading.ts';
import type { SectionKind } from './section-names.data.ts';
import { readTimed } from './timed-text.ts';

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
}

/** Depth of a line or label that serves as heading: under every real one. */
const PSEUDO_DEPTH = 7;

interface Opening {
  readonly kind: GroupKind;
  readonly heading: string;
  readonly depth: number;
  /** Text behind a label, which is the first chunk of its section. */
  readonly first?: Chunk;
}

/** Cuts a document into groups: by its headings, and by bold lines and labels that are used as headings. */
export function outlineOf(tree: DocumentTree): Group[] {
  const bodyStart = tree.frontMatter?.end ?? 0;
  const head: Group = { kind: 'title', heading: undefined, depth: 0, chunks: [], start: bodyStart, end: tree.source.length, under: [] };
  const groups = [head];
  const path: { depth: number; text: string }[] = [];
  for (const chunk of tree.chunks) {
    const current = groups.at(-1) ?? head;
    const opening = openingOf(chunk, current, tree);
    if (chunk.kind === 'heading') {
      while ((path.at(-1)?.depth ?? 0) >= (chunk.depth ?? 1)) path.pop();
    }
    const under = path.map((entry) => entry.text);
    if (chunk.kind === 'heading') path.push({ depth: chunk.depth ?? 1, text: chunk.text ?? '' });
    if (opening === undefined) {
      current.chunks.push(chunk);
      continue;
    }
    current.end = chunk.start;
    groups.push({ ...opening, chunks: opening.first ? [opening.first] : [], start: chunk.start, end: tree.source.length, under });
  }
  return groups;
}

function openingOf(chunk: Chunk, current: Group, tree: DocumentTree): Opening | undefined {
  if (chunk.kind === 'heading') return headingOpening(chunk, current);
  if (chunk.kind === 'label' || chunk.kind === 'paragraph') return pseudoOpening(chunk, current, tree);
  return undefined;
}

function headingOpening(chunk: Chunk, current: Group): Opening | undefined {
  const depth = chunk.depth ?? 1;
  const heading = chunk.text ?? '';
  const leaves = depth <= current.depth;
  if (isFirstHeading(current) && (depth === 1 || classifyHeading(heading) === undefined) && !isSectionName(heading)) {
    return { kind: 'title', heading, depth: 0.5 };
  }
  const timed = readTimed(heading);
  if (timed !== null && !timed.led && (current.kind === 'timeline' || !timed.dayOnly)) {
    return current.kind === 'timeline' ? undefined : { kind: leaves || isHead(current) ? 'timeline' : 'timeline', heading, depth };
  }
  const kind = classifyHeading(heading);
  if (kind !== undefined && !keepsInside(current, kind, depth)) return { kind, heading, depth };
  if (leaves || isHead(current)) return { kind: kind ?? 'unknown', heading, depth };
  return undefined;
}

function isHead(current: Group): boolean {
  return current.kind === 'title';
}

function isFirstHeading(current: Group): boolean {
  return current.kind === 'title' && current.heading === undefined;
}

/** A first heading that names a section ("Timeline") is no title; one that merely mentions a subject may be. */
function isSectionName(heading: string): boolean {
  const kind = classifyHeading(heading);
  return kind !== undefined && heading.split(/\s+/u).length <= 3;
}

/** Sub-headings that belong to what they stand under, although their wording alone would say something else. */
function keepsInside(current: Group, kind: SectionKind, depth: number): boolean {
  if (depth <= current.depth) return false;
  if (current.kind === 'aside') return true;
  if (current.kind === 'actions') return ['actions', 'detection', 'resolution', 'root-cause', 'impact', 'technical', 'metadata', 'related'].includes(kind);
  if (current.kind === 'timeline') return !['actions', 'lessons', 'went-well', 'went-poorly', 'lucky', 'root-cause', 'summary', 'aside'].includes(kind);
  return false;
}

/** Kinds that a bold line or a line that ends in a colon opens wherever it stands. */
const OPENS_ANYWHERE: ReadonlySet<SectionKind> = new Set(['timeline', 'actions', 'went-well', 'went-poorly', 'lucky', 'whys']);

/** Kinds of section in which a label or bold line is part of the text. */
const CLOSED: ReadonlySet<GroupKind> = new Set(['timeline', 'actions', 'aside', 'related', 'whys']);

function pseudoOpening(chunk: Chunk, current: Group, tree: DocumentTree): Opening | undefined {
  const raw = tree.source.slice(chunk.start, chunk.end);
  const named = chunk.label === undefined ? lineHeading(raw) : chunk.label.text;
  const kind = named === undefined ? undefined : classifyHeading(named);
  if (named === undefined || kind === undefined || kind === 'metadata' || kind === 'people') return undefined;
  const value = chunk.label === undefined ? '' : tree.source.slice(chunk.label.valueStart, chunk.end).trim();
  if (!mayOpen({ kind, value, current, bold: chunk.label !== undefined || /^(?:\*\*|__)/u.test(raw) })) return undefined;
  const depth = PSEUDO_DEPTH;
  if (value === '') return { kind, heading: named, depth };
  const start = chunk.end - tree.source.slice(chunk.label?.valueStart ?? chunk.start, chunk.end).trimStart().length;
  return { kind, heading: named, depth, first: { kind: 'paragraph', start, end: chunk.end } };
}

function mayOpen({ kind, value, current, bold }: { kind: SectionKind; value: string; current: Group; bold: boolean }): boolean {
  if (current.kind === 'aside') return false;
  if (value !== '' && (OPENS_ANYWHERE.has(kind) || !isOpenGround(current))) return false;
  if (current.kind === kind) return false;
  if (CLOSED.has(current.kind)) return bold && current.depth === PSEUDO_DEPTH;
  if (OPENS_ANYWHERE.has(kind)) return true;
  return bold && (isOpenGround(current) || current.depth === PSEUDO_DEPTH);
}

/** Where no section is open yet. */
function isOpenGround(current: Group): boolean {
  return current.kind === 'title' || current.kind === 'unknown' || current.kind === 'metadata' || current.depth === PSEUDO_DEPTH;
}

/** A paragraph of one line that is all bold, or short with a colon at its end. */
function lineHeading(raw: string): string | undefined {
  const line = raw.trim();
  if (/[\r\n]/u.test(line) || line.length > 80) return undefined;
  const bold = /^(?:\*\*|__)([^*_]+)(?:\*\*|__):?$/u.exec(line)?.[1];
  return bold ?? (/^[\p{L}\p{N}][^.!?]{2,60}:$/u.test(line) ? line.slice(0, -1) : undefined);
}
