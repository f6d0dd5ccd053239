import { itemOf } from '../places/item-path.ts';
import { encodeCell } from '../text-codec.ts';
import { labelOf } from '../additional-notes.ts';
import { indent, MARKER } from './encode-value.ts';
import { extentsOf } from './item-extent.ts';
import { INLINE_FORMS } from './inline-forms.data.ts';
import { itemsIn } from './change.ts';
import type { Patch } from './patch.ts';
import { blockAt, leadOf, ownSpans, type Scene } from './scene.ts';
import { lineStart } from './source-lines.ts';
import { cellsIn, type TableCell } from './table-cells.ts';

interface Addition {
  readonly item: string;
  readonly key: string;
  readonly value: string;
}

/** Ways to give an item a value that it does not have yet: in its cell, beside its text as others have it, below it. */
export function* additions(scene: Scene, path: string, value: string): Generator<Patch[]> {
  const item = itemOf(path);
  if (item === undefined || item === path) return;
  const addition = { item, key: path.slice(item.length + 1), value };
  yield* inCell(scene, addition);
  yield* asOthers(scene, addition);
  yield* inline(scene, addition);
  yield* below(scene, addition);
  yield* inNewColumn(scene, addition);
}

/** The row of an item with its cells; undefined where it is no row. */
function rowOf(scene: Scene, item: string): { cells: readonly TableCell[]; start: number; end: number } | undefined {
  const [first] = ownSpans(scene, item);
  const row = first && blockAt(scene, first[1].start, ['row']);
  return row && { cells: cellsIn(scene.source, row), start: row.start, end: row.end };
}

function* inCell(scene: Scene, { item, key, value }: Addition): Generator<Patch[]> {
  const row = rowOf(scene, item);
  if (row === undefined) return;
  const empty = row.cells.map((cell, index) => ({ cell, index })).filter(({ cell }) => cell.start === cell.end);
  const column = columnOf(scene, item, key);
  const ordered = [...empty.filter(({ index }) => index === column), ...empty.filter(({ index }) => index !== column)];
  for (const { cell } of ordered) yield [{ start: cell.from, end: cell.to, text: ` ${encodeCell(value)} ` }];
  // A prompt or a dash in the column that others have the value in.
  const own = column === undefined ? undefined : row.cells[column];
  if (own !== undefined) yield [{ start: own.start, end: own.end, text: encodeCell(value) }];
  // A row that is shorter than the head.
  if (!scene.source.slice(row.start, row.end).trimEnd().endsWith('|'))
    yield [{ start: row.end, end: row.end, text: ` | ${encodeCell(value)}` }];
  else yield [{ start: row.end, end: row.end, text: ` ${encodeCell(value)} |` }];
}

/** The column in which another item has its value for a key. */
function columnOf(scene: Scene, item: string, key: string): number | undefined {
  const list = item.replace(/\.\d+$/u, '');
  for (let index = 0; index < itemsIn(scene.document.record, list).length; index += 1) {
    const other = `${list}.${String(index)}`;
    const span = scene.spans.get(`${other}.${key}`);
    const row = span === undefined || other === item ? undefined : rowOf(scene, other);
    const column = row?.cells.findIndex((cell) => cell.start <= (span?.start ?? -1) && cell.end >= (span?.end ?? 0));
    if (column !== undefined && column !== -1) return column;
  }
  return undefined;
}

/** Beside the text as other items have it: with the same signs around and between. */
function* asOthers(scene: Scene, { item, key, value }: Addition): Generator<Patch[]> {
  const list = item.replace(/\.\d+$/u, '');
  const [text] = [scene.spans.get(`${item}.text`)];
  if (text === undefined) return;
  const seen = new Set<string>();
  for (let index = 0; index < itemsIn(scene.document.record, list).length && seen.size < 3; index += 1) {
    const other = `${list}.${String(index)}`;
    const [own, main] = [scene.spans.get(`${other}.${key}`), scene.spans.get(`${other}.text`)];
    if (other === item || own === undefined || main === undefined) continue;
    const [from, to] = own.start < main.start ? [own.end, main.start] : [main.end, own.start];
    const between = scene.source.slice(from, to);
    if (from > to || between.length > 30 || between.includes('\n') || seen.has(between)) continue;
    seen.add(between);
    if (own.start < main.start) {
      const opening = /[[(*`"_]*$/u.exec(leadOf(scene.source, own.start))?.[0] ?? '';
      yield [{ start: text.start, end: text.start, text: opening + value + between }];
    } else {
      const closed = scene.source.slice(own.end, own.end + closing(scene, own.end));
      yield [{ start: text.end, end: text.end, text: between + value + closed }];
    }
  }
}

/** Beside the text, in any of the forms that are read back. */
function* inline(scene: Scene, { item, key, value }: Addition): Generator<Patch[]> {
  const text = scene.spans.get(`${item}.text`) ?? ownSpans(scene, item)[0]?.[1];
  if (text === undefined || /[\r\n]/u.test(value)) return;
  const inRow = blockAt(scene, text.start, ['row']) !== undefined;
  const words = inRow ? encodeCell(value) : value;
  const ends = new Set([text.end, ...ownSpans(scene, item).map(([, span]) => span.end + closing(scene, span.end))]);
  for (const form of INLINE_FORMS[key] ?? []) {
    const written = form.text.replace('{}', words);
    if (form.side === 'before') yield [{ start: text.start, end: text.start, text: written }];
    else for (const end of ends) yield [{ start: end, end, text: written }];
  }
}

function closing(scene: Scene, end: number): number {
  return /^[\])*`"_]*/u.exec(scene.source.slice(end, end + 6))?.[0].length ?? 0;
}

/** As a paragraph of its own below the item. */
function* below(scene: Scene, { item, key, value }: Addition): Generator<Patch[]> {
  const [extent] = extentsOf(scene, item);
  if (extent === undefined || extent.kind === 'row') return;
  const text = scene.source.slice(extent.start, extent.end);
  const lead = /^[ \t>]*/u.exec(text)?.[0] ?? '';
  const marker = MARKER.exec(text.slice(lead.length))?.[0] ?? '';
  const prefix = lead + ' '.repeat(marker.length);
  const end = extent.start + text.trimEnd().length;
  for (const gap of ['\n', '\n\n']) yield [{ start: end, end, text: `${gap}${prefix}${indent(value, prefix)}` }];
  if (marker !== '') yield [{ start: end, end, text: `\n${prefix}- ${indent(value, `${prefix}  `)}` }];
  const label = labelOf(key);
  if (label !== key) yield [{ start: end, end, text: `\n${prefix}**${label}:** ${value}` }];
}

/** In a column that the table does not have yet. */
function* inNewColumn(scene: Scene, { item, key, value }: Addition): Generator<Patch[]> {
  const row = rowOf(scene, item);
  const table = row && blockAt(scene, row.start, ['table']);
  if (row === undefined || table === undefined) return;
  const title = key.charAt(0).toUpperCase() + key.slice(1);
  const lines: Patch[] = [];
  for (let at = table.start, index = 0; at < table.end; index += 1) {
    const end = Math.min(table.end, endOfLine(scene.source, at));
    const cell =
      index === 0 ? title : index === 1 ? '---' : at === lineStart(scene.source, row.start) ? encodeCell(value) : '';
    const closed = scene.source.slice(at, end).trimEnd().endsWith('|');
    const trimmed = at + scene.source.slice(at, end).trimEnd().length;
    lines.push({ start: trimmed, end: trimmed, text: closed ? ` ${cell} |` : ` | ${cell}` });
    at = scene.source.indexOf('\n', end) === -1 ? table.end : scene.source.indexOf('\n', end) + 1;
  }
  yield lines;
}

function endOfLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end === -1 ? source.length : end;
}
