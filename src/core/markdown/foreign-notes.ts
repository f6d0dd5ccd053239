import { isNotedLine, NOTES_TITLE, notesPart, notesSection } from './additional-notes.ts';
import type { DocumentTree } from './document-tree.ts';
import { planSections, type PlannedSection, type SectionIndex } from './read-sections.ts';

const index: SectionIndex = {
  opening: undefined,
  find: (heading, depth, inside) => {
    if (depth === notesSection.depth && heading === NOTES_TITLE) return notesSection;
    return inside === notesSection.id && depth === 3 ? notesPart(heading) : undefined;
  },
};

/** A document and the sections of "Additional notes" at its end; none where that section is not one that we wrote. */
export interface WithNotes {
  readonly body: DocumentTree;
  readonly notes: readonly PlannedSection[];
}

/** Takes off what was written under "Additional notes" because a foreign document had no place for it. */
export function splitNotes(tree: DocumentTree): WithNotes {
  const at = tree.chunks.findLastIndex((chunk) => chunk.kind === 'heading' && (chunk.depth ?? 1) <= notesSection.depth);
  const heading = tree.chunks[at];
  if (heading?.text !== NOTES_TITLE || heading.depth !== notesSection.depth) return { body: tree, notes: [] };
  const [, ...notes] = planSections({ ...tree, chunks: tree.chunks.slice(at) }, index);
  if (!notes.every(isOurs)) return { body: tree, notes: [] };
  return {
    body: { ...tree, source: tree.source.slice(0, heading.start), chunks: tree.chunks.slice(0, at) },
    notes,
  };
}

/** Only lists of known labels stand under the heading itself; everything else has a heading that names its field. */
function isOurs({ spec, section }: PlannedSection): boolean {
  if (spec === undefined || section.chunks.some(({ kind }) => kind === 'heading')) return false;
  return (
    spec.id !== notesSection.id ||
    section.chunks.every(
      (chunk) => chunk.kind === 'list' && chunk.items?.every((item) => isNotedLine(item.text)) === true,
    )
  );
}
