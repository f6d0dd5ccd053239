import { getAt } from '../record-path.ts';
import { leavesOf } from '../record-path.ts';
import { itemsIn } from './change.ts';
import { itemOf } from '../places/item-path.ts';
import { textOf } from '../places/value-places.ts';
import { encodeCell } from '../text-codec.ts';
import { indent, MARKER } from './encode-value.ts';
import { extentsOf, withBlank, type Extent } from './item-extent.ts';
import type { Patch } from './patch.ts';
import { renumbering } from './renumber.ts';
import { blockAt, ownSpans, type Scene } from './scene.ts';
import { beforeBlank, behindBlank, lineStart } from './source-lines.ts';
import { cellsIn } from './table-cells.ts';

/** Ways to take an item out: its row, its lines, with blank lines around, with the table or the heading that is left empty. */
export function* removals(scene: Scene, item: string): Generator<Patch[]> {
  const { source } = scene;
  for (const extent of extentsOf(scene, item)) {
    const blank = withBlank(source, extent);
    const ways = extent.kind === 'row' || extent.kind === 'piece' ? [extent, blank] : blankFirst(source, extent, blank);
    for (const way of ways) {
      const patch = { start: way.start, end: way.end, text: '' };
      const numbers = renumbering(scene, { from: extent.end, by: -1, like: extent.start });
      if (numbers.length > 0) yield [patch, ...numbers];
      yield [patch];
    }
    yield* withContainer(scene, extent);
  }
}

/** Where blank lines part the items, one of them goes, too. */
function blankFirst(source: string, extent: Extent, blank: { start: number; end: number }) {
  const parted = beforeBlank(source, extent.start) < extent.start && blank.end > extent.end;
  return parted ? [blank, extent] : [extent, blank];
}

/** The last item goes with its table, then with the heading above. */
function* withContainer(scene: Scene, extent: Extent): Generator<Patch[]> {
  const { source } = scene;
  const table = blockAt(scene, extent.start, ['table']);
  const whole = table ?? extent;
  const end = behindBlank(source, Math.max(whole.end, extent.end));
  if (table !== undefined) yield [{ start: lineStart(source, table.start), end, text: '' }];
  const above = beforeBlank(source, lineStart(source, whole.start));
  const heading =
    above === 0 ? undefined : (blockAt(scene, above - 1, ['heading']) ?? blockAt(scene, above - 2, ['heading']));
  if (heading !== undefined) yield [{ start: lineStart(source, heading.start), end, text: '' }];
}

/** Ways to take the lines of an item somewhere else in its list. */
export function* relocations(
  scene: Scene,
  list: string,
  { from, to }: { from: number; to: number },
): Generator<Patch[]> {
  const { source } = scene;
  const [extent] = extentsOf(scene, `${list}.${String(from)}`);
  const target = extentsOf(scene, `${list}.${String(to)}`)[0];
  if (extent === undefined || target === undefined) return;
  const text = source.slice(extent.start, extent.end);
  const [start, lead, tail] =
    from < to
      ? [target.end, source.endsWith('\n') || target.end < source.length ? '' : '\n', '']
      : [target.start, '', text.endsWith('\n') ? '' : '\n'];
  yield [
    { start: extent.start, end: extent.end, text: '' },
    { start, end: start, text: lead + text + tail },
  ];
  const blank = withBlank(source, extent);
  yield [
    { start: blank.start, end: blank.end, text: '' },
    { start, end: start, text: from < to ? `\n${text}` : `${text}\n` },
  ];
}

/** What an item says, by key; `''` for an item that is one text. */
export type ItemTexts = ReadonlyMap<string, string>;

/** The texts of an item. */
export function textsOf(item: unknown): ItemTexts {
  if (typeof item === 'string') return new Map([['', item]]);
  const leaves = typeof item === 'object' && item !== null ? leavesOf(item) : new Map<string, unknown>();
  return new Map(
    [...leaves].flatMap(([key, value]) => {
      const text = textOf(value);
      return text === undefined ? [] : [[key, text] as const];
    }),
  );
}

/** A way to put an item in, and the keys that it says there. */
export interface Insertion {
  readonly patches: readonly Patch[];
  readonly keys: ReadonlySet<string>;
}

/** Ways to put an item in beside its neighbours: as one of them is written. */
export function* insertions(
  scene: Scene,
  list: string,
  { index, item }: { index: number; item: unknown },
): Generator<Insertion> {
  const texts = textsOf(item);
  const count = itemsIn(scene.document.record, list).length;
  const models = modelsFor(scene, list, { index, count, texts });
  for (const spot of spotsFor(scene, list, { index, count })) {
    for (const model of models) yield* modelled(scene, { spot, model, texts, list });
  }
}

/** Where an item comes to stand: behind or before the extent of a neighbour. */
interface Spot {
  readonly extent: Extent;
  readonly behind: boolean;
}

function spotsFor(scene: Scene, list: string, { index, count }: { index: number; count: number }): Spot[] {
  const above = index > 0 ? extentsOf(scene, `${list}.${String(index - 1)}`) : [];
  const below = index < count ? extentsOf(scene, `${list}.${String(index)}`) : [];
  return [
    ...above.slice(0, 2).map((extent) => ({ extent, behind: true })),
    ...below.slice(0, 2).map((extent) => ({ extent, behind: false })),
  ];
}

/** Items that the new one is written like: its neighbours, and others that say the same keys. */
function modelsFor(
  scene: Scene,
  list: string,
  { index, count, texts }: { index: number; count: number; texts: ItemTexts },
): string[] {
  const near = [index - 1, index, index - 2, index + 1].filter((at) => at >= 0 && at < count);
  const score = (at: number): number => {
    const keys = new Set(textsOf(itemsIn(scene.document.record, list)[at]).keys());
    return [...new Set([...keys, ...texts.keys()])].filter((key) => keys.has(key) !== texts.has(key)).length;
  };
  const alike = Array.from({ length: Math.min(count, 40) }, (_, at) => at)
    .filter((at) => !near.includes(at))
    .toSorted((a, b) => score(a) - score(b));
  return [...near, ...alike]
    .slice(0, 6)
    .toSorted((a, b) => Math.sign(score(a) - score(b)))
    .map((at) => `${list}.${String(at)}`);
}

function* modelled(
  scene: Scene,
  { spot, model, texts, list }: { spot: Spot; model: string; texts: ItemTexts; list: string },
): Generator<Insertion> {
  for (const extent of extentsOf(scene, model).slice(0, 2)) {
    if (extent.kind !== spot.extent.kind) continue;
    for (const drawn of extent.kind === 'row'
      ? [rowLike(scene, model, texts)]
      : linesLike(scene, { model, extent, texts })) {
      if (drawn === null) continue;
      for (const patches of placed(scene, spot, drawn.text)) yield { patches, keys: drawn.keys };
    }
  }
  void list;
}

interface Drawn {
  readonly text: string;
  readonly keys: ReadonlySet<string>;
}

/** A row with the same columns; a running number goes on. */
function rowLike(scene: Scene, model: string, texts: ItemTexts): Drawn | null {
  const own = ownSpans(scene, model);
  const row = own[0] && blockAt(scene, own[0][1].start, ['row']);
  if (row === undefined) return null;
  const source = scene.source.slice(row.start, row.end);
  const keys = new Set<string>();
  const cells = cellsIn(scene.source, row).map((cell) => {
    const found = own.find(([, span]) => span.start >= cell.start && span.end <= cell.end && cell.start < cell.end);
    const key = found?.[0].slice(model.length + 1);
    if (key === undefined)
      return /^\d+$/u.test(scene.source.slice(cell.start, cell.end)) ? nextNumber(scene, cell) : '';
    const text = texts.get(key);
    if (text === undefined) return '';
    keys.add(key);
    return (
      scene.source.slice(cell.start, found?.[1].start) + encodeCell(text) + scene.source.slice(found?.[1].end, cell.end)
    );
  });
  const lead = /^\s*\|/u.test(source) ? '| ' : '';
  const tail = source.trimEnd().endsWith('|') ? ' |' : '';
  return { text: `${lead}${cells.join(' | ')}${tail}\n`, keys };
}

function nextNumber(scene: Scene, { start, end }: { start: number; end: number }): string {
  return String(Number(scene.source.slice(start, end)) + 1);
}

/** The lines of an item with other texts: up to its main text, with what else it says left out. */
function* linesLike(
  scene: Scene,
  { model, extent, texts }: { model: string; extent: Extent; texts: ItemTexts },
): Generator<Drawn> {
  const own = ownSpans(scene, model).map(([path, span]) => ({ key: path.slice(model.length + 1), span }));
  const inside = own.filter(({ span }) => span.start >= extent.start && span.end <= extent.end);
  const shown = inside.filter(({ key }) => texts.has(key) && key !== 'notes' && key !== 'details');
  const main = shown.find(({ key }) => key === 'text' || key === '' || key === 'answer') ?? shown[0];
  if (main === undefined) return;
  const all = drawLike(scene, extent, { shown, texts });
  if (all !== null) yield all;
  // Only what stands before the main text and the text itself.
  const fewer = shown.filter(({ span }) => span.start <= main.span.start);
  const plain = drawLike(scene, extent, { shown: fewer, texts });
  if (plain !== null) yield plain;
  const lead = /^[ \t>]*/u.exec(scene.source.slice(extent.start, extent.end))?.[0] ?? '';
  const marker = MARKER.exec(scene.source.slice(extent.start + lead.length, extent.end))?.[0] ?? '';
  const prefix = lead + ' '.repeat(marker.length);
  const at = texts.get('at');
  const text = indent(texts.get('text') ?? texts.get('') ?? texts.get('answer') ?? '', prefix);
  yield {
    text: `${lead}${marker}${at === undefined ? '' : `${at} `}${text}\n`,
    keys: new Set(['text', '', 'answer', 'at']),
  };
  if (at !== undefined) yield { text: `${lead}${marker}${at} - ${text}\n`, keys: new Set(['text', 'at']) };
  yield { text: `${lead}${marker}[ ] ${text}\n`, keys: new Set(['text', 'status']) };
}

function drawLike(
  scene: Scene,
  extent: Extent,
  { shown, texts }: { shown: readonly { key: string; span: { start: number; end: number } }[]; texts: ItemTexts },
): Drawn | null {
  const ordered = shown.toSorted((a, b) => a.span.start - b.span.start);
  const { source } = scene;
  let at = extent.start;
  let text = '';
  for (const { key, span } of ordered) {
    // A ticket inside the text is part of it.
    if (span.start < at) continue;
    text += source.slice(at, span.start) + indent(texts.get(key) ?? '', ' '.repeat(widthBefore(source, span.start)));
    at = span.end;
  }
  const rest = source.slice(at, extent.end).split('\n', 1)[0] ?? '';
  const closing = /^[\])*`"_.]*/u.exec(rest)?.[0] ?? '';
  return { text: `${unticked(text)}${closing.replaceAll('.', '')}\n`, keys: new Set(ordered.map(({ key }) => key)) };
}

function widthBefore(source: string, at: number): number {
  const lead = source.slice(lineStart(source, at), at);
  return /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?/u.exec(lead)?.[0].length ?? 0;
}

/** A new item is open. */
function unticked(text: string): string {
  return text.replace(/^([ \t]*(?:(?:[-+*]|\d+[.)])[ \t]+)?)\[[xX*✓✔]\]/u, '$1[ ]');
}

/** Lines put behind or before an extent: right there, or parted by a blank line as the others are. */
function* placed(scene: Scene, { extent, behind }: Spot, text: string): Generator<Patch[]> {
  const { source } = scene;
  const last = source.slice(extent.start, extent.end);
  const at = behind ? extent.start + last.trimEnd().length : extent.start;
  const open = !last.endsWith('\n');
  const body = text.trimEnd();
  const parted = behind
    ? behindBlank(source, extent.end) > extent.end || beforeBlank(source, extent.start) < extent.start
    : behindBlank(source, extent.end) > extent.end;
  void open;
  const ways = behind ? [`\n${body}`, `\n\n${body}`] : [`${body}\n`, `${body}\n\n`];
  const inList = extent.kind === 'row' || !parted || !isLoose(scene, extent);
  for (const way of inList ? ways : ways.toReversed()) {
    const patch = { start: at, end: at, text: numbered(scene, extent, { text: way, behind }) };
    const numbers = renumbering(scene, { from: behind ? extent.end : extent.start, by: 1, like: extent.start });
    if (numbers.length > 0) yield [patch, ...numbers];
    yield [patch];
  }
  if (extent.kind === 'piece')
    yield [{ start: behind ? extent.end : extent.start, end: behind ? extent.end : extent.start, text: `${body}<br>` }];
}

/** True where blank lines stand between the items of a list. */
function isLoose(scene: Scene, extent: Extent): boolean {
  const list = blockAt(scene, extent.start + 1, ['list']);
  return (
    list === undefined || /\n[ \t]*\r?\n[ \t]*(?:[-+*]|\d+[.)])[ \t]/u.test(scene.source.slice(list.start, list.end))
  );
}

/** The number that the new item of a numbered list has. */
function numbered(scene: Scene, extent: Extent, { text, behind }: { text: string; behind: boolean }): string {
  const own = /^[ \t>]*(\d{1,9})[.)]/u.exec(scene.source.slice(extent.start, extent.end))?.[1];
  if (own === undefined || extent.kind === 'row') return text;
  return text.replace(
    /^(\n*[ \t>]*)\d{1,9}(?=[.)])/u,
    (_all, lead: string) => lead + String(Number(own) + (behind ? 1 : 0)),
  );
}

/** The value of a list, for paths of items. */
export function listOf(path: string): string | undefined {
  const item = itemOf(path);
  return item?.replace(/\.\d+$/u, '');
}

/** True where a list has an item at an index. */
export function hasItem(scene: Scene, list: string, index: number): boolean {
  return getAt(scene.document.record, `${list}.${String(index)}`) !== undefined;
}
