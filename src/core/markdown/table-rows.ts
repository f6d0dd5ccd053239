import type { Chunk, DocumentTree } from './document-tree.ts';
import { readDocumentTree } from './document-tree.ts';
import type { ValuePlace } from './record-builder.ts';
import { encodeCell } from './text-codec.ts';

/** Replaces a span of the source by a text. */
export interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Placed {
  readonly source: string;
  readonly places: ReadonlyMap<string, ValuePlace>;
}

/** Takes out the lines of a row. Null if the item does not stand in a row of its own. */
export function removeRow(document: Placed, item: string): Patch | null {
  const lines = rowLines(document, item);
  return lines === null ? null : { ...lines, text: '' };
}

/** Adds a row for an item behind the row of the item before it, with the same columns. Null if there is none. */
export function addRow(document: Placed, item: string, values: ReadonlyMap<string, unknown>): Patch | null {
  const [path, index] = [item.replace(/\.\d+$/u, ''), Number(/\d+$/u.exec(item)?.[0])];
  const previous = `${path}.${String(index - 1)}`;
  const lines = rowLines(document, previous);
  const row = lines === null ? undefined : rowAt(readDocumentTree(document.source), lines.start);
  if (lines === null || row === undefined) return null;
  const keys = row.map((cell) => keyAt(document, previous, cell.start));
  const texts = keys.map((key, at) => {
    const value = key === undefined ? undefined : values.get(`${item}.${key}`);
    if (value === undefined || value === null)
      return key === undefined && at === 0 && /^\d+$/u.test(row[0]?.raw ?? '') ? String(index + 1) : '';
    return encodeCell(typeof value === 'object' && 'written' in value ? String(value.written) : plainText(value));
  });
  return { start: lines.end, end: lines.end, text: `| ${texts.join(' | ')} |\n` };
}

/** Whole lines of the row of an item, line end included. */
function rowLines({ source, places }: Placed, item: string): { start: number; end: number } | null {
  const cells = [...places]
    .filter(([path, place]) => path.startsWith(`${item}.`) && place.encoding === 'cell')
    .map(([, place]) => place.span);
  const first = cells[0];
  if (first === undefined) return null;
  const start = source.lastIndexOf('\n', first.start - 1) + 1;
  const lineEnd = source.indexOf('\n', first.start);
  const end = lineEnd === -1 ? source.length : lineEnd + 1;
  return cells.every((cell) => cell.start >= start && cell.end <= end) && source[end - 1] === '\n'
    ? { start, end }
    : null;
}

function rowAt(tree: DocumentTree, start: number): NonNullable<Chunk['rows']>[number] | undefined {
  const table = tree.chunks.find((chunk) => chunk.kind === 'table' && chunk.start <= start && chunk.end > start);
  const next = tree.source.indexOf('\n', start);
  return table?.rows?.find((row) => row[0] !== undefined && row[0].start >= start && row[0].start < next);
}

/** Key of the item whose value stands in a cell. */
function keyAt({ places }: Placed, item: string, start: number): string | undefined {
  const found = [...places].find(([path, place]) => path.startsWith(`${item}.`) && place.span.start === start);
  return found?.[0].slice(item.length + 1);
}

function plainText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
