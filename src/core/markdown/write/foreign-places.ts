import { classifyHeading } from '../foreign/classify-heading.ts';
import type { SectionKind } from '../foreign/section-names.data.ts';
import { textOf } from '../places/value-places.ts';
import type { SourceBlock } from '../places/source-blocks.ts';
import { itemOf } from '../places/item-path.ts';
import { SECTION_ORDER, SECTION_WORDINGS } from './foreign-wordings.data.ts';
import type { Insertion } from './insert-item.ts';
import { textsOf, type ItemTexts } from './item-texts.ts';
import { metadataLines } from './metadata-line.ts';
import type { Patch } from './patch.ts';
import type { Scene } from './scene.ts';
import { indent } from './encode-value.ts';
import { beforeBlank, lineEnd } from './source-lines.ts';

/** Ways to write a field that a foreign document does not say yet: a labelled line in its head, a section of its own. */
export function* newFields(scene: Scene, path: string, value: unknown): Generator<Patch[]> {
  const text = textOf(value);
  if (text === undefined || itemOf(path) !== undefined) return;
  yield* metadataLines(scene, path, text);
  yield* newSections(scene, path, text);
}

/** Ways to write the first item of a list: below a heading that is empty, or in a section of its own. */
export function* newLists(scene: Scene, list: string, item: unknown): Generator<Insertion> {
  const texts = textsOf(item);
  for (const { text, keys } of drawnItems(texts))
    for (const patches of newSections(scene, list, text)) yield { patches, keys };
  if (list === 'impact.systems')
    for (const patches of metadataLines(scene, `${list}.0`, texts.get('') ?? ''))
      yield { patches, keys: new Set(['']) };
}

/** An item as a line of a list; a row of a timeline begins with its time. */
function* drawnItems(texts: ItemTexts): Generator<{ text: string; keys: ReadonlySet<string> }> {
  const main = indent(texts.get('text') ?? texts.get('') ?? texts.get('answer') ?? '', '  ');
  const at = texts.get('at');
  const keys = new Set(['text', '', 'answer', 'at']);
  yield { text: `- ${at === undefined ? '' : `${at} `}${main}`, keys };
  if (at !== undefined) yield { text: `- ${at} - ${main}`, keys };
  yield { text: `- [ ] ${main}`, keys: new Set([...keys, 'status']) };
  yield { text: main, keys };
}

function* newSections(scene: Scene, path: string, body: string): Generator<Patch[]> {
  const wording = SECTION_WORDINGS[path];
  if (wording === undefined) return;
  const sections = knownSections(scene);
  for (const section of sections.filter(({ kind }) => kind === wording.kind)) yield* inside(scene, section, body);
  const depth = sectionDepth(sections);
  const text = `${'#'.repeat(depth)} ${wording.heading}\n\n${body}\n`;
  for (const at of placesFor(scene, sections, { kind: wording.kind, depth }))
    yield [sectionPatch(scene.source, at, text)];
}

/** A section whose heading says what it is about. */
interface Named {
  readonly kind: SectionKind;
  readonly block: SourceBlock;
  readonly depth: number;
}

function knownSections({ source, blocks }: Scene): Named[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'section') return [];
    const line = source.slice(block.start, lineEnd(source, block.start));
    const kind = classifyHeading(line.replace(/^#+[ \t]*/u, '').trim());
    return kind === undefined ? [] : [{ kind, block, depth: block.depth ?? 2 }];
  });
}

/** At the top of a section that is there already, or at its end. */
function* inside({ source }: Scene, { block }: Named, body: string): Generator<Patch[]> {
  const heading = lineEnd(source, block.start);
  const below = heading >= block.end && !source.slice(block.start, heading).endsWith('\n') ? '\n' : '';
  yield [{ start: heading, end: heading, text: `${below}\n${body}\n` }];
  yield [sectionPatch(source, block.end, `${body}\n`)];
}

/** Rank of most of the known sections. */
function sectionDepth(sections: readonly Named[]): number {
  const counts = [...Map.groupBy(sections, ({ depth }) => depth)].toSorted((a, b) => b[1].length - a[1].length);
  return counts[0]?.[0] ?? 2;
}

/** Where a kind of section usually stands. */
function rank(kind: SectionKind): number {
  return SECTION_ORDER.indexOf(kind === 'plans' || kind === 'remediation' ? 'actions' : kind);
}

/** Behind the section that it usually follows, before the one that usually follows it, at the end of the document. */
function placesFor(
  { source, blocks }: Scene,
  sections: readonly Named[],
  { kind, depth }: { kind: SectionKind; depth: number },
): number[] {
  const own = rank(kind);
  const ofDepth = sections.filter((section) => section.depth <= depth && rank(section.kind) !== -1);
  const above = ofDepth
    .filter((section) => rank(section.kind) < own)
    .toSorted((a, b) => rank(b.kind) - rank(a.kind))[0];
  const below = ofDepth.find((section) => rank(section.kind) > own);
  const starts = blocks
    .filter((block) => block.kind === 'section' && (block.depth ?? 1) <= depth)
    .map(({ start }) => start);
  return [
    ...new Set([
      ...(above ? [above.block.end] : []),
      ...(below ? [below.block.start] : []),
      source.length,
      ...starts.toReversed(),
    ]),
  ];
}

/** A section put in at an offset, with one blank line on both sides. */
function sectionPatch(source: string, at: number, text: string): Patch {
  const above = beforeBlank(source, at);
  const lead = above === 0 || source.slice(0, above).trim() === '' ? '' : source[above - 1] === '\n' ? '\n' : '\n\n';
  const blank = source.slice(above, at);
  return at >= source.length
    ? { start: above, end: above, text: `${lead}${text.trimEnd()}${source.endsWith('\n') ? '\n' : ''}` }
    : { start: above, end: above, text: `${lead}${text}${blank === '' ? '\n' : ''}` };
}
