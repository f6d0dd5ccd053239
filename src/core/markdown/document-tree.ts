import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';

import { maskDeepNesting } from './mask-deep-nesting.ts';
import type { Span } from './span.ts';
import { splitTables } from './split-tables.ts';

export type { Span } from './span.ts';

/** A list item without its marker. `text` is dedented, so that it reads as a document of its own. */
export interface ListItem extends Span {
  readonly text: string;
  /** Where the text starts, behind the marker. */
  readonly contentStart: number;
}

/** A table cell without the blanks around it. */
export interface Cell extends Span {
  readonly raw: string;
}

/** One top-level piece of a section. */
export interface Chunk extends Span {
  readonly kind: 'paragraph' | 'label' | 'list' | 'table' | 'comment' | 'quote' | 'code' | 'rule' | 'heading' | 'other';
  /** The label as written and where its value starts; only for `label`. */
  readonly label?: { readonly text: string; readonly valueStart: number };
  /** Only for `list`. */
  readonly items?: readonly ListItem[];
  readonly ordered?: boolean;
  /** Only for `table`: header row first. */
  readonly rows?: readonly (readonly Cell[])[];
  /** Only for `heading`. */
  readonly depth?: number;
  readonly text?: string;
}

/** A document cut into its top-level pieces; nothing of it is copied or changed. */
export interface DocumentTree {
  readonly source: string;
  readonly frontMatter?: Span;
  readonly chunks: readonly Chunk[];
}

/**
 * Inline constructs are never read (bodies are source slices), so they are switched off: this saves a third of
 * the parser's time on long paragraphs.
 */
const blocksOnly = {
  disable: {
    null: [
      'attention',
      'autolink',
      'characterEscape',
      'characterReference',
      'codeText',
      'hardBreakEscape',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
    ],
  },
};

/** How Markdown is read: blocks only, with front matter. */
export const blockSyntax = {
  extensions: [frontmatter(['yaml', 'toml']), blocksOnly],
  mdastExtensions: [frontmatterFromMarkdown(['yaml', 'toml'])],
};

/** Cuts Markdown into top-level chunks with their offsets. Never throws on content. */
export function readDocumentTree(source: string): DocumentTree {
  // The parser takes a byte order mark off and counts from behind it.
  if (source.startsWith('\uFEFF')) return { ...shifted(readDocumentTree(source.slice(1))), source };
  const root: Root = fromMarkdown(maskDeepNesting(source), blockSyntax);
  const [first, ...rest] = root.children;
  if (first !== undefined && ['yaml', 'toml'].includes(first.type)) {
    return { source, frontMatter: spanOf(first), chunks: rest.flatMap((node) => chunksOf(node, source)) };
  }
  return { source, chunks: root.children.flatMap((node) => chunksOf(node, source)) };
}

const OFFSETS = new Set(['start', 'end', 'contentStart', 'valueStart']);

/** The same tree one character further on. */
function shifted<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map((item: unknown) => shifted(item)) as Part;
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([key, value]: [string, unknown]) => [
    key,
    OFFSETS.has(key) && typeof value === 'number' ? value + 1 : shifted(value),
  ]);
  return Object.fromEntries(entries) as Part;
}

function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

function chunksOf(node: RootContent, source: string): Chunk[] {
  const span = spanOf(node);
  switch (node.type) {
    case 'heading':
      return headingChunks({ ...span, depth: node.depth }, source);
    case 'paragraph':
      return textChunks(span, source);
    case 'list':
      return [{ ...span, kind: 'list', ordered: node.ordered === true, items: itemsOf(node.children, source) }];
    case 'html':
      return [{ ...span, kind: isComment(source.slice(span.start, span.end)) ? 'comment' : 'other' }];
    case 'blockquote':
      return [{ ...span, kind: 'quote' }];
    case 'code':
      return [{ ...span, kind: 'code' }];
    case 'thematicBreak':
      return [{ ...span, kind: 'rule' }];
    default:
      return [{ ...span, kind: 'other' }];
  }
}

/** A heading; or a table with a rule right below it, which without tables reads as an underlined heading. */
function headingChunks({ depth, ...span }: Span & { readonly depth: number }, source: string): Chunk[] {
  const raw = source.slice(span.start, span.end);
  const underline = raw.startsWith('#') || !raw.includes('|') ? -1 : raw.search(/(?:\r\n?|\n)[ \t]*-+[ \t]*$/u);
  const above = underline === -1 ? [] : textChunks({ start: span.start, end: span.start + underline }, source);
  if (!above.some((chunk) => chunk.kind === 'table'))
    return [{ ...span, kind: 'heading', depth, text: headingText(raw) }];
  const rule = span.start + underline + (/^[\r\n]+/u.exec(raw.slice(underline))?.[0].length ?? 0);
  return [...above, { start: rule, end: span.end, kind: 'rule' }];
}

/** Text falls apart into tables and what stands around them, and that at every line that starts with a label. */
function textChunks(span: Span, source: string): Chunk[] {
  const parts = source.slice(span.start, span.end).includes('|') ? splitTables(source, span) : [{ ...span, rows: [] }];
  return parts.flatMap(({ rows, ...part }) =>
    rows.length === 0
      ? paragraphChunks(part, source)
      : [{ ...part, kind: 'table' as const, rows: rows.map((row) => splitRow(source, row)) }],
  );
}

/** Text of an ATX or setext heading without its marks. */
function headingText(raw: string): string {
  const atx = /^#{1,6}(?:[ \t]+|$)/u.exec(raw);
  if (atx === null) return raw.slice(0, Math.max(raw.lastIndexOf('\n'), raw.lastIndexOf('\r'))).trim();
  const text = raw.slice(atx[0].length).trim();
  const hashes = /#*$/u.exec(text.slice(-8))?.[0].length ?? 0;
  const open = text.slice(0, text.length - hashes);
  return hashes > 0 && (open === '' || /[ \t]$/u.test(open)) ? open.trim() : text;
}

function isComment(raw: string): boolean {
  return /^\s*<!--[\s\S]*-->\s*$/u.test(raw) && raw.indexOf('-->') === raw.trimEnd().length - 3;
}

/** `**Label:** value`, `**Label**: value`; the label may be wrapped in underscores instead. */
const BOLD_LABEL = /^(?:> ?)?(?:\*\*|__)([^*_\n]{1,120}?)(?::(?:\*\*|__)|(?:\*\*|__)[ \t]*:|\?(?:\*\*|__))/u;

/** The label at the start of a line, with the offset of its value; null if the line has none. */
export function labelOf(text: string): { text: string; length: number } | null {
  const match = BOLD_LABEL.exec(text);
  if (match?.[1] === undefined) return null;
  const question = match[0].endsWith('?**') || match[0].endsWith('?__') ? '?' : '';
  return { text: match[1].trim() + question, length: match[0].length };
}

/** A paragraph falls apart at every line that starts with a bold label. */
function paragraphChunks(span: Span, source: string): Chunk[] {
  const chunks: Chunk[] = [];
  let start = span.start;
  let label: Chunk['label'];
  const close = (end: number): void => {
    if (end <= start) return;
    const trimmed = trimEnd(source, start, end);
    chunks.push(label ? { start, end: trimmed, kind: 'label', label } : { start, end: trimmed, kind: 'paragraph' });
  };
  for (let at = span.start; at < span.end;) {
    const lineEnd = endOfLine(source, at, span.end);
    const found = labelOf(source.slice(at, lineEnd));
    if (found) {
      close(at);
      start = at;
      label = { text: found.text, valueStart: at + found.length };
    }
    at = lineEnd + 1;
  }
  close(span.end);
  return chunks;
}

function endOfLine(source: string, from: number, limit: number): number {
  const at = source.indexOf('\n', from);
  return at === -1 || at > limit ? limit : at;
}

function trimEnd(source: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/u.test(source[at - 1] ?? '')) at -= 1;
  return at;
}

function itemsOf(items: readonly Nodes[], source: string): ListItem[] {
  return items.map((item) => {
    const span = spanOf(item);
    const marker = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]{1,4}(?=\S)|[ \t]|$)/u.exec(
      source.slice(span.start, span.start + 16),
    );
    const width = marker?.[0].length ?? 0;
    const contentStart = span.start + width;
    const column = span.start - (source.lastIndexOf('\n', span.start - 1) + 1) + width;
    return { ...span, contentStart, text: dedent(source.slice(contentStart, span.end), column) };
  });
}

/** Takes up to `width` leading blanks off every line but the first. */
function dedent(text: string, width: number): string {
  if (!text.includes('\n')) return text.replace(/\r$/u, '');
  return text.replace(/\r\n?/gu, '\n').replaceAll(new RegExp(`\\n {0,${String(width)}}`, 'gu'), '\n');
}

/** Cuts a table row at its unescaped pipes. */
function splitRow(source: string, span: Span): Cell[] {
  const cells: Cell[] = [];
  const row = source.slice(span.start, span.end);
  const open = /^\s*\|/u.exec(row)?.[0].length ?? 0;
  let start = open;
  for (let at = open; at <= row.length; at += 1) {
    if (row[at] === '\\' && at + 1 < row.length) at += 1;
    else if (at === row.length || row[at] === '|') {
      if (at < row.length || row.slice(start).trim() !== '') cells.push(trimCell(row, span.start, { start, end: at }));
      start = at + 1;
    }
  }
  return cells;
}

function trimCell(row: string, base: number, span: Span): Cell {
  let { start, end } = span;
  end = Math.min(end, row.length);
  while (start < end && (row[start] === ' ' || row[start] === '\t')) start += 1;
  while (end > start && (row[end - 1] === ' ' || row[end - 1] === '\t')) end -= 1;
  return { start: base + start, end: base + end, raw: row.slice(start, end) };
}
