import { itemsIn } from './change.ts';
import { drawLike } from './draw-item.ts';
import { extentsOf, type Extent } from './item-extent.ts';
import { textsOf, type ItemTexts } from './item-texts.ts';
import type { Patch } from './patch.ts';
import { renumbering } from './renumber.ts';
import { blockAt, type Scene } from './scene.ts';
import { beforeBlank, behindBlank } from './source-lines.ts';

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
    for (const model of models) yield* modelled(scene, { spot, model, texts });
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
  { spot, model, texts }: { spot: Spot; model: string; texts: ItemTexts },
): Generator<Insertion> {
  for (const extent of extentsOf(scene, model).slice(0, 2)) {
    if (extent.kind !== spot.extent.kind) continue;
    for (const drawn of drawLike(scene, { model, extent, texts }))
      for (const patches of placed(scene, spot, drawn.text)) yield { patches, keys: drawn.keys };
  }
}

/** Lines put behind or before an extent: right there, or parted by a blank line as the others are. */
function* placed(scene: Scene, { extent, behind }: Spot, text: string): Generator<Patch[]> {
  const { source } = scene;
  const last = source.slice(extent.start, extent.end);
  const at = behind ? extent.start + last.trimEnd().length : extent.start;
  const body = text.trimEnd();
  const parted = behind
    ? behindBlank(source, extent.end) > extent.end || beforeBlank(source, extent.start) < extent.start
    : behindBlank(source, extent.end) > extent.end;
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
  const own = /^[ \t>]*(?:#{1,6}[ \t]+)?(\d{1,9})[.)]/u.exec(scene.source.slice(extent.start, extent.end))?.[1];
  if (own === undefined || extent.kind === 'row') return text;
  return text.replace(
    /^(\n*[ \t>]*(?:#{1,6}[ \t]+)?)\d{1,9}(?=[.)])/u,
    (_all, lead: string) => lead + String(Number(own) + (behind ? 1 : 0)),
  );
}
