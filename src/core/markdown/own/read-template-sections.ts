import type { Place } from '#core/errors';

import { labelOf, readDocumentTree, type Chunk, type DocumentTree, type ListItem } from '../document-tree.ts';
import type { OwnBlock, OwnField, OwnSection } from './own-dialect.ts';
import { OWN_LISTS } from './own-paths.data.ts';
import { placeholdersIn } from './placeholders.ts';

/**
 * The sections of a template that is written as a Markdown document with placeholders: headings, order, tables, labels
 * and comments are as they stand there. Lines count from 1 behind `origin.linesBefore`.
 */
export function readTemplateSections(
  markdown: string,
  origin: { readonly file?: string; readonly linesBefore: number },
): OwnSection[] {
  const tree = readDocumentTree(markdown);
  const placeOf = (at: number): Place => ({
    ...(origin.file === undefined ? {} : { file: origin.file }),
    line: origin.linesBefore + markdown.slice(0, at).split('\n').length,
  });
  return sectionRuns(tree).map((run) => readRun(run, { tree, placeOf }));
}

interface Reader {
  readonly tree: DocumentTree;
  readonly placeOf: (offset: number) => Place;
}

/** A heading with what follows it; what stands before the first one belongs to it as well. */
interface Run {
  readonly heading: Chunk | undefined;
  readonly chunks: readonly Chunk[];
  readonly ruled: boolean;
}

function sectionRuns({ chunks }: DocumentTree): Run[] {
  const starts = chunks.flatMap((chunk, index) => (chunk.kind === 'heading' ? [index] : []));
  const [first = chunks.length] = starts;
  const opening = chunks.slice(0, first).filter(({ kind }) => kind !== 'rule');
  const runs = starts.map((start, index) => ({
    heading: chunks[start],
    chunks: [...(index === 0 ? opening : []), ...chunks.slice(start + 1, starts[index + 1])].filter(
      ({ kind }) => kind !== 'rule',
    ),
    ruled: chunks[start - 1]?.kind === 'rule',
  }));
  return runs.length > 0 || opening.length === 0 ? runs : [{ heading: undefined, chunks: opening, ruled: false }];
}

function readRun({ heading, chunks, ruled }: Run, reader: Reader): OwnSection {
  const guidance = chunks.filter(({ kind }) => kind === 'comment').map((chunk) => commentText(textOf(chunk, reader)));
  return {
    place: reader.placeOf(heading?.start ?? 0),
    heading: heading?.text ?? '{{title}}',
    depth: heading?.depth ?? 1,
    aliases: [],
    optional: false,
    ruled,
    ...(guidance.length === 0 ? {} : { guidance: guidance.join(' ') }),
    blocks: readChunks(
      chunks.filter(({ kind }) => kind !== 'comment'),
      reader,
    ),
  };
}

function textOf(chunk: Chunk, { tree }: Reader): string {
  return tree.source.slice(chunk.start, chunk.end).replaceAll(/\r\n?/gu, '\n');
}

function commentText(comment: string): string {
  return comment
    .replace(/^\s*<!--/u, '')
    .replace(/-->\s*$/u, '')
    .trim();
}

function readChunks(chunks: readonly Chunk[], reader: Reader): OwnBlock[] {
  const blocks: OwnBlock[] = [];
  for (let at = 0; at < chunks.length;) {
    const labels = labelRun(chunks, at);
    if (labels.length > 0) blocks.push(readLabels(labels, reader));
    const chunk = chunks[at];
    if (labels.length === 0 && chunk !== undefined) blocks.push(...readChunk(chunk, reader));
    at += Math.max(1, labels.length);
  }
  return labelledLists(blocks);
}

/** Neighbouring lines with a label. */
function labelRun(chunks: readonly Chunk[], start: number): Chunk[] {
  const end = chunks.findIndex(({ kind }, index) => index >= start && kind !== 'label');
  return chunks.slice(start, end === -1 ? chunks.length : end);
}

function readLabels(chunks: readonly Chunk[], reader: Reader): OwnBlock {
  const [first, second] = chunks;
  const place = reader.placeOf(first?.start ?? 0);
  const fields = chunks.flatMap((chunk) => fieldIn(textOf(chunk, reader)));
  if (fields.length < chunks.length)
    return { kind: 'fixed', place, text: chunks.map((chunk) => textOf(chunk, reader)).join('\n') };
  const apart = second !== undefined && /\n[ \t]*\n/u.test(reader.tree.source.slice(first?.end, second.start));
  return { kind: 'fields', place, style: apart ? 'paragraphs' : 'bold', header: ['', ''], fields };
}

/** `**Severity:** {{severity.label}}` */
function fieldIn(text: string): OwnField[] {
  const label = labelOf(text);
  const [placeholder] = placeholdersIn(text.slice(label?.length ?? 0));
  if (label === null || placeholder === undefined) return [];
  return [{ label: label.text, aliases: [], path: fullPath(placeholder.path), ...promptOf(placeholder.prompt) }];
}

/** Durations are named by their id alone. */
function fullPath(path: string): string {
  return /^durations\.[\w-]+$/u.test(path) ? `${path}.written` : path;
}

function promptOf(prompt: string | undefined): { prompt?: string } {
  return prompt === undefined ? {} : { prompt: `[${prompt}]` };
}

function readChunk(chunk: Chunk, reader: Reader): OwnBlock[] {
  const place = reader.placeOf(chunk.start);
  const text = textOf(chunk, reader);
  switch (chunk.kind) {
    case 'table':
      return readTable(chunk, place, text);
    case 'list':
      return readList(chunk, place, text);
    case 'quote':
      return readQuote(text, place);
    case 'paragraph':
      return [readParagraph(text, place)];
    default:
      return [{ kind: 'fixed', place, text }];
  }
}

function readParagraph(text: string, place: Place): OwnBlock {
  const [placeholder] = placeholdersIn(text);
  if (placeholder === undefined) return { kind: 'fixed', place, text };
  if (placeholder.raw !== text.trim()) return { kind: 'sentence', place, text };
  const { path, prompt } = placeholder;
  // A list without a form of its own.
  if (OWN_LISTS.some((list) => list.path === path))
    return { kind: 'list', place, path, numbered: false, ...promptOf(prompt) };
  return { kind: 'text', place, path: fullPath(path), ...promptOf(prompt) };
}

function readQuote(text: string, place: Place): OwnBlock[] {
  const lines = text.split('\n').map((line) => line.replace(/^>\s?/u, ''));
  const fields = lines.flatMap(fieldIn);
  const filled = lines.filter((line) => line.trim() !== '').length;
  if (fields.length === 0 || fields.length < filled) return [{ kind: 'fixed', place, text }];
  return [{ kind: 'fields', place, style: 'quote', header: ['', ''], fields }];
}

function readTable(chunk: Chunk, place: Place, text: string): OwnBlock[] {
  const [header = [], ...body] = (chunk.rows ?? []).map((row) => row.map((cell) => cell.raw));
  const found = body.map((row) => row.flatMap((cell) => placeholdersIn(cell)));
  const list = listOf(found.flat().map(({ path }) => path));
  if (list !== undefined)
    return [readRows(list, { header, row: body.find((_row, index) => (found[index] ?? []).length > 0) ?? [] }, place)];
  if (found.flat().length === 0) return [{ kind: 'fixed', place, text }];
  const fields = body.flatMap((row): OwnField[] => {
    const [placeholder] = placeholdersIn(row[1] ?? '');
    if (placeholder === undefined) return [];
    return [{ label: row[0] ?? '', aliases: [], path: fullPath(placeholder.path), ...promptOf(placeholder.prompt) }];
  });
  return [{ kind: 'fields', place, style: 'table', header: [header[0] ?? '', header[1] ?? ''], fields }];
}

/** The list that placeholders as `timeline.at`, `timeline.text` belong to. */
function listOf(paths: readonly string[]): string | undefined {
  return OWN_LISTS.map(({ path }) => path).find((list) =>
    paths.some((path) => path === list || path.startsWith(`${list}.`)),
  );
}

function readRows(
  list: string,
  { header, row }: { header: readonly string[]; row: readonly string[] },
  place: Place,
): OwnBlock {
  const columns = header.flatMap((label, index): OwnField[] => {
    const [placeholder] = placeholdersIn(row[index] ?? '');
    if (placeholder === undefined)
      return label === '#' || label.toLowerCase() === 'no.' ? [{ label, aliases: [], path: '#' }] : [];
    const { path, prompt } = placeholder;
    return [
      {
        label,
        aliases: [],
        path: path.startsWith(`${list}.`) ? path.slice(list.length + 1) : path,
        ...promptOf(prompt),
      },
    ];
  });
  return { kind: 'table', place, path: list, columns };
}

function readList(chunk: Chunk, place: Place, text: string): OwnBlock[] {
  const items = chunk.items ?? [];
  const fields = items.flatMap((item) => fieldIn(item.text));
  const list = listOf(items.flatMap((item) => placeholdersIn(item.text).map(({ path }) => path)));
  if (list !== undefined) return [readItems(list, { items, numbered: chunk.ordered === true }, place)];
  if (fields.length > 0 && fields.length === items.length)
    return [{ kind: 'fields', place, style: 'list', header: ['', ''], fields }];
  return [{ kind: 'fixed', place, text }];
}

function readItems(
  list: string,
  { items, numbered }: { items: readonly ListItem[]; numbered: boolean },
  place: Place,
): OwnBlock {
  const text = items.find((item) => placeholdersIn(item.text).length > 0)?.text.trim() ?? '';
  const [first, second] = placeholdersIn(text);
  const alone = first?.raw === text && second === undefined;
  return {
    kind: 'list',
    place,
    path: list,
    numbered,
    ...(alone || list === 'whys' || list === 'questions' ? promptOf(first?.prompt) : { item: text }),
  };
}

/** A line of words right before a list is its label where the section has more than one list. */
function labelledLists(blocks: readonly OwnBlock[]): OwnBlock[] {
  if (blocks.filter(({ kind }) => kind === 'list').length < 2) return [...blocks];
  return blocks.flatMap((block, index): OwnBlock[] => {
    const [before, next] = [blocks[index - 1], blocks[index + 1]];
    if (block.kind === 'list' && before?.kind === 'fixed') return [{ ...block, label: before.text.trim() }];
    return block.kind === 'fixed' && next?.kind === 'list' ? [] : [block];
  });
}
