import type { ParsedDocument } from '../parse-postmortem.ts';
import { leavesOf } from '../record-path.ts';
import type { Span } from '../span.ts';
import { alignText } from './align-text.ts';
import { findText } from './find-text.ts';
import { itemOf } from './item-path.ts';
import { blocksAround, sourceBlocks, type SourceBlock } from './source-blocks.ts';

/** What is known of the places in one document. */
export interface DocumentPlaces {
  readonly blocks: readonly SourceBlock[];
  /** Where each value stands, as readers say or as it was found. Values that stand nowhere as such are absent. */
  readonly spans: ReadonlyMap<string, Span>;
}

const known = new WeakMap<ParsedDocument, DocumentPlaces>();

/** Where the values of a document stand. Computed when first asked for. */
export function placesIn(document: ParsedDocument): DocumentPlaces {
  const found = known.get(document) ?? findPlaces(document);
  known.set(document, found);
  return found;
}

interface Search {
  readonly source: string;
  readonly blocks: readonly SourceBlock[];
  readonly texts: ReadonlyMap<string, string>;
  readonly spans: Map<string, Span>;
}

function findPlaces(document: ParsedDocument): DocumentPlaces {
  const { source } = document;
  const texts = textsOf(document);
  const search: Search = {
    source,
    blocks: sourceBlocks(source),
    texts,
    spans: new Map([...document.places].map(([path, { span }]) => [path, corrected(source, span, texts.get(path))])),
  };
  for (const [item, paths] of itemsOf(search.texts)) {
    if (item === undefined) for (const path of paths) findSingle(path, search);
    else findItem(item, paths, search);
  }
  return search;
}

/** How far a reader may be off where it took blanks away. */
const SLACK = 80;

/** The place that a reader gives, moved to where the text really begins. */
function corrected(source: string, span: Span, text: string | undefined): Span {
  if (text === undefined || alignText(source, span.start, text)?.at(-1) === span.end) return span;
  return findText(source, text, { start: Math.max(0, span.start - SLACK), end: span.end + SLACK })[0] ?? span;
}

/** What readers conclude: names of ours for sections and kinds, people and dialect. */
const NOT_WRITTEN =
  /^(?:dialect$|people\.|(?:headings|unmapped|guidance)\.\d+\.(?:section|after|kind)$)|\.(?:kind|horizon)$/u;

/** Every value as the text that is written for it. */
function textsOf(document: ParsedDocument): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [path, value] of leavesOf(document.record)) {
    const text = textOf(value);
    if (text !== undefined && !NOT_WRITTEN.test(path)) texts.set(path, text);
  }
  return texts;
}

/** A value as text: a time as it is written. Undefined for what is no text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'written' in value ? String(value.written) : undefined;
}

/** Paths by the item that they belong to, in the order of the record. */
function itemsOf(texts: ReadonlyMap<string, string>): Map<string | undefined, string[]> {
  return Map.groupBy(texts.keys(), itemOf);
}

/** A field of its own: behind a label if it stands there, else wherever its text is first. */
function findSingle(path: string, { source, texts, spans }: Search): void {
  if (spans.has(path)) return;
  const candidates = findText(source, texts.get(path) ?? '', { start: 0, end: source.length });
  const found = candidates.find((span) => isLabelled(source, span)) ?? candidates[0];
  if (found !== undefined) spans.set(path, found);
}

/** True for what stands behind a colon, an equals sign or in a cell, up to the end of its line or cell. */
function isLabelled(source: string, { start, end }: Span): boolean {
  const line = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  return /[:=|?][ \t*_"'`\x5b]*$/u.test(line) && /^["'`*_)\x5d ]*(?:\r?\n|\||$)/u.test(source.slice(end, end + 80));
}

/** Values of one item stand near each other: inside the smallest piece that holds what is known of it. */
function findItem(item: string, paths: readonly string[], search: Search): void {
  if (!paths.some((path) => search.spans.has(path))) findFirst(item, paths, search);
  for (const path of paths) if (!search.spans.has(path)) findInItem(item, path, search);
}

/** What an item is above all. */
const MAIN = /\.(?:text|\d+|markdown|question|answer)$/u;

/** An item of which nothing is known yet stands behind the one before it. */
function findFirst(item: string, paths: readonly string[], search: Search): void {
  const [list, index] = [item.replace(/\.\d+$/u, ''), Number(/\d+$/u.exec(item)?.[0])];
  const before = hullOf(`${list}.${String(index - 1)}`, search.spans)?.end ?? 0;
  const main = paths.find((path) => MAIN.test(path)) ?? paths[0];
  if (main === undefined) return;
  const text = search.texts.get(main) ?? '';
  const behind = findText(search.source, text, { start: before, end: search.source.length });
  const found = behind[0] ?? findText(search.source, text, { start: 0, end: search.source.length })[0];
  if (found !== undefined) search.spans.set(main, found);
}

const MARK =
  /\[[ xX*✓✔]?\](?=\s)|✅|☑️?|✔️?|✓|~~[^~\n]+~~|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):/gu;

/** A box, a sign or a strike beside the text says a status in its own way. */
function findMark(path: string, hull: Span, search: Search): Span | undefined {
  if (!/^actions\.\d+\.status$/u.test(path)) return undefined;
  const { source } = search;
  const start = source.lastIndexOf('\n', hull.start - 1) + 1;
  const end = source.indexOf('\n', hull.end);
  const line = source.slice(start, end === -1 ? source.length : end);
  const [mark] = line.matchAll(MARK);
  return mark && { start: start + mark.index, end: start + mark.index + mark[0].length };
}

function findInItem(item: string, path: string, search: Search): void {
  const hull = hullOf(item, search.spans);
  if (hull === undefined) return;
  const text = search.texts.get(path) ?? '';
  const mark = findMark(path, hull, search);
  if (mark !== undefined) {
    search.spans.set(path, mark);
    return;
  }
  const taken = takenBy(item, search.spans);
  for (const block of [...blocksAround(search.blocks, hull), { start: 0, end: search.source.length }]) {
    const all = findMarked(search.source, text, block);
    // A ticket may be a word of the action's own text; anything else has its own place first.
    const free = all.filter((span) => !taken.some((other) => overlaps(span, other)));
    const found = (free.length > 0 ? free : all).toSorted((a, b) => distance(a, hull) - distance(b, hull))[0];
    if (found === undefined) continue;
    search.spans.set(path, found);
    return;
  }
}

/** Emphasis that begins before a value is opened again by its reader; the value stands there without. */
function findMarked(source: string, text: string, within: Span): Span[] {
  const found = findText(source, text, within);
  return found.length > 0 || !/^(?:\*\*|__)/u.test(text) ? found : findText(source, text.slice(2), within);
}

function takenBy(item: string, spans: ReadonlyMap<string, Span>): Span[] {
  return [...spans].filter(([path]) => path.startsWith(`${item}.`)).map(([, span]) => span);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** What stands behind is as near as what stands before, but text inside comes first. */
function distance(span: Span, hull: Span): number {
  return Math.max(0, hull.start - span.end, span.start - hull.end);
}

/** From the first to the last known value of an item. */
export function hullOf(item: string, spans: ReadonlyMap<string, Span>): Span | undefined {
  const own = [...spans].filter(([path]) => path === item || path.startsWith(`${item}.`)).map(([, span]) => span);
  return own.length === 0
    ? undefined
    : {
        start: own.reduce((least, { start }) => Math.min(least, start), Infinity),
        end: own.reduce((most, { end }) => Math.max(most, end), 0),
      };
}
