import type { Chunk, DocumentTree } from './document-tree.ts';
import { isPlaceholder } from './placeholder.ts';
import type { RecordBuilder } from './record-builder.ts';
import type { Section, SectionSpec } from './spec.ts';
import { normaliseLabel, slice } from './spec.ts';
import { toProse } from '#core/record';

/** Sections of a dialect by every spelling of their headings. */
export interface SectionIndex {
  /** `inside` is the id of the depth-2 section that the heading stands in. */
  find(heading: string, depth: number, inside: string): SectionSpec | undefined;
  /** The section before the first heading. */
  readonly opening: SectionSpec | undefined;
}

/** A section of the document with what the dialect says of it; without, it is unmapped. */
export interface PlannedSection {
  readonly spec: SectionSpec | undefined;
  readonly section: Section;
}

/** Cuts a document into the sections that an index knows; unknown headings stay inside, or open an unmapped section. */
export function planSections(tree: DocumentTree, index: SectionIndex): PlannedSection[] {
  const planned: PlannedSection[] = [];
  let current = openSection(tree, index.opening);
  let inside = '';
  for (const chunk of tree.chunks) {
    const depth = chunk.kind === 'heading' ? (chunk.depth ?? 1) : 7;
    const named = chunk.kind === 'heading' ? index.find(chunk.text ?? '', depth, inside) : undefined;
    const spec = named ?? (depth === 1 && !hasTitle([...planned, current]) ? index.opening : undefined);
    const leaves = chunk.kind === 'heading' && depth <= depthOf(current) && current.section.heading !== undefined;
    if (spec === undefined && !leaves) {
      current.section.chunks.push(chunk);
      continue;
    }
    planned.push(current);
    current = openSection(tree, spec, chunk);
    if (depth <= 2) inside = spec?.id ?? '';
  }
  return [...planned, current];
}

/** The first heading of depth 1 that is nothing else is the title, however it is worded. */
function hasTitle(planned: readonly PlannedSection[]): boolean {
  return planned.some(
    ({ spec, section }) =>
      spec?.id === 'title' && section.heading !== undefined && !isBareTitle(section.heading.text ?? ''),
  );
}

function depthOf(planned: PlannedSection): number {
  return planned.section.heading?.depth ?? planned.spec?.depth ?? 1;
}

function openSection(tree: DocumentTree, spec: SectionSpec | undefined, heading?: Chunk): PlannedSection {
  const section: Section = {
    id: spec?.id ?? '',
    tree,
    chunks: [],
    claimed: new Set(),
    ...(heading ? { heading } : {}),
  };
  return { spec, section };
}

/** Reads one section: its blocks first, then everything that no block stands for. */
export function readSection({ spec, section }: PlannedSection, builder: RecordBuilder): void {
  if (spec === undefined) return;
  // What stands before the first heading belongs to no section.
  builder.enter(section.heading === undefined ? '' : spec.id);
  spec.readHeading?.(section.heading?.text ?? '', builder);
  setAsideExamples(section, builder);
  const blocks = spec.blocks.toSorted((a, b) => (a.order ?? 5) - (b.order ?? 5));
  for (const block of blocks) block.read(section, builder);
  keepRest(section, builder);
}

const EXAMPLE = /^>\s*(?:\*\*)?(?:example|e\.g\.)/iu;

/** Quoted examples are the template's, not the author's. */
function setAsideExamples(section: Section, builder: RecordBuilder): void {
  for (const chunk of section.chunks) {
    if (chunk.kind !== 'quote' || !EXAMPLE.test(slice(section, chunk))) continue;
    section.claimed.add(chunk);
    builder.aside(slice(section, chunk));
  }
}

/** Comments are guidance, rules at the end are drawing; all else introduces or remarks on the structured part. */
function keepRest(section: Section, builder: RecordBuilder): void {
  const open = openChunks(section);
  const firstRead = section.chunks.findIndex((chunk) => section.claimed.has(chunk) && chunk.kind !== 'comment');
  for (const run of runsOf(section, open)) {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) continue;
    const text = toProse(slice(section, { start: first.start, end: last.end }));
    if (text === undefined) continue;
    const before = firstRead === -1 || section.chunks.indexOf(first) < firstRead;
    if (run.every((chunk) => chunk.kind === 'comment') || isPlaceholder(text)) builder.aside(text);
    else builder.append(`${before ? 'introductions' : 'remarks'}.${section.id}`, text);
  }
}

function openChunks(section: Section): Set<Chunk> {
  const open = section.chunks.filter((chunk) => !section.claimed.has(chunk));
  const lastText = section.chunks.findLastIndex((chunk) => chunk.kind !== 'rule');
  while (open.at(-1)?.kind === 'rule' && section.chunks.indexOf(open.at(-1) as Chunk) > lastText) open.pop();
  return new Set(open);
}

/** Neighbouring chunks that belong together; comments stay alone, so that they can be told apart. */
function runsOf(section: Section, open: ReadonlySet<Chunk>): Chunk[][] {
  const runs: Chunk[][] = [];
  let run: Chunk[] = [];
  const close = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const chunk of section.chunks) {
    const alone = chunk.kind === 'comment';
    if (!open.has(chunk) || alone) close();
    if (open.has(chunk)) run.push(chunk);
    if (alone) close();
  }
  close();
  return runs;
}

/** The text of a section no field stands for, heading included. */
export function unmappedText(section: Section): string | undefined {
  const first = section.heading ?? section.chunks[0];
  const kept = [...section.chunks];
  while (kept.at(-1)?.kind === 'rule') kept.pop();
  const last = kept.at(-1) ?? section.heading;
  if (first === undefined || last === undefined) return undefined;
  return toProse(section.tree.source.slice(first.start, last.end));
}

/** An index over the sections of a dialect, with those of others behind them. */
export function sectionIndex(own: readonly SectionSpec[], others: readonly SectionSpec[]): SectionIndex {
  const byName = new Map<string, SectionSpec[]>();
  for (const spec of [...own, ...others]) {
    const titles = typeof spec.title === 'string' ? [spec.title] : [];
    for (const name of [...titles, ...(spec.aliases ?? [])].map(normaliseLabel))
      byName.set(name, [...(byName.get(name) ?? []), spec]);
  }
  return {
    opening: own.find((spec) => spec.depth === 1 && spec.id === 'title') ?? own[0],
    find(heading, depth) {
      const title = own.find((spec) => spec.id === 'title');
      if (depth === 1 && title !== undefined && isTitle(heading)) return title;
      const named = byName.get(normaliseLabel(heading)) ?? [];
      return named.find((spec) => spec.depth === depth) ?? named.find((spec) => depth > 1 && spec.depth > 1);
    },
  };
}

/** `Post-Mortem: Checkout outage`, as against the bare `Post-Mortem` of a controlled document's head. */
function isTitle(heading: string): boolean {
  return /^(?:incident )?post[- ]?mortem(?: report)?\s*[:—–-]/iu.test(heading);
}

/** `Post-Mortem`: a heading that names the kind of document and no incident. */
export function isBareTitle(heading: string): boolean {
  return /^(?:incident )?post[- ]?mortem(?: report)?(?:\s*[:—–-])?$/iu.test(heading);
}

/** The title behind `Post-Mortem:`, `Postmortem —`, `Incident Post-Mortem:`; undefined for any other heading. */
export function titleIn(heading: string): string | undefined {
  return /^(?:incident )?post[- ]?mortem(?: report)?\s*[:—–-]\s*(\S[\s\S]*)$/iu.exec(heading)?.[1];
}
