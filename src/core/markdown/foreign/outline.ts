import type { Chunk, DocumentTree, ListItem } from '../document-tree.ts';
import { headingClassifier, type Heading, type HeadingClassifier } from './classify-heading.ts';
import { PSEUDO_DEPTH, type Group, type GroupKind, type OutlineContext } from './group.ts';
import { itemGroup, itemLabel, plansOfLabel } from './item-group.ts';
import { titleLine, withTitles } from './plain-titles.ts';
import type { SectionKind } from './section-names.data.ts';
import { readTimed } from './timed-text.ts';
import { withLabels } from './with-labels.ts';

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
  const pieces = withTitles(
    tree.chunks.flatMap((piece) => withSigns(piece, tree.source)),
    tree.source,
  );
  for (const chunk of pieces) {
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

function openingOf(chunk: Chunk, standing: Standing, context: OutlineContext): Opening | undefined {
  if (chunk.kind === 'heading') return headingOpening(chunk, standing, context);
  if (chunk.kind === 'label' || chunk.kind === 'paragraph') return pseudoOpening(chunk, standing.current, context);
  return undefined;
}

function headingOpening(chunk: Chunk, { current, under }: Standing, { headings }: OutlineContext): Opening | undefined {
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

function pseudoOpening(chunk: Chunk, current: Group, { tree, headings }: OutlineContext): Opening | undefined {
  const raw = tree.source.slice(chunk.start, chunk.end);
  const named = chunk.label === undefined ? lineHeading(raw) : chunk.label.text;
  const told = named === undefined ? undefined : headings.kindOf(named);
  const kind = told === 'plans' ? plansOfLabel(headings) : told;
  if (named === undefined || kind === undefined || kind === 'metadata' || kind === 'people') return undefined;
  const value = chunk.label === undefined ? '' : tree.source.slice(chunk.label.valueStart, chunk.end);
  // What stands below a label, and not beside it, is the text of its section.
  const beside = value.split('\n', 1)[0]?.trim() ?? '';
  if (!mayOpen({ kind, value: beside, current, bold: chunk.label !== undefined || /^(?:\*\*|__)/u.test(raw) }))
    return undefined;
  const depth = PSEUDO_DEPTH;
  if (value.trim() === '') return { kind, heading: named, depth };
  const start = chunk.end - value.trimStart().length;
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
function sectionItems(chunk: Chunk, current: Group, { headings }: OutlineContext): readonly ListItem[] {
  const items = chunk.items ?? [];
  const few = items.length < 2 && !items.some((item) => titleLine(item.text) !== null);
  if (few || !isOpenGround(current) || CLOSED.has(current.kind)) return [];
  const labels = items.flatMap((item) => itemLabel(item.text)?.text ?? []);
  const named = labels.filter((label) => headings.kindOf(label) !== undefined);
  return labels.length * 5 >= items.length * 3 && named.length > 0 ? items : [];
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
