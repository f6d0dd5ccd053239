import type { Finding } from '#core/errors';
import { toProse, type Postmortem } from '#core/record';

import { notesPart, notesSection } from './additional-notes.ts';
import { readDocumentTree, type DocumentTree } from './document-tree.ts';
import type { Dialect } from './dialects/dialect.ts';
import { BUILT_IN_DIALECTS, type DialectChoice, dialectOf } from './dialects/index.ts';
import { readForeign } from './foreign/index.ts';
import { markIn } from './dialect-mark.ts';
import { documentFindings } from './document-findings.ts';
import { splitNotes } from './foreign-notes.ts';
import { isPlaceholder } from './placeholder.ts';
import {
  isBareTitle,
  planSections,
  titleIn,
  readSection,
  sectionIndex,
  unmappedText,
  type PlannedSection,
  type SectionIndex,
} from './read-sections.ts';
import { recordBuilder, type RecordBuilder, type ValuePlace } from './record-builder.ts';
import { recogniseDialects } from './recognise-dialect.ts';
import { decodeLine } from './text-codec.ts';

/** A document as it was read. */
export interface ParsedDocument {
  readonly record: Postmortem;
  /** Id of the dialect it is written in; `foreign` if it is none of those that are known. */
  readonly dialect: string;
  /** That dialect; undefined for a foreign document. */
  readonly template: Dialect | undefined;
  /** The document itself, unchanged. */
  readonly source: string;
  readonly file?: string;
  readonly findings: readonly Finding[];
  /** Where each value of the record stands in the source, by path. */
  readonly places: ReadonlyMap<string, ValuePlace>;
}

/** Settings of {@link parsePostmortem}. */
export interface ParseOptions {
  /** File name, for findings; a foreign document may have its title and date in it. */
  readonly file?: string;
  /** Skips recognition. */
  readonly dialect?: DialectChoice;
  /** Dialects that it may be written in; by default those that come with the product. */
  readonly dialects?: readonly Dialect[];
}

const indexes = new WeakMap<Dialect, SectionIndex>();

function indexFor(dialect: Dialect): SectionIndex {
  const known = indexes.get(dialect);
  if (known) return known;
  const others = BUILT_IN_DIALECTS.filter(({ id }) => id !== dialect.id).flatMap(({ sections }) => sections);
  const own = sectionIndex(dialect.sections, [
    notesSection,
    ...others.filter((spec) => spec.id !== 'title' && spec.id !== 'document'),
  ]);
  const index: SectionIndex = {
    opening: own.opening,
    find: (heading, depth, inside) =>
      inside === notesSection.id && depth === 3 ? notesPart(heading) : own.find(heading, depth, inside),
  };
  indexes.set(dialect, index);
  return index;
}

/**
 * Reads a post-mortem. Never throws on content and never loses text: what no field stands for is kept in
 * `introductions`, `remarks`, `guidance` or `unmapped`.
 */
export function parsePostmortem(markdown: string, options: ParseOptions = {}): ParsedDocument {
  const { tree, named } = readMarked(readDocumentTree(markdown), options);
  const { dialect: template, builder } = named === undefined ? readBest(tree, options) : readAs(tree, named);
  const dialect = template?.id ?? 'foreign';
  const record = builder.finish();
  const file = options.file === undefined ? {} : { file: options.file };
  return {
    record,
    dialect,
    template,
    source: markdown,
    ...file,
    findings: documentFindings({ record, tree, dialect, ...file }),
    places: builder.places,
  };
}

/** The document without its mark, and the template that is known before its text is looked at. */
function readMarked(tree: DocumentTree, options: ParseOptions): { tree: DocumentTree; named: Dialect | undefined } {
  const chosen = options.dialect === undefined ? undefined : dialectOf(options.dialect);
  const mark = markIn(tree);
  const marked = [...(chosen === undefined ? [] : [chosen]), ...dialectsIn(options)].find(({ id }) => id === mark?.id);
  // A mark that names a template nobody knows here is text like any other.
  if (mark === undefined || marked === undefined) return { tree, named: chosen };
  return { tree: mark.unmarked, named: chosen ?? marked };
}

function dialectsIn({ dialects }: ParseOptions): readonly Dialect[] {
  return dialects ?? BUILT_IN_DIALECTS;
}

/** True if a document that says what `record` says is taken for the dialect it is written in without being told. */
export function isRecognised(markdown: string, dialect: Dialect, record: Postmortem): boolean {
  const dialects = BUILT_IN_DIALECTS.includes(dialect) ? BUILT_IN_DIALECTS : [...BUILT_IN_DIALECTS, dialect];
  const tree = readDocumentTree(markdown);
  const candidates = recogniseDialects(tree, dialects);
  if (!candidates.includes(dialect)) return false;
  // The only candidate is taken where it finds rows and actions, so the document need not be read again.
  if (candidates.length === 1 && record.timeline.length > 0 && record.actions.length > 0) return true;
  return readBest(tree, { dialects }).dialect === dialect;
}

interface ReadDocument {
  /** Undefined for a foreign document. */
  readonly dialect: Dialect | undefined;
  readonly builder: RecordBuilder;
}

/** A dialect that leaves more of a document than this without a field, and finds no rows or no actions, is compared with reading it as anybody's. */
const MUCH_LEFT = 0.3;

/** Reads a document in the dialect that leaves least of its text without a field; in none if that finds more in it. */
function readBest(tree: DocumentTree, options: ParseOptions): ReadDocument {
  const readings = recogniseDialects(tree, dialectsIn(options)).map((dialect) => readAs(tree, dialect));
  const [best] = readings
    .map((reading) => ({ reading, left: reading.builder.unplaced() }))
    .toSorted((a, b) => a.left - b.left);
  if (best !== undefined && (best.left <= MUCH_LEFT * tree.source.length || hasBoth(best.reading.builder)))
    return best.reading;
  const foreign = readAsForeign(tree, options);
  return best === undefined || rowsIn(foreign.builder) > rowsIn(best.reading.builder) ? foreign : best.reading;
}

function hasBoth(builder: RecordBuilder): boolean {
  return builder.count('timeline') > 0 && builder.count('actions') > 0;
}

function rowsIn(builder: RecordBuilder): number {
  return builder.count('timeline') + builder.count('actions');
}

function readAsForeign(tree: DocumentTree, options: ParseOptions): ReadDocument {
  const builder = recordBuilder('foreign');
  readFrontMatter(tree, builder);
  const { body, notes } = splitNotes(tree);
  readForeign(body, builder, options);
  for (const section of notes) readPlanned(section, builder, undefined);
  return { dialect: undefined, builder };
}

function readAs(tree: DocumentTree, dialect: Dialect): ReadDocument {
  const builder = recordBuilder(dialect.id);
  readFrontMatter(tree, builder);
  readInDialect(tree, dialect, builder);
  return { dialect, builder };
}

function readInDialect(tree: DocumentTree, dialect: Dialect, builder: RecordBuilder): void {
  let last: string | undefined;
  for (const section of planSections(tree, indexFor(dialect))) {
    readPlanned(section, builder, last);
    last = section.spec?.id ?? last;
  }
}

function readFrontMatter(tree: DocumentTree, builder: RecordBuilder): void {
  if (tree.frontMatter === undefined) return;
  builder.set('frontMatter', toProse(tree.source.slice(tree.frontMatter.start, tree.frontMatter.end)));
}

function readPlanned(planned: PlannedSection, builder: RecordBuilder, last: string | undefined): void {
  if (planned.spec !== undefined) {
    const { spec, section } = planned;
    // A team's own template reads its title itself.
    if (spec.id === 'title' && section.heading && spec.readHeading === undefined)
      readTitle(section.heading.text ?? '', builder);
    readSection(planned, builder);
    return;
  }
  const markdown = unmappedText(planned.section);
  if (markdown !== undefined) builder.push('unmapped', { ...(last === undefined ? {} : { after: last }), markdown });
}

/** The title behind `Post-Mortem:`, or the whole heading. */
function readTitle(heading: string, builder: RecordBuilder): void {
  builder.enter('title');
  if (isBareTitle(heading)) return;
  const title = titleIn(heading) ?? heading;
  if (isPlaceholder(title)) builder.aside(title);
  else builder.set('title', decodeLine(title).text);
}
