import { itemOf } from '../places/item-path.ts';
import type { Patch } from './patch.ts';
import { extentsOf } from './item-extent.ts';
import { ownSpans, type Scene } from './scene.ts';

const BOX = /^([ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?\[)([ xX*✓✔]?)(?=\](?:\s|$))/u;
const SIGN = /(?:✅|☑️?|✔️?|✓|🟢|:(?:white_check_mark|heavy_check_mark):)\uFE0F?/u;

/** Ways to say in a box, a sign or a strike what `done` or another status says. */
export function* ticks(scene: Scene, path: string, value: unknown): Generator<Patch[]> {
  const item = itemOf(path);
  if (item === undefined || !/\.(?:status|done)$/u.test(path)) return;
  for (const extent of extentsOf(scene, item).slice(0, 2)) {
    const text = scene.source.slice(extent.start, extent.end);
    yield* boxTicks(text, extent.start, value);
    yield* signTicks(text, extent.start);
    yield* newMarks(text, { start: extent.start, end: lastOf(scene, item) }, value);
  }
}

function* boxTicks(text: string, start: number, value: unknown): Generator<Patch[]> {
  const box = BOX.exec(text);
  if (box === null) return;
  const at = start + (box[1]?.length ?? 0);
  const mark = value === true || value === 'done' ? 'x' : ' ';
  const tick = { start: at, end: at + (box[2]?.length ?? 0), text: mark };
  yield [tick];
  if (typeof value !== 'string') {
    // The whole box, where the status is taken away.
    const blanks = /^\][ \t]*/u.exec(text.slice(at - start + (box[2]?.length ?? 0)))?.[0].length ?? 1;
    yield [{ start: at - 1, end: tick.end + blanks, text: '' }];
    return;
  }
  const end = start + text.split(/\r?\n/u, 1).join('').trimEnd().length;
  yield [tick, { start: end, end, text: ` (${value})` }];
}

/** A check mark or a strike that is taken away. */
function* signTicks(text: string, start: number): Generator<Patch[]> {
  const sign = new RegExp(`${SIGN.source}[ \\t]*|[ \\t]*${SIGN.source}`, 'u').exec(text);
  if (sign !== null) yield [{ start: start + sign.index, end: start + sign.index + sign[0].length, text: '' }];
  const struck = /~~([\s\S]+?)~~/u.exec(text);
  if (struck?.[1] !== undefined)
    yield [{ start: start + struck.index, end: start + struck.index + struck[0].length, text: struck[1] }];
}

/** A box or a word where there was none. */
function* newMarks(text: string, at: { start: number; end: number }, value: unknown): Generator<Patch[]> {
  if (typeof value !== 'string') return;
  const marker = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+/u.exec(text)?.[0].length;
  if (marker !== undefined) {
    const start = at.start + marker;
    if (value === 'done' || value === 'open') yield [{ start, end: start, text: value === 'done' ? '[x] ' : '[ ] ' }];
    yield [{ start, end: start, text: `[${value}] ` }];
  }
  yield [{ start: at.end, end: at.end, text: ` (${value})` }];
}

function lastOf(scene: Scene, item: string): number {
  return ownSpans(scene, item)
    .filter(([path]) => /\.(?:text|owner|due|ticket)$/u.test(path))
    .reduce((most, [, { end }]) => Math.max(most, end), 0);
}
