import type { ParsedDocument } from '../parse-postmortem.ts';
import { getAt } from '../record-path.ts';
import type { Span } from '../span.ts';
import { alignText } from './align-text.ts';
import { itemOf } from './item-path.ts';
import { blocksAround, type SourceBlock } from './source-blocks.ts';
import { hullOf, placesIn, textOf, type DocumentPlaces } from './value-places.ts';

/**
 * Where a value of the record stands in the source, or with `range` a part of its text; both ends are offsets in
 * characters. For a value that stands nowhere as such, the row or item that it belongs to, then the section of what
 * stands beside it in the record. Null if the document has none of them.
 */
export function locateValue(document: ParsedDocument, path: string, range?: Span): Span | null {
  const places = placesIn(document);
  const key = places.spans.has(path) ? path : path.replace(/\.written$/u, '');
  const span = places.spans.get(key);
  if (span === undefined) return around(key, places);
  return range === undefined ? span : (partOf(document, { path: key, span, range }) ?? span);
}

function partOf(
  document: ParsedDocument,
  { path, span, range }: { path: string; span: Span; range: Span },
): Span | null {
  const text = textOf(getAt(document.record, path));
  const offsets = text === undefined ? null : alignText(document.source, span.start, text);
  const [start, end] = [offsets?.[range.start], offsets?.[range.end]];
  return start === undefined || end === undefined || start > end ? null : { start, end };
}

/** The smallest piece around what is known of the item, else of the parent of the path. */
function around(path: string, { blocks, spans }: DocumentPlaces): Span | null {
  const item = itemOf(path);
  const own = item === undefined ? undefined : hullOf(item, spans);
  if (own !== undefined) return wholeItem(blocksAround(blocks, own)) ?? own;
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('.')));
  if (parent === '') return null;
  const beside = hullOf(parent, spans);
  if (beside === undefined) return around(parent, { blocks, spans });
  return spanOf(blocksAround(blocks, beside).find(({ kind }) => kind === 'section') ?? beside);
}

/** The row, list item or heading that an item is; the paragraph where it is none of them. */
function wholeItem(blocks: readonly SourceBlock[]): Span | undefined {
  const block =
    blocks.find(({ kind }) => kind === 'row' || kind === 'item' || kind === 'heading') ??
    blocks.find(({ kind }) => kind === 'paragraph');
  return block === undefined ? undefined : spanOf(block);
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
