import type { Span } from '../span.ts';
import { encodeCell } from '../text-codec.ts';
import { indent, MARKER } from './encode-value.ts';
import type { Extent } from './item-extent.ts';
import type { ItemTexts } from './item-texts.ts';
import { blockAt, ownSpans, type Scene } from './scene.ts';
import { lineStart } from './source-lines.ts';
import { cellsIn, type TableCell } from './table-cells.ts';

/** An item as it is written like another one, and the keys that it says. */
interface Drawn {
  readonly text: string;
  readonly keys: ReadonlySet<string>;
}

/** Ways to write an item like another one: its row with other cells, its lines with other texts. */
export function* drawLike(scene: Scene, like: { model: string; extent: Extent; texts: ItemTexts }): Generator<Drawn> {
  if (like.extent.kind === 'row') yield* rowLike(scene, like.model, like.texts);
  else yield* linesLike(scene, like);
}

/** A row with the same columns, as wide where they are drawn wide; a running number goes on. */
function* rowLike(scene: Scene, model: string, texts: ItemTexts): Generator<Drawn> {
  const own = ownSpans(scene, model);
  const row = own[0] && blockAt(scene, own[0][1].start, ['row']);
  if (row === undefined) return;
  const source = scene.source.slice(row.start, row.end);
  const keys = new Set<string>();
  const cells = cellsIn(scene.source, row);
  const wide = cells.some(({ end, to }) => to - end > 2);
  const written = cells.map((cell) => {
    const text = cellLike(scene, cell, { model, texts, keys });
    return wide ? text.padEnd(cell.to - cell.from - 2) : text;
  });
  const lead = /^\s*\|/u.test(source) ? '| ' : '';
  const tail = source.trimEnd().endsWith('|') ? ' |' : '';
  yield { text: `${lead}${written.join(' | ')}${tail}\n`, keys };
}

/** A cell with the value of its column in the new item; `keys` gets the key that it says. */
function cellLike(
  { source, ...scene }: Scene,
  cell: TableCell,
  { model, texts, keys }: { model: string; texts: ItemTexts; keys: Set<string> },
): string {
  const own = ownSpans({ source, ...scene }, model);
  const found = own.find(([, span]) => span.start >= cell.start && span.end <= cell.end && cell.start < cell.end);
  const now = source.slice(cell.start, cell.end);
  if (found === undefined) return /^\d+$/u.test(now) ? String(Number(now) + 1) : '';
  const [path, span] = found;
  const key = path.slice(model.length + 1);
  const text = texts.get(key);
  if (text === undefined) return '';
  keys.add(key);
  return source.slice(cell.start, span.start) + encodeCell(text) + source.slice(span.end, cell.end);
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
  yield withTexts(scene, extent, { shown, texts });
  // Only what stands before the main text and the text itself.
  const fewer = shown.filter(({ span }) => span.start <= main.span.start);
  yield withTexts(scene, extent, { shown: fewer, texts });
  yield* plainLines(scene, extent, texts);
}

/** The same marker with nothing but time and text. */
function* plainLines(scene: Scene, extent: Extent, texts: ItemTexts): Generator<Drawn> {
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

function withTexts(
  scene: Scene,
  extent: Extent,
  { shown, texts }: { shown: readonly { key: string; span: Span }[]; texts: ItemTexts },
): Drawn {
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
