import type { Patch } from './patch.ts';
import { blockAt, type Scene } from './scene.ts';

/**
 * Numbers of the items of a numbered list behind an offset, one more or one less; nothing where the numbers do not go up one
 * by one, or the piece at `like` stands in no such list.
 */
export function renumbering(scene: Scene, { from, by, like }: { from: number; by: number; like: number }): Patch[] {
  const { source } = scene;
  const lead = /^[ \t>]*/u.exec(source.slice(like, like + 200))?.[0].length ?? 0;
  const item = blockAt(scene, like + lead, ['item']);
  const list = item && blockAt(scene, item.start, ['list']);
  if (list === undefined || item === undefined) return [];
  const items = scene.blocks.filter(
    (block) =>
      block.kind === 'item' && block.start >= list.start && block.end <= list.end && isDirect(scene, block, list),
  );
  const numbers = items.map((block) => /^\d{1,9}(?=[.)])/u.exec(source.slice(block.start, block.start + 12))?.[0]);
  const rising = numbers.every(
    (number, index) => number !== undefined && Number(number) === Number(numbers[0]) + index,
  );
  if (!rising || numbers.length < 2) return [];
  return items.flatMap((block, index) => {
    const number = numbers[index] ?? '';
    return block.start < from
      ? []
      : [{ start: block.start, end: block.start + number.length, text: String(Number(number) + by) }];
  });
}

function isDirect(scene: Scene, item: { start: number; end: number }, list: { start: number; end: number }): boolean {
  return !scene.blocks.some(
    (other) =>
      other.kind === 'list' &&
      other.start > list.start &&
      other.end <= list.end &&
      other.start <= item.start &&
      other.end >= item.end,
  );
}
