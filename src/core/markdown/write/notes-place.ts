import { drawNotes, NOTES_TITLE } from '../additional-notes.ts';
import { leavesOf } from '../record-path.ts';
import { itemsIn, type Change } from './change.ts';
import type { Patch } from './patch.ts';
import type { Scene } from './scene.ts';
import { lineEnd } from './source-lines.ts';

/** Ways to write a change under "Additional notes": below its heading, at the end of the document. */
export function* notesFor(scene: Scene, change: Change): Generator<Patch[]> {
  const leaves = leavesFor(scene, change);
  if (leaves.size === 0) return;
  const { source } = scene;
  const heading = new RegExp(`^## ${NOTES_TITLE}[ \\t]*\\r?$`, 'mu').exec(source);
  for (const verbatim of [new Set<string>(), new Set(leaves.keys())]) {
    const section = drawNotes(leaves, verbatim);
    const body = section.slice(section.indexOf('\n') + 1).trim();
    if (heading !== null) {
      const below = lineEnd(source, heading.index);
      yield [{ start: below, end: below, text: `\n${body}\n` }];
    }
    yield [atEnd(source, heading === null ? section : body)];
  }
}

function leavesFor(scene: Scene, change: Change): Map<string, unknown> {
  if (change.kind === 'set') return new Map(change.value === undefined ? [] : [[change.path, change.value]]);
  // A table of notes numbers its items, so that only a last one can be added.
  if (change.kind !== 'insert' || change.index !== itemsIn(scene.document.record, change.list).length) return new Map();
  const item = `${change.list}.${String(change.index)}`;
  const { item: value } = change;
  return typeof value === 'object' && value !== null
    ? new Map([...leavesOf(value)].map(([key, leaf]) => [`${item}.${key}`, leaf]))
    : new Map([[item, value]]);
}

function atEnd(source: string, text: string): Patch {
  const end = source.trimEnd().length;
  const lead = end === 0 ? '' : '\n\n';
  return {
    start: end,
    end,
    text: `${lead}${text}${/\n/u.test(source.slice(end)) ? '' : source.includes('\n') ? '' : '\n'}`,
  };
}
