import { extentsOf, withBlank, type Extent } from './item-extent.ts';
import type { Patch } from './patch.ts';
import { renumbering } from './renumber.ts';
import { blockAt, type Scene } from './scene.ts';
import { beforeBlank, behindBlank, lineStart } from './source-lines.ts';

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
