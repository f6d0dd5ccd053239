import { extentsOf, withBlank } from './item-extent.ts';
import type { Patch } from './patch.ts';
import type { Scene } from './scene.ts';

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
