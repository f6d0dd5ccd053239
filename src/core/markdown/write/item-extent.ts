import { itemOf } from '../places/item-path.ts';
import { blocksAround, type SourceBlock } from '../places/source-blocks.ts';
import type { Span } from '../span.ts';
import { beforeBlank, behindBlank, wholeLines } from './source-lines.ts';
import { blockAt, ownSpans, type Scene } from './scene.ts';

/** What an item of a list takes of the document. */
export interface Extent extends Span {
  readonly kind: SourceBlock['kind'] | 'lines' | 'piece';
}

/** Pieces of the document that an item of the record may be, the likeliest first; lines are whole. */
export function extentsOf(scene: Scene, item: string): Extent[] {
  const own = ownSpans(scene, item);
  if (own.length === 0) return [];
  const hull = {
    start: own.reduce((least, [, { start }]) => Math.min(least, start), Infinity),
    end: own.reduce((most, [, { end }]) => Math.max(most, end), 0),
  };
  const around = blocksAround(scene.blocks, hull);
  const whole = around
    .filter((block) => ['row', 'item'].includes(block.kind) && isExclusive(scene, item, block))
    .map((block): Extent => ({ ...wholeLines(scene.source, block), kind: block.kind }));
  const section = sectionOf(scene, hull);
  return [
    ...whole.slice(0, 1),
    ...(section !== undefined && isExclusive(scene, item, section) ? [{ ...section, kind: 'section' as const }] : []),
    ...linesOf(scene, item, hull),
    ...pieceOf(scene, hull),
    ...whole.slice(1),
  ];
}

/** The section whose heading the item begins in. */
function sectionOf(scene: Scene, hull: Span): SourceBlock | undefined {
  const heading = blockAt(scene, hull.start, ['heading']);
  return heading && scene.blocks.find(({ kind, start }) => kind === 'section' && start === heading.start);
}

function linesOf(scene: Scene, item: string, hull: Span): Extent[] {
  const lines = wholeLines(scene.source, hull);
  return isExclusive(scene, item, lines) ? [{ ...lines, kind: 'lines' }] : [];
}

/** One of several rows in a line that are parted by `<br>`. */
function pieceOf({ source }: Scene, hull: Span): Extent[] {
  const behind = /^[^\n<]*<br\s*\/?>[ \t]*/iu.exec(source.slice(hull.end, hull.end + 200));
  if (behind !== null) return [{ start: hull.start, end: hull.end + behind[0].length, kind: 'piece' }];
  const before = /<br\s*\/?>[ \t]*$/iu.exec(source.slice(Math.max(0, hull.start - 40), hull.start));
  return before === null ? [] : [{ start: hull.start - before[0].length, end: hull.end, kind: 'piece' }];
}

/** True where no other item of any list begins inside. */
function isExclusive(scene: Scene, item: string, block: Span): boolean {
  return ![...scene.spans].some(
    ([path, span]) => MAIN.test(path) && itemOf(path) !== item && span.start >= block.start && span.end <= block.end,
  );
}

const MAIN =
  /^(?:timeline|actions|factors|wentWell|wentPoorly|lucky|whys|signOffs|targets)\.\d+\.(?:text|at|question|answer|role|metric)$|^lessons\.\w+\.\d+$/u;

/** The same lines with the blank ones behind them; before them where nothing follows. */
export function withBlank(source: string, { start, end }: Span): Span {
  const behind = behindBlank(source, end);
  return behind > end ? { start, end: behind } : { start: beforeBlank(source, start), end };
}
