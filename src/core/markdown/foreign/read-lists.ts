import { toLine, toProse } from '#core/record';

import { readDocumentTree, type Chunk } from '../document-tree.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { Keeper } from './keeper.ts';
import { splitLead, unindent } from './split-lead.ts';

/** What items of a list become. */
export interface ItemTarget {
  readonly keeper: Keeper;
  readonly path: string;
  /** Items are plain texts instead of objects with a `text`. */
  readonly plain?: boolean;
}

/**
 * Reads the lists of a section as items; sub-headings give the category of the items below. Where there is no list,
 * each paragraph is an item. Everything else introduces the list or remarks on it.
 */
export function readItems(chunks: readonly Chunk[], source: string, target: ItemTarget): void {
  const { keeper } = target;
  const listed = chunks.some((chunk) => chunk.kind === 'list');
  let category: string | undefined;
  for (const chunk of chunks) {
    const raw = source.slice(chunk.start, chunk.end);
    if (chunk.kind === 'heading') {
      category = toLine(chunk.text ?? '');
      keeper.heading(chunk.text);
    } else if (chunk.kind === 'comment') keeper.aside(raw);
    else if (chunk.kind === 'list') {
      for (const item of chunk.items ?? []) addItem(item.text, item.contentStart, { ...target, category });
    } else if (!listed && (chunk.kind === 'paragraph' || chunk.kind === 'label'))
      addItem(raw, chunk.start, { ...target, category });
    else if (chunk.kind !== 'rule') addText(raw, target);
  }
}

function addText(raw: string, { keeper, path }: ItemTarget): void {
  if (keeper.count(path) === 0) keeper.introduce(raw);
  else keeper.remark(raw);
}

function addItem(
  raw: string,
  start: number,
  { keeper, path, plain, category }: ItemTarget & { category: string | undefined },
): void {
  const text = toProse(raw.trim());
  if (text === undefined || isPlaceholder(text)) {
    keeper.aside(raw);
    return;
  }
  const item = `${path}.${String(keeper.count(path))}`;
  const place = text === raw ? { span: { start, end: start + text.length }, encoding: 'item' as const } : undefined;
  keeper.set(plain === true ? item : `${item}.text`, text, text.includes('\n') ? undefined : place);
  if (plain !== true && category !== undefined) keeper.builder.set(`${item}.category`, category);
}

/** Reads five whys: a chain as list, paragraphs or table rows, or a tree of nested lists. */
export function readWhys(chunks: readonly Chunk[], source: string, keeper: Keeper): void {
  for (const chunk of chunks) {
    const raw = source.slice(chunk.start, chunk.end);
    if (chunk.kind === 'list')
      readWhyItems(chunk.items?.map((item) => item.text) ?? [], { parent: null, nested: false }, keeper);
    else if (chunk.kind === 'table') readWhyTable(chunk, keeper);
    else if (chunk.kind === 'comment') keeper.aside(raw);
    else if (chunk.kind === 'heading') keeper.heading(chunk.text);
    else if (chunk.kind !== 'rule') {
      if (/^\W*(?:\d+[.)]\s*)?why\b/iu.test(raw) && !isPlaceholder(raw))
        addWhy(raw, keeper.count('whys') === 0 ? null : keeper.count('whys') - 1, keeper);
      else if (keeper.count('whys') === 0) keeper.introduce(raw);
      else keeper.remark(raw);
    }
  }
}

/** A flat list is one chain; a list in which some item has a list of its own is a tree. */
function readWhyItems(
  texts: readonly string[],
  { parent, nested }: { parent: number | null; nested: boolean },
  keeper: Keeper,
): void {
  const parts = texts.map((text) => splitLead(text));
  const tree = nested || parts.some(({ tail }) => /^\s*(?:[-*+]|\d+[.)])\s/mu.test(tail));
  let above = parent;
  for (const { lead, tail } of parts) {
    if (lead.trim() === '' || isPlaceholder(lead)) {
      keeper.aside(lead);
      continue;
    }
    const index = addWhy(lead, above, keeper);
    readWhyTail(tail, index, keeper);
    if (!tree) above = index;
  }
}

function readWhyTail(tail: string, parent: number, keeper: Keeper): void {
  if (tail === '') return;
  const source = unindent(tail);
  for (const chunk of readDocumentTree(source).chunks) {
    if (chunk.kind === 'list')
      readWhyItems(chunk.items?.map((item) => item.text) ?? [], { parent, nested: true }, keeper);
    else keeper.remark(source.slice(chunk.start, chunk.end));
  }
}

/** `Why did it fail? → Because …`, `**Why?** Because …`; a text without a question mark is an answer. */
function addWhy(raw: string, parent: number | null, keeper: Keeper): number {
  const index = keeper.count('whys');
  const path = `whys.${String(index)}`;
  keeper.builder.set(`${path}.parent`, parent);
  const match = /^([^?]{3,400}\?)(?:\*\*|__|[*_])?\s*(?:→|->|=>|–|—|-|:)?\s*([\s\S]*)$/u.exec(raw.trim());
  const [question, answer] = match === null ? [undefined, raw] : [match[1], match[2]];
  const open = /^(\*\*|__)/u.exec(question ?? '')?.[1];
  const asked = question === undefined ? undefined : open === undefined ? question : question.slice(open.length);
  keeper.set(`${path}.question`, asked === undefined ? undefined : toProse(asked));
  keeper.set(`${path}.answer`, answer === undefined ? undefined : toProse(answer));
  return index;
}

function readWhyTable(chunk: Chunk, keeper: Keeper): void {
  const [header = [], ...body] = chunk.rows ?? [];
  keeper.heading(header.map((cell) => cell.raw).join(' | '));
  for (const row of body) {
    const cells = row.map((cell) => cell.raw);
    const [first = '', second = '', ...rest] =
      cells.length > 2 && /^(?:why\s*)?#?\d+\??$/iu.test(cells[0] ?? '') ? cells.slice(1) : cells;
    if (cells.length > 2) keeper.mark(cells[0] ?? '');
    if ([first, second].every((text) => text === '' || isPlaceholder(text))) {
      keeper.aside(cells.join(' | '));
      continue;
    }
    const path = `whys.${String(keeper.count('whys'))}`;
    keeper.builder.set(`${path}.parent`, keeper.count('whys') === 0 ? null : keeper.count('whys') - 1);
    keeper.set(`${path}.question`, toProse(first));
    keeper.set(`${path}.answer`, toProse(second));
    for (const text of rest) if (text !== '') keeper.remark(text);
  }
}
