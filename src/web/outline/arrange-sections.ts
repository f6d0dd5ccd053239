import type { Postmortem } from '#core/record';

import { DIALECT_OUTLINES, SECTION_TITLES } from './dialect-outlines.data.ts';
import { type Part, pathsOf, type SectionId } from './part.ts';
import { isFilled, valueAt } from './record-value.ts';
import { SECTION_HOMES } from './section-homes.data.ts';
import { SECTION_PARTS } from './section-parts.data.ts';
import { unknownFields } from './unknown-fields.ts';

/** Verbatim text of the document that stands beside the fields of a section. */
export interface Aside {
  readonly place: 'before' | 'after';
  readonly markdown: string;
}

/** A section as it is shown. */
export interface ArrangedSection {
  readonly id: SectionId;
  readonly title: string;
  readonly parts: readonly Part[];
  readonly asides: readonly Aside[];
  readonly filled: boolean;
}

/** How a document is arranged. */
export interface Arrangement {
  readonly sections: readonly ArrangedSection[];
  /** Sections that nobody wrote and the template does not ask for; they can be added. */
  readonly absent: readonly { readonly id: SectionId; readonly title: string }[];
  /** Verbatim text that belongs to the title block. */
  readonly headAsides: readonly Aside[];
  readonly asks: ReadonlySet<string>;
}

const ORDER = Object.keys(SECTION_PARTS) as SectionId[];

/**
 * Puts the sections into the order of the template: those that have content, and for somebody who may edit also those
 * that the template asks for. Content that the template has no section for follows behind.
 */
export function arrangeSections(
  record: Postmortem,
  options: { readonly dialect: string; readonly mayEdit: boolean; readonly open?: ReadonlySet<string> },
): Arrangement {
  const outline = DIALECT_OUTLINES[options.dialect] ?? DIALECT_OUTLINES['standard'];
  const own = new Map(outline?.sections ?? []);
  const order = [...own.keys(), ...ORDER.filter((id) => !own.has(id))];
  const asides = asidesBySection(record);
  const asks = outline?.asks ?? new Set<string>();
  const sections = order.map((id): ArrangedSection => {
    const parts = SECTION_PARTS[id];
    const beside = asides.get(id) ?? [];
    const filled = beside.length > 0 || parts.some((part) => isPartFilled(record, part));
    return { id, title: own.get(id) ?? SECTION_TITLES[id], parts, asides: beside, filled };
  });
  const isAsked = ({ parts }: ArrangedSection): boolean =>
    parts.some((part) => pathsOf(part).some((path) => asks.has(path)));
  const isShown = (section: ArrangedSection): boolean =>
    section.filled || options.open?.has(section.id) === true || (options.mayEdit && isAsked(section));
  return {
    sections: sections.filter(isShown),
    absent: sections.filter((section) => !isShown(section) && section.id !== 'notes' && section.id !== 'evidence'),
    headAsides: asides.get('head') ?? [],
    asks,
  };
}

/** True if the part has something to show. */
export function isPartFilled(record: Postmortem, part: Part): boolean {
  if (part.kind === 'view' && part.view === 'notes') return hasNotes(record);
  return pathsOf(part).some((path) => isFilled(valueAt(record, path)));
}

function hasNotes(record: Postmortem): boolean {
  return (
    isFilled(record.frontMatter) ||
    isFilled(record.guidance) ||
    isFilled(record.headings) ||
    isFilled(unknownFields(record)) ||
    notesOf(record).length > 0
  );
}

/** Verbatim text whose section no longer exists: it stands under the additional notes. */
export function notesOf(record: Postmortem): string[] {
  return (
    asidesBySection(record)
      .get('notes')
      ?.map((aside) => aside.markdown) ?? []
  );
}

function asidesBySection(record: Postmortem): Map<SectionId | 'head', Aside[]> {
  const found = new Map<SectionId | 'head', Aside[]>();
  const add = (section: string | undefined, aside: Aside): void => {
    const home = homeOf(section);
    const known = found.get(home);
    if (known === undefined) found.set(home, [aside]);
    else known.push(aside);
  };
  for (const [section, markdown] of Object.entries(record.introductions ?? {}))
    add(section, { place: 'before', markdown });
  for (const [section, markdown] of Object.entries(record.remarks ?? {})) add(section, { place: 'after', markdown });
  for (const { after, markdown } of record.unmapped ?? []) add(after, { place: 'after', markdown });
  return found;
}

/** Where text goes that stands behind a section of the document; absent at its start. */
export function homeOf(section: string | undefined): SectionId | 'head' {
  if (section === undefined) return 'head';
  return (Object.hasOwn(SECTION_HOMES, section) ? SECTION_HOMES[section] : undefined) ?? 'notes';
}
