import { toLine, toProse } from '#core/record';

import type { Cell, Chunk, DocumentTree } from '../document-tree.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { RecordBuilder } from '../record-builder.ts';
import { namesIn, type Names } from './action-owners.ts';
import { classifyHeading, headingWords } from './classify-heading.ts';
import { dateOfFile, findDate } from './find-date.ts';
import { withHtmlHeadings } from './html-headings.ts';
import { keeperOf, withoutPlaces, type Keeper } from './keeper.ts';
import type { Group, GroupKind } from './group.ts';
import { outlineOf } from './outline.ts';
import { readActionTables, readInlineActions, withoutBoxes } from './loose-actions.ts';
import { readActions } from './read-actions.ts';
import { readItems, readWhys } from './read-lists.ts';
import { pairOf, readFrontMatter, readMetadataChunk, setMetadata, type Known } from './read-metadata.ts';
import { readProse } from './read-prose.ts';
import { readTimelineChunks } from './read-timeline.ts';
import { readTimed } from './timed-text.ts';
import { emptyTimeline, writeRows, type TimelineState } from './timeline-rows.ts';
import { TIMELINE_COLUMNS } from './timeline-columns.data.ts';
import { timelineLayout } from './timeline-table.ts';
import { zoneInTitle, zoneOfAllTimes } from './timeline-zone.ts';

interface Reading {
  readonly tree: DocumentTree;
  readonly keeper: Keeper;
  readonly known: Known;
  readonly names: Names;
  /** Zone that a timeline states. */
  readonly stated: { zone: string | undefined };
  /** True where a heading names a timeline, so that lists elsewhere need clock times to be one. */
  readonly named: boolean;
  /** True where a heading names actions, so that task boxes elsewhere are something else. */
  readonly actions: boolean;
}

/**
 * Reads a post-mortem that follows none of our templates: finds its sections by what their headings say, its timeline
 * rows by the times that they start with, its actions by the lists and tables below action-like headings. What it
 * does not recognise is kept verbatim in `unmapped`, `introductions` or `remarks`, so that no line is lost; wordings
 * of headings, labels and table heads are kept in `headings`. Never throws on content.
 */
export function readForeign(
  document: DocumentTree,
  builder: RecordBuilder,
  options: { readonly file?: string } = {},
): void {
  const tree = withHtmlHeadings(document);
  const keeper = keeperOf(builder);
  const groups = outlineOf(tree);
  const reading: Reading = {
    tree,
    keeper,
    known: new Set(),
    names: namesIn(tree.source),
    stated: { zone: undefined },
    named: groups.some(({ kind }) => kind === 'timeline'),
    actions: groups.some(({ kind }) => kind === 'actions'),
  };
  if (tree.frontMatter)
    readFrontMatter(tree.source.slice(tree.frontMatter.start, tree.frontMatter.end), {
      ...reading,
      start: tree.frontMatter.start,
    });
  for (const group of groups) {
    keeper.enter(SECTION_IDS[group.kind] ?? keeper.section);
    readGroup(
      group,
      group.inner === undefined ? reading : { ...reading, tree: group.inner, keeper: withoutPlaces(keeper) },
    );
    keeper.settle((group.inner ?? tree).source.slice(group.start, group.end));
  }
  const zone = reading.stated.zone ?? zoneOfAllTimes(tree.source);
  if (zone !== undefined) builder.set('timelineZone', zone);
  fillIn(reading, options.file);
}

/** Ids of the sections in which text without a field is kept. */
const SECTION_IDS: Readonly<Partial<Record<GroupKind, string>>> = {
  title: 'title',
  metadata: 'title',
  people: 'title',
  summary: 'summary',
  'what-happened': 'summary',
  impact: 'impact',
  timeline: 'timeline',
  'root-cause': 'root-cause',
  technical: 'root-cause',
  trigger: 'root-cause',
  whys: 'whys',
  factors: 'factors',
  detection: 'detection',
  resolution: 'resolution',
  'went-well': 'went-well',
  'went-poorly': 'went-poorly',
  lucky: 'lucky',
  lessons: 'lessons',
  actions: 'actions',
  related: 'related',
};

function readGroup(group: Group, reading: Reading): void {
  switch (group.kind) {
    case 'title':
      readHead(group, reading);
      break;
    case 'timeline':
      readTimeline(group, reading);
      break;
    case 'actions':
      reading.keeper.heading(group.heading);
      readActions(group.chunks, { source: reading.tree.source, real: true }, reading);
      break;
    case 'whys':
      reading.keeper.heading(group.heading);
      readWhys(group.chunks, reading.tree.source, reading.keeper);
      break;
    case 'metadata':
    case 'people':
      readMetadata(group, reading);
      break;
    case 'unknown':
    case 'aside':
      readUnknown(group, reading);
      break;
    default:
      readKnown(group, reading);
  }
}

/** The head of a document: title, metadata, and what is said before the first section. */
function readHead(group: Group, reading: Reading): void {
  const { keeper, known, tree } = reading;
  if (group.heading !== undefined) readTitle(group, reading);
  const rest = withoutTables({ ...group, chunks: [...readTitleLine(group, reading)] }, reading);
  for (const chunk of rest) {
    const raw = tree.source.slice(chunk.start, chunk.end);
    if (chunk.kind === 'comment') keeper.aside(raw);
    else if (!readMetadataChunk(chunk, tree.source, { keeper, known }) && chunk.kind !== 'rule') keeper.introduce(raw);
  }
}

function readTitle(group: Group, { keeper, known, tree }: Reading): void {
  const heading = group.heading ?? '';
  const bare = heading.replace(TITLE_PREFIX, '');
  const title = toLine(bare);
  if (title === undefined || isPlaceholder(title) || known.has('title')) {
    keeper.introduce(heading);
    return;
  }
  known.add('title');
  keeper.heading(heading.slice(0, heading.length - bare.length));
  const start = tree.source.indexOf(bare, group.start);
  keeper.set(
    'title',
    title,
    start === -1 || bare !== title ? undefined : { span: { start, end: start + title.length }, encoding: 'line' },
  );
}

/** The title of a document without a heading of the first rank: a first line that is bold or says what it is. */
function readTitleLine({ chunks, heading }: Group, { tree, keeper, known }: Reading): readonly Chunk[] {
  const [first, ...rest] = chunks;
  const ranked = tree.chunks.some((chunk) => chunk.kind === 'heading' && chunk.depth === 1);
  if (first?.kind !== 'paragraph' || heading !== undefined || ranked || known.has('title')) return chunks;
  const [line = '', ...more] = tree.source.slice(first.start, first.end).split(/\r?\n/u);
  const bold = /^(?:\*\*|__)([^*_]+)(?:\*\*|__)$/u.exec(line.trim())?.[1];
  if (line.length > 160 || (bold === undefined && !TITLE_LINE.test(line))) return chunks;
  const title = toLine((bold ?? line).replace(TITLE_PREFIX, ''));
  if (title === undefined || isPlaceholder(title)) return chunks;
  known.add('title');
  keeper.heading(line);
  keeper.set('title', title);
  if (more.length > 0) keeper.introduce(more.join('\n'));
  return rest;
}

const TITLE_PREFIX =
  /^(?:incident )?(?:post[- ]?mortem|retrospective|incident report|rca|incident)(?: report| analysis)?\s*[:—–]\s*(?=\S)/iu;
const TITLE_LINE = /^(?:incident )?(?:post[- ]?mortem|incident report|rca|root cause analysis)\b.{0,100}$/iu;

function readTimeline(group: Group, reading: Reading): void {
  const { keeper, tree } = reading;
  const heading = group.heading ?? '';
  const state = timelineState(reading, group);
  const timed = readTimed(heading);
  if (classifyHeading(heading) === undefined && timed !== null) {
    // A heading that is a row itself, outside of any timeline.
    readTimelineChunks(
      [{ kind: 'heading', start: group.start, end: group.start, depth: group.depth, text: heading }],
      { source: '', real: false },
      state,
    );
  } else keeper.heading(heading);
  state.zone ??= zoneInTitle(heading);
  readTimelineChunks(group.chunks, { source: tree.source, real: true }, state);
  writeRows(state);
  reading.stated.zone ??= state.zone;
}

/** A timeline under a heading with a date of its own is of that day. */
function timelineState(reading: Reading, group: Group): TimelineState {
  const day = [...group.under.slice(1), group.heading ?? '']
    .toReversed()
    .flatMap((text) => findDate(text) ?? [])[0]?.written;
  return emptyTimeline(reading.keeper, day);
}

/** Timelines and tables of actions in sections that have another name. */
function withoutTables(group: Pick<Group, 'chunks' | 'heading'>, reading: Reading): readonly Chunk[] {
  return readActionTables(withoutTimelines(group, reading), reading);
}

/** Timelines in sections that have another name: lists and tables most of whose rows start with a time. */
function withoutTimelines({ chunks, heading }: Pick<Group, 'chunks' | 'heading'>, reading: Reading): Chunk[] {
  const { keeper, tree } = reading;
  const found = HYPOTHETICAL.test(heading ?? '') ? [] : chunks.filter((chunk) => isTimeline(chunk, reading.named));
  if (found.length === 0) return [...chunks];
  const state = emptyTimeline(keeper);
  readTimelineChunks(found, { source: tree.source, real: true }, state);
  writeRows(state);
  reading.stated.zone ??= state.zone;
  return chunks.filter((chunk) => !found.includes(chunk));
}

/** What should have happened did not. */
const HYPOTHETICAL = /\b(?:(?:should|would|could) have|ideal|ideally|hypothetical|what if)\b/iu;

/** Fewer rows may be anything with a number in front. */
const LEAST_ROWS = 3;

function isTimeline(chunk: Chunk, named: boolean): boolean {
  if (chunk.kind === 'table')
    return (chunk.rows?.length ?? 0) > LEAST_ROWS && timelineLayout(chunk) !== null && isTimedTable(chunk);
  if (chunk.kind !== 'list') return false;
  const items = chunk.items ?? [];
  const timed = items.filter((item) => {
    const time = readTimed(item.text);
    return time !== null && !time.led && (!time.dayOnly || (time.separated && !named)) && /\d/u.test(time.written);
  });
  return timed.length >= LEAST_ROWS && timed.length * 5 >= items.length * 3;
}

function isTimedTable(chunk: Chunk): boolean {
  const layout = timelineLayout(chunk);
  const body = (chunk.rows ?? []).slice(1);
  const timed = body.filter((row) => layout?.times.some((column) => readTimed(row[column]?.raw ?? '') !== null));
  const clocks = body.filter((row) => readTimed(row[0]?.raw ?? '')?.dayOnly === false).length;
  const titled = headingWords(chunk.rows?.[0]?.[layout?.text ?? 0]?.raw ?? '');
  return (
    layout?.times[0] === 0 &&
    !isMeasured(body, layout.text) &&
    timed.length * 5 >= body.length * 3 &&
    (clocks * 2 >= body.length || TIMELINE_COLUMNS.text.test(titled))
  );
}

/** A column of numbers beside times is a series of measurements, not what happened. */
function isMeasured(body: readonly (readonly Cell[])[], column: number): boolean {
  const numbers = body.filter((row) =>
    /^[^\p{L}]*\d[^\p{L}]*(?:\p{L}{1,3}\b[^\p{L}]*)?(?:$|[(←]|<)/u.test(row[column]?.raw ?? ''),
  );
  return numbers.length * 2 > body.length;
}

function readMetadata(group: Group, reading: Reading): void {
  const { keeper, known, tree } = reading;
  keeper.heading(group.heading);
  for (const chunk of withoutTables(group, reading)) {
    const raw = tree.source.slice(chunk.start, chunk.end);
    if (chunk.kind === 'comment') keeper.aside(raw);
    else if (!readMetadataChunk(chunk, tree.source, { keeper, known }) && chunk.kind !== 'rule') keeper.remark(raw);
  }
}

/** A section that no field stands for is kept verbatim with its heading, but for timelines and actions in it. */
function readUnknown(group: Group, reading: Reading): void {
  const { keeper, known, tree } = reading;
  const pair = pairIn(group, tree);
  if (pair !== null && setMetadata(pair, { keeper, known })) return;
  const untimed = group.kind === 'aside' ? group.chunks : withoutTables(group, reading);
  const rest = group.kind === 'aside' ? untimed : withoutBoxes(untimed, group.heading, reading);
  readInlineActions(rest, group.kind, reading);
  const markdown = toProse(
    group.chunks.length === rest.length
      ? tree.source.slice(group.start, group.end)
      : [headOf(group, tree), ...rest.map((chunk) => tree.source.slice(chunk.start, chunk.end))].join('\n\n'),
  );
  if (markdown !== undefined) keeper.push('unmapped', { after: keeper.section, markdown });
}

/** The key and value that an item of a list is, or a heading with nothing below it. */
function pairIn({ inner, chunks, heading }: Group, { source }: DocumentTree): ReturnType<typeof pairOf> {
  if (inner === undefined) return chunks.length === 0 && heading !== undefined ? pairOf(heading, -1) : null;
  return chunks.length > 1 || source.length > LONGEST_VALUE ? null : pairOf(source, -1);
}

/** Longer values of a label are text. */
const LONGEST_VALUE = 400;

function headOf(group: Group, tree: DocumentTree): string {
  const end = tree.source.indexOf('\n', group.start);
  return tree.source.slice(group.start, end === -1 ? group.end : end);
}

/** Lists that take the items of a section. */
const ITEM_PATHS: Readonly<Partial<Record<GroupKind, { path: string; plain?: boolean }>>> = {
  'went-well': { path: 'wentWell' },
  'went-poorly': { path: 'wentPoorly' },
  lucky: { path: 'lucky' },
  factors: { path: 'factors' },
  lessons: { path: 'lessons.takeaways', plain: true },
  related: { path: 'related.references', plain: true },
};

function readKnown(group: Group, reading: Reading): void {
  const { keeper, tree } = reading;
  keeper.heading(group.heading);
  const items = ITEM_PATHS[group.kind];
  if (items !== undefined) {
    readItems(group.chunks, tree.source, { keeper, ...items });
    readInlineActions(group.chunks, group.kind, reading);
    return;
  }
  const chunks = withoutTables(group, reading);
  readInlineActions(chunks, group.kind, reading);
  readProse(group, new Set(chunks), reading);
}

/** Title and date from where they stand if no heading or key says them. */
function fillIn({ tree, keeper, known }: Reading, file: string | undefined): void {
  const { builder } = keeper;
  const name = file?.split(/[\\/]/u).at(-1);
  if (!known.has('title')) {
    const heading = tree.chunks.find(
      (chunk) => chunk.kind === 'heading' && classifyHeading(chunk.text ?? '') === undefined && chunk.depth === 1,
    );
    const title = toLine(heading?.text ?? name?.replace(/\.\w+$/u, '').replaceAll(/[-_]+/gu, ' ') ?? '');
    if (title !== undefined) builder.set('title', title);
  }
  if (known.has('incident.date')) return;
  const date = dateInTitle(tree) ?? dateBeside(tree) ?? dateOfFile(file) ?? dateInText(tree);
  if (date !== undefined) builder.set('incident.date', toLine(date));
}

/** The date in the first heading, or in the title that the front matter gives. */
function dateInTitle(tree: DocumentTree): string | undefined {
  const heading = tree.chunks.find((chunk) => chunk.kind === 'heading');
  const front = tree.frontMatter === undefined ? '' : tree.source.slice(tree.frontMatter.start, tree.frontMatter.end);
  const title = /^title[ \t]*[:=](.*)$/mu.exec(front)?.[1] ?? '';
  return findDate(heading?.text ?? '')?.written ?? findDate(title)?.written;
}

/** `Yesterday (2018-09-20)` at the start says more than the file's name, which may be the day of writing. */
function dateBeside(tree: DocumentTree): string | undefined {
  const start = tree.frontMatter?.end ?? 0;
  const text = tree.source.slice(start, start + 1_000);
  const word = /\b(?:yesterday|last night|this morning|earlier today)\b[ ,(]{1,3}(?=[\p{L}\d])/iu.exec(text);
  const found = word === null ? null : findDate(text.slice(word.index + word[0].length).slice(0, 60));
  return found?.start === 0 ? found.written : undefined;
}

/** The first date in the text; people name the day of the incident first. */
function dateInText(tree: DocumentTree): string | undefined {
  const start = tree.frontMatter?.end ?? 0;
  return findDate(tree.source.slice(start, start + 20_000))?.written;
}
