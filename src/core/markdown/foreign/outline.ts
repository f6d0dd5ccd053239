import { labelOf, readDocumentTree, type Chunk, type DocumentTree, type ListItem } from '../document-tree.ts';
import { headingClassifier, type Heading, type HeadingClassifier } from './classify-heading.ts';
import { fieldOf, isMetadata } from './read-metadata.ts';
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
  /** The document that the chunks belong to, where that is the text of a list item. */
  readonly inner?: DocumentTree;
}

/** Depth of a line or label that serves as heading: under every real one. */
const PSEUDO_DEPTH = 7;

interface Context {
  readonly tree: DocumentTree;
  readonly headings: HeadingClassifier;
  /** True where labels need not be bold. */
  readonly plain?: boolean;
}

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
  const head: Group = {
    kind: 'title',
    heading: undefined,
    depth: 0,
    chunks: [],
    start: bodyStart,
    end: tree.source.length,
    under: [],
  };
  const groups = [head];
  const path: { depth: number; text: string }[] = [];
  const context = { tree, headings: headingClassifier(namesIn(tree)) };
  for (const chunk of tree.chunks.flatMap((piece) => withSigns(piece, tree.source))) {
    const current = groups.at(-1) ?? head;
    if (chunk.kind === 'heading') {
      while ((path.at(-1)?.depth ?? 0) >= (chunk.depth ?? 1)) path.pop();
    }
    const under = path.map((entry) => entry.text);
    const opening = openingOf(chunk, { current, under }, context);
    if (chunk.kind === 'heading') path.push({ depth: chunk.depth ?? 1, text: chunk.text ?? '' });
    const items = opening === undefined ? sectionItems(chunk, current, context) : [];
    if (items.length > 0) {
      current.end = chunk.start;
      groups.push(
        ...items.map((item) => itemGroup(item, under, context)),
        behindItems(chunk, tree.source.length, under),
      );
      continue;
    }
    if (opening === undefined) {
      current.chunks.push(chunk);
      continue;
    }
    current.end = chunk.start;
    groups.push({
      ...opening,
      chunks: opening.first ? [opening.first] : [],
      start: chunk.start,
      end: tree.source.length,
      under,
    });
  }
  return groups.flatMap((group) => withLabels(group, context));
}

/** Sections that are nothing but labels with values hold several sections and metadata. */
function withLabels(group: Group, context: Context): Group[] {
  if (group.inner !== undefined || !LABELLED.has(group.kind)) return [group];
  const parts = group.chunks.filter(({ kind }) => kind !== 'comment' && kind !== 'rule');
  const labels = parts.flatMap((chunk) => labelsOf(chunk));
  if (labels.length < 2 || labels.includes(undefined) || !areKnown(labels, group.kind, context.headings))
    return group.kind === 'summary' ? withMetadata(group, parts, context) : [group];
  const rest = parts.flatMap((chunk) =>
    chunk.kind === 'list'
      ? (chunk.items ?? []).map((item) => itemGroup(item, group.under, { ...context, plain: true }))
      : [labelGroup(chunk, group, context)],
  );
  return [headBefore(group, parts), ...rest.map((part) => asPartOf(part, group.kind))];
}

const LABELLED: ReadonlySet<GroupKind> = new Set(['summary', 'root-cause', 'resolution']);

/** In a summary half of the labels may be any; elsewhere all must name sections. */
function areKnown(labels: readonly (string | undefined)[], kind: GroupKind, headings: HeadingClassifier): boolean {
  const known = labels.filter((label) => headings.kindOf(label ?? '') !== undefined);
  if (kind !== 'summary') return known.length === labels.length;
  const fields = labels.filter(
    (label) => headings.kindOf(label ?? '') === undefined && fieldOf(label ?? '') !== undefined,
  );
  return (known.length + fields.length) * 2 >= labels.length;
}

/** What stands in front of the first part: the heading, comments. */
function headBefore(group: Group, parts: readonly Chunk[]): Group {
  return {
    ...group,
    chunks: group.chunks.filter((chunk) => !parts.includes(chunk)),
    end: parts[0]?.start ?? group.end,
  };
}

/** Metadata at the start of a summary. */
function withMetadata(group: Group, parts: readonly Chunk[], { tree }: Context): Group[] {
  const count = parts.findIndex(
    (chunk) =>
      !isMetadata(chunk, tree.source) && (chunk.label === undefined || fieldOf(chunk.label.text) === undefined),
  );
  const lead = parts.slice(0, count === -1 ? parts.length : count);
  const [first, last] = [lead[0], lead.at(-1)];
  if (first === undefined || last === undefined) return [group];
  const rest = group.chunks.filter((chunk) => chunk.start >= last.end);
  const end = rest[0]?.start ?? group.end;
  const base = { depth: PSEUDO_DEPTH, under: group.under, heading: undefined };
  return [
    headBefore({ ...group, chunks: group.chunks.filter((chunk) => chunk.end <= first.start) }, lead),
    {
      ...base,
      kind: 'metadata',
      chunks: group.chunks.filter((chunk) => chunk.start >= first.start && chunk.end <= last.end),
      start: first.start,
      end,
    },
    ...(rest.length === 0 ? [] : [{ ...base, kind: group.kind, chunks: rest, start: end, end: group.end }]),
  ];
}

function labelsOf(chunk: Chunk): (string | undefined)[] {
  if (chunk.kind === 'list') return (chunk.items ?? []).map((item) => itemLabel(item.text, true)?.text);
  return [chunk.label?.text];
}

/** What no other section takes stays in the section that it stands in. */
function asPartOf(part: Group, kind: GroupKind): Group {
  const open = part.kind === 'unknown' && (part.heading === undefined || fieldOf(part.heading) === undefined);
  return open || part.kind === 'actions' || part.kind === 'timeline' ? { ...part, kind } : part;
}

function labelGroup(chunk: Chunk, { under }: Group, { tree, headings }: Context): Group {
  const { text = '', valueStart = chunk.start } = chunk.label ?? {};
  const kind = headings.kindOf(text);
  const base = { depth: PSEUDO_DEPTH, start: chunk.start, end: chunk.end, under };
  if (kind === undefined && fieldOf(text) !== undefined)
    return { ...base, kind: 'metadata', heading: undefined, chunks: [chunk] };
  const value = tree.source.slice(valueStart, chunk.end);
  const start = chunk.end - value.trimStart().length;
  const chunks: Chunk[] = value.trim() === '' ? [] : [{ kind: 'paragraph', start, end: chunk.end }];
  return { ...base, kind: kind === undefined || kind === 'plans' ? 'unknown' : kind, heading: text, chunks };
}

const BULLET_SIGN = /^[ \t]*[•◦▪‣●○■·∙][ \t]*(?=\S)/u;

/** Lines that start with a sign for bullets are items of a list, although Markdown does not know the sign. */
function withSigns(chunk: Chunk, source: string): Chunk[] {
  if (chunk.kind !== 'paragraph' && chunk.kind !== 'label') return [chunk];
  const raw = source.slice(chunk.start, chunk.end);
  if (!/^[ \t]*[•◦▪‣●○■·∙]/mu.test(raw)) return [chunk];
  const items: ListItem[] = [];
  let [at, before] = [chunk.start, chunk.start];
  for (const line of raw.split('\n')) {
    const sign = BULLET_SIGN.exec(line)?.[0];
    const end = at + line.trimEnd().length;
    const last = items.at(-1);
    if (sign !== undefined)
      items.push({ start: at, end, contentStart: at + sign.length, text: line.slice(sign.length).trimEnd() });
    else if (last === undefined) before = end;
    else items.splice(-1, 1, { ...last, end, text: `${last.text}\n${line.trim()}` });
    at += line.length + 1;
  }
  const first = items[0];
  if (first === undefined) return [chunk];
  const lead: Chunk[] = before > chunk.start ? [{ ...chunk, end: before }] : [];
  return [...lead, { kind: 'list', ordered: false, start: first.start, end: chunk.end, items }];
}

/** Texts that may name a section. */
function namesIn({ chunks, source }: DocumentTree): Heading[] {
  return chunks.flatMap((chunk) => {
    if (chunk.kind === 'heading') return [{ text: chunk.text ?? '', depth: chunk.depth ?? 1 }];
    const text = lineNaming(chunk, source);
    return text === undefined ? [] : [{ text, depth: PSEUDO_DEPTH }];
  });
}

function lineNaming(chunk: Chunk, source: string): string | undefined {
  if (chunk.kind === 'paragraph') return lineHeading(source.slice(chunk.start, chunk.end));
  const value = chunk.label === undefined ? undefined : source.slice(chunk.label.valueStart, chunk.end);
  return value?.trim() === '' ? chunk.label?.text : undefined;
}

/** Where a chunk stands: the group that is open, and the headings above it. */
interface Standing {
  readonly current: Group;
  readonly under: readonly string[];
}

function openingOf(chunk: Chunk, standing: Standing, context: Context): Opening | undefined {
  if (chunk.kind === 'heading') return headingOpening(chunk, standing, context);
  if (chunk.kind === 'label' || chunk.kind === 'paragraph') return pseudoOpening(chunk, standing.current, context);
  return undefined;
}

function headingOpening(chunk: Chunk, { current, under }: Standing, { headings }: Context): Opening | undefined {
  const depth = chunk.depth ?? 1;
  const heading = chunk.text ?? '';
  const told = headings.kindOf(heading);
  if (isFirstHeading(current) && (depth === 1 || told === undefined) && !isSectionName(heading, told)) {
    return { kind: 'title', heading, depth: 0.5 };
  }
  const timed = readTimed(heading);
  if (timed !== null && !timed.led && (current.kind === 'timeline' || (!timed.dayOnly && /\d/u.test(timed.written)))) {
    return current.kind === 'timeline' ? undefined : { kind: 'timeline', heading, depth };
  }
  if (told !== undefined && keepsInside(current, told, { heading, depth })) return undefined;
  const kind = told === 'plans' ? kindOfPlans(under, headings) : told;
  return kind !== undefined || depth <= current.depth || isHead(current)
    ? { kind: kind ?? 'unknown', heading, depth }
    : undefined;
}

/** Plans are actions, but for those that close another section of a document with a list of actions. */
function kindOfPlans(under: readonly string[], headings: HeadingClassifier): SectionKind | undefined {
  const inside = under
    .map((text) => headings.kindOf(text))
    .filter((kind) => kind !== undefined && kind !== 'actions' && kind !== 'plans');
  return headings.namesActions && inside.length > 0 ? undefined : 'actions';
}

/** Plans behind a label are actions where no heading names any. */
function plansOfLabel(headings: HeadingClassifier): SectionKind | undefined {
  return headings.namesActions ? undefined : 'actions';
}

function isHead(current: Group): boolean {
  return current.kind === 'title';
}

function isFirstHeading(current: Group): boolean {
  return current.kind === 'title' && current.heading === undefined;
}

/** A first heading that names a section ("Timeline") is no title; one that merely mentions a subject may be. */
function isSectionName(heading: string, kind: SectionKind | undefined): boolean {
  return kind !== undefined && heading.split(/\s+/u).length <= 3;
}

/** What was done at once is part of how it was resolved. */
const AT_ONCE = /^\W*(?:immediate|initial|emergency|manual|automatic|mitigating)\b/iu;

/** Sub-headings that belong to what they stand under, although their wording alone would say something else. */
function keepsInside(
  current: Group,
  kind: SectionKind,
  { heading, depth }: { heading: string; depth: number },
): boolean {
  if (depth <= current.depth) return false;
  if (current.kind === 'aside') return true;
  if (kind === 'actions' && current.kind === 'resolution' && AT_ONCE.test(heading)) return true;
  if (kind === 'plans' || kind === 'resolution') return TELLING.has(current.kind) || current.kind === 'actions';
  if (current.kind === 'actions') return !['timeline', 'lessons', 'summary'].includes(kind);
  if (current.kind === 'timeline')
    return !['actions', 'lessons', 'went-well', 'went-poorly', 'lucky', 'root-cause', 'summary', 'aside'].includes(
      kind,
    );
  return false;
}

/** Kinds of section that tell what was; plans and fixes below them are part of the story. */
const TELLING: ReadonlySet<GroupKind> = new Set([
  'summary',
  'what-happened',
  'impact',
  'root-cause',
  'technical',
  'detection',
  'resolution',
  'timeline',
]);

/** Kinds that a bold line or a line that ends in a colon opens wherever it stands. */
const OPENS_ANYWHERE: ReadonlySet<SectionKind> = new Set([
  'timeline',
  'actions',
  'went-well',
  'went-poorly',
  'lucky',
  'whys',
]);

/** Kinds of section in which a label or bold line is part of the text. */
const CLOSED: ReadonlySet<GroupKind> = new Set(['timeline', 'actions', 'aside', 'related', 'whys']);

function pseudoOpening(chunk: Chunk, current: Group, { tree, headings }: Context): Opening | undefined {
  const raw = tree.source.slice(chunk.start, chunk.end);
  const named = chunk.label === undefined ? lineHeading(raw) : chunk.label.text;
  const told = named === undefined ? undefined : headings.kindOf(named);
  const kind = told === 'plans' ? plansOfLabel(headings) : told;
  if (named === undefined || kind === undefined || kind === 'metadata' || kind === 'people') return undefined;
  const value = chunk.label === undefined ? '' : tree.source.slice(chunk.label.valueStart, chunk.end).trim();
  if (!mayOpen({ kind, value, current, bold: chunk.label !== undefined || /^(?:\*\*|__)/u.test(raw) }))
    return undefined;
  const depth = PSEUDO_DEPTH;
  if (value === '') return { kind, heading: named, depth };
  const start = chunk.end - tree.source.slice(chunk.label?.valueStart ?? chunk.start, chunk.end).trimStart().length;
  return { kind, heading: named, depth, first: { kind: 'paragraph', start, end: chunk.end } };
}

function mayOpen({
  kind,
  value,
  current,
  bold,
}: {
  kind: SectionKind;
  value: string;
  current: Group;
  bold: boolean;
}): boolean {
  if (current.kind === 'aside') return false;
  if (value !== '' && (OPENS_ANYWHERE.has(kind) || !isOpenGround(current))) return false;
  if (current.kind === kind) return false;
  if (CLOSED.has(current.kind)) return bold && current.depth === PSEUDO_DEPTH;
  if (OPENS_ANYWHERE.has(kind)) return true;
  return bold && (isOpenGround(current) || current.depth === PSEUDO_DEPTH);
}

/** Where no section is open yet. */
function isOpenGround(current: Group): boolean {
  return (
    current.kind === 'title' ||
    current.kind === 'unknown' ||
    current.kind === 'metadata' ||
    current.depth === PSEUDO_DEPTH
  );
}

/** A paragraph of one line that is all bold, or short with a colon at its end. */
function lineHeading(raw: string): string | undefined {
  const line = raw.trim();
  if (/[\r\n]/u.test(line) || line.length > 80) return undefined;
  const bold = /^(?:\*\*|__)([^*_]+)(?:\*\*|__):?$/u.exec(line)?.[1];
  return bold ?? (/^[\p{L}\p{N}][^.!?]{2,60}:$/u.test(line) ? line.slice(0, -1) : undefined);
}

/** Items of a list that are sections: most of them start with a bold label, and some label names a section. */
function sectionItems(chunk: Chunk, current: Group, { headings }: Context): readonly ListItem[] {
  const items = chunk.items ?? [];
  if (items.length < 2 || !isOpenGround(current) || CLOSED.has(current.kind)) return [];
  const labels = items.flatMap((item) => itemLabel(item.text)?.text ?? []);
  const named = labels.filter((label) => headings.kindOf(label) !== undefined);
  return labels.length * 5 >= items.length * 3 && named.length > 0 ? items : [];
}

/** The label that an item starts with, or that is all of its first line; in a summary it need not be bold. */
function itemLabel(text: string, plain = false): { text: string; length: number } | null {
  const label = labelOf(text) ?? (plain ? plainLabel(text) : null);
  if (label !== null) return label;
  const bold = /^(?:\*\*|__)([^*_\n]{2,60})(?:\*\*|__)[ \t]*(?=\n|$)/u.exec(text);
  return bold?.[1] === undefined ? null : { text: bold[1].trim(), length: bold[0].length };
}

function plainLabel(text: string): { text: string; length: number } | null {
  const match = /^([\p{L}][\p{L}\p{N} /&()'’-]{1,40}?)[ \t]*:(?=\s)/u.exec(text);
  return match?.[1] === undefined ? null : { text: match[1], length: match[0].length };
}

function itemGroup(item: ListItem, under: readonly string[], { headings, plain }: Context): Group {
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

/** What follows a list of sections belongs to none of them. */
function behindItems(chunk: Chunk, sourceEnd: number, under: readonly string[]): Group {
  return {
    kind: 'unknown',
    heading: undefined,
    depth: PSEUDO_DEPTH,
    chunks: [],
    start: chunk.end,
    end: sourceEnd,
    under,
  };
}
