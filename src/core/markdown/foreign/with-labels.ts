import type { Chunk } from '../document-tree.ts';
import type { HeadingClassifier } from './classify-heading.ts';
import { PSEUDO_DEPTH, type Group, type GroupKind, type OutlineContext } from './group.ts';
import { itemGroup, itemLabel, plainLabel } from './item-group.ts';
import { fieldOf, isMetadata } from './read-metadata.ts';

/** Sections that are nothing but labels with values hold several sections and metadata. */
export function withLabels(group: Group, context: OutlineContext): Group[] {
  if (group.inner !== undefined || !LABELLED.has(group.kind)) return [group];
  const parts = group.chunks
    .filter(({ kind }) => kind !== 'comment' && kind !== 'rule')
    .flatMap((chunk) => labelledLines(chunk, context.tree.source));
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
    chunks: group.chunks.filter(({ kind }) => kind === 'comment' || kind === 'rule'),
    end: parts[0]?.start ?? group.end,
  };
}

/** Metadata at the start of a summary. */
function withMetadata(group: Group, parts: readonly Chunk[], { tree }: OutlineContext): Group[] {
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
    { ...group, chunks: group.chunks.filter((chunk) => chunk.end <= first.start), end: first.start },
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

/** A paragraph every line of which starts with a label is as many labels. */
function labelledLines(chunk: Chunk, source: string): Chunk[] {
  if (chunk.kind !== 'paragraph') return [chunk];
  let at = chunk.start;
  const lines = source
    .slice(chunk.start, chunk.end)
    .split('\n')
    .map((line): Chunk => {
      const start = at;
      const label = plainLabel(line);
      at += line.length + 1;
      return label === null
        ? { kind: 'paragraph', start, end: start + line.length }
        : {
            kind: 'label',
            start,
            end: start + line.length,
            label: { text: label.text, valueStart: start + label.length },
          };
    });
  return lines.every(({ kind }) => kind === 'label') ? lines : [chunk];
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

function labelGroup(chunk: Chunk, { under }: Group, { tree, headings }: OutlineContext): Group {
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
