import { toLine, toProse } from '#core/record';

import { readDocumentTree, type Chunk, type ListItem } from '../document-tree.ts';
import { isPlaceholder } from '../placeholder.ts';
import { factLines } from './action-facts.ts';
import { namesBehind, ownerOfGroup, type Names } from './action-owners.ts';
import type { ActionState } from './action-state.ts';
import type { ActionParts } from './action-parts.ts';
import { addFacts, hasBox, readActionText } from './action-text.ts';
import { CATEGORY_WORDS, DONE_WORDS } from './action-words.data.ts';
import { classifyHeading, headingWords } from './classify-heading.ts';
import { columnKeys, readActionTable } from './read-action-table.ts';
import type { Place } from './read-timeline.ts';
import { splitLead, unindent } from './split-lead.ts';

/** Reads the chunks of a section of actions, which may stand below a heading that names a group. */
export function readActions(
  chunks: readonly Chunk[],
  place: Place,
  { keeper, names, group }: Pick<ActionState, 'keeper' | 'names'> & { readonly group?: string | undefined },
): void {
  const behind = namesBehind(chunks.flatMap(({ items = [] }) => items.map(({ text }) => splitLead(text).lead)));
  const known: Names = behind.length === 0 ? names : new Set([...names, ...behind]);
  readActionChunks(chunks, place, { keeper, names: known, group, last: undefined, inHeading: false });
}

/** Reads the chunks from top to bottom. */
function readActionChunks(chunks: readonly Chunk[], place: Place, state: ActionState): void {
  const byHeading = headingActions(chunks);
  const legend = legendOf(chunks, place);
  const between = betweenNumbers(chunks, place);
  chunks.forEach((chunk, index) => {
    const raw = place.source.slice(chunk.start, chunk.end);
    if (chunk.kind === 'heading') readHeading(chunk, byHeading.has(index), state);
    else if (chunk.kind === 'comment') state.keeper.aside(raw);
    else if (state.inHeading && chunk.kind !== 'rule' && !NUMBERED_TITLE.test(raw)) addDetails(raw, state);
    else if (legend.has(chunk)) addText(raw, state);
    else if (between.has(chunk)) addDetails(raw, state);
    else if (chunk.kind === 'list') readList(chunk, place, state);
    else if (chunk.kind === 'table') {
      if (!readActionTable(chunk, state)) addText(raw, state);
    } else if (chunk.kind === 'label' || chunk.kind === 'paragraph')
      readParagraph(raw, { start: place.real ? chunk.start : -1, next: chunks[index + 1] }, state);
    else if (chunk.kind !== 'rule') addText(raw, state);
  });
}

/**
 * Lists without task boxes above a table of actions explain the table, and so do those below it under a heading that
 * names neither actions nor a group of them.
 */
function legendOf(chunks: readonly Chunk[], place: Place): ReadonlySet<Chunk> {
  const table = chunks.findIndex((chunk) => chunk.kind === 'table' && isActionTable(chunk));
  if (table === -1) return new Set(references(chunks, place));
  const above = chunks.slice(0, table);
  const lists = above.some((chunk) => chunk.kind === 'heading') ? [] : above.filter((chunk) => isPlainList(chunk));
  let explains = false;
  for (const chunk of chunks.slice(table)) {
    if (chunk.kind === 'heading') explains = !namesActions(chunk.text ?? '');
    else if (explains && isPlainList(chunk)) lists.push(chunk);
  }
  return new Set([...lists, ...references(chunks, place)]);
}

/** Lists below a label that says they are links to read. */
function references(chunks: readonly Chunk[], { source }: Place): Chunk[] {
  return chunks.filter((chunk, index) => {
    const before = chunks[index - 1];
    if (chunk.kind !== 'list' || before === undefined || !/^(?:paragraph|label)$/u.test(before.kind)) return false;
    const label = before.label?.text ?? source.slice(before.start, before.end).trim();
    return label.length < 40 && classifyHeading(label) === 'related';
  });
}

function isPlainList({ kind, items = [] }: Chunk): boolean {
  return kind === 'list' && !items.some((item) => hasBox(item.text));
}

function namesActions(heading: string): boolean {
  const words = headingWords(heading);
  return (
    classifyHeading(heading) !== undefined ||
    words.split(' ').some((word) => CATEGORY_WORDS.test(word)) ||
    TERM.test(words)
  );
}

/** Groups of actions by when or by whom they are done. */
const TERM =
  /\b(?:term|week|weeks|month|months|quarter|day|days|priority|p\d|phase|team|now|later|next|backlog|owner|done|open|todo)\b/u;

function isActionTable({ rows }: Chunk): boolean {
  return columnKeys(rows?.[0] ?? []).some((key) => key === 'text' || key === 'ticket') && (rows?.length ?? 0) > 2;
}

/** What stands between the items of a numbered list that goes on below, or behind its last one, belongs to the item above it. */
function betweenNumbers(chunks: readonly Chunk[], { source }: Place): ReadonlySet<Chunk> {
  const inside = new Set<Chunk>();
  let run: Chunk[] = [];
  let [next, broken] = [-1, false];
  const take = (): void => {
    for (const chunk of run) inside.add(chunk);
  };
  for (const chunk of [...chunks, null]) {
    if (chunk === null || chunk.kind === 'heading' || chunk.kind === 'table') {
      // Below the last number there is more of the same kind.
      if (broken) take();
      [run, next, broken] = [[], -1, false];
    } else if (chunk.kind === 'list' && chunk.ordered === true) {
      const number = Number(/^\d+/u.exec(source.slice(chunk.start, chunk.start + 9))?.[0] ?? Number.NaN);
      if (number === next && run.length > 0) take();
      broken ||= number === next && run.length > 0;
      next = number + (chunk.items?.length ?? 0);
      run = [];
    } else run.push(chunk);
  }
  return inside;
}

const HEADING_ACTION = /^(?:\d+[.)]|#\d+|\[[^\]]+\]|TODO\b|DONE\b|✅|\*{0,2}action(?: item)? ?#?\d+)/iu;

/** Headings that are actions: numbered or tagged, or without any list or table below where no sibling has one. */
function headingActions(chunks: readonly Chunk[]): ReadonlySet<number> {
  const headings = chunks.flatMap((chunk, index) =>
    chunk.kind === 'heading' ? [{ index, chunk, body: bodyOf(chunks, index) }] : [],
  );
  const listed = chunks.some((chunk) => chunk.kind === 'list' || chunk.kind === 'table');
  return new Set(
    headings
      .filter(({ chunk, body }) => {
        const text = chunk.text ?? '';
        if (body.some(({ kind }) => kind === 'heading')) return false;
        if (HEADING_ACTION.test(text))
          return !body.some(({ kind, items }) => kind === 'list' && (items ?? []).some((item) => hasBox(item.text)));
        return !listed && body.length > 0;
      })
      .map(({ index }) => index),
  );
}

function bodyOf(chunks: readonly Chunk[], index: number): Chunk[] {
  const depth = chunks[index]?.depth ?? 1;
  const rest = chunks.slice(index + 1);
  const end = rest.findIndex((chunk) => chunk.kind === 'heading' && (chunk.depth ?? 1) <= depth);
  return end === -1 ? rest : rest.slice(0, end);
}

function readHeading(chunk: Chunk, isAction: boolean, state: ActionState): void {
  const text = chunk.text ?? '';
  state.inHeading = isAction;
  if (isAction) {
    const numbered = /^(?:\d+[.)])\s*/u.exec(text)?.[0] ?? '';
    state.keeper.mark(numbered);
    addAction({ raw: text.slice(numbered.length) }, state);
    return;
  }
  state.group = toLine(text);
  state.last = undefined;
  state.keeper.heading(text);
}

function readList({ items = [], ordered = false }: Chunk, place: Place, state: ActionState): void {
  for (const item of items) readItem(item, { start: place.real ? item.contentStart : -1, ordered }, state);
}

/** A template's braces around a sentence that someone wrote in place of the prompt. */
const FILLED = /\{\{\s*(?:[^\s{}]+\s+){3,}[^\s{}]+\s*\}\}/u;

function readItem(item: ListItem, { start, ordered }: { start: number; ordered: boolean }, state: ActionState): void {
  const { lead, tail } = splitLead(item.text);
  const nested = nestedItems(tail);
  if (nested !== null && nested.boxes && !hasBox(lead)) {
    readGroup(lead, nested, state);
    return;
  }
  // Below a group there are actions, and not who does them.
  if (nested !== null && isCategory(lead, ordered) && factLines(tail).facts.length === 0) {
    readGroup(lead, nested, state);
    return;
  }
  if (!/[\p{L}\p{N}]/u.test(lead) || isPrompt(lead)) {
    state.keeper.aside(item.text);
    return;
  }
  if (nested !== null && nested.boxes) {
    addAction({ raw: lead, start }, state);
    readActionChunks(
      nested.chunks,
      { source: nested.source, real: false },
      { ...state, group: state.group, inHeading: false },
    );
    return;
  }
  addAction({ raw: lead, notes: unindent(tail), start }, state);
}

function isPrompt(lead: string): boolean {
  const text = lead.replace(/^\s*\[[ xX*]?\]\s+/u, '');
  return isPlaceholder(text) && !FILLED.test(text);
}

interface Nested {
  readonly source: string;
  readonly chunks: readonly Chunk[];
  /** True where its items have task boxes. */
  readonly boxes: boolean;
}

function nestedItems(tail: string): Nested | null {
  if (!/^\s*(?:[-+*]|\d{1,3}[.)])\s/mu.test(tail)) return null;
  const source = unindent(tail);
  const { chunks } = readDocumentTree(source);
  const items = chunks.flatMap((chunk) => chunk.items ?? []);
  return items.length === 0 ? null : { source, chunks, boxes: items.some((item) => hasBox(item.text)) };
}

/** A parent that only names what the items below it have in common. A numbered one is an action of its own. */
function isCategory(lead: string, ordered: boolean): boolean {
  const text = lead.trim();
  const words = headingWords(text);
  const count = words.split(' ').length;
  if (hasBox(text) || /https?:|#\d|\]\(/u.test(text)) return false;
  if (CATEGORY_WORDS.test(words)) return true;
  if (ordered) return false;
  if (/:(?:\*\*|__)?$/u.test(text)) return count <= 8;
  return count <= (/^(?:\*\*|__)[^*_]+(?:\*\*|__):?$/u.test(text) ? 4 : 2) && !/[.!?]$/u.test(text);
}

function readGroup(lead: string, nested: Nested, state: ActionState): void {
  const outer = state.group;
  state.keeper.heading(lead);
  state.group = toLine(lead.replaceAll(/\*\*|__|:\s*$/gu, '').replace(/:$/u, ''));
  readActionChunks(nested.chunks, { source: nested.source, real: false }, state);
  state.group = outer;
}

/** Label lines over a list name a group; paragraphs that begin with a box are actions without a list marker. */
function readParagraph(
  raw: string,
  { start, next }: { start: number; next: Chunk | undefined },
  state: ActionState,
): void {
  const lines = raw.split(/\r?\n/u);
  if (lines.some((line) => hasBox(line))) {
    for (const line of lines) {
      if (hasBox(line)) addAction({ raw: line }, state);
      else addText(line, state);
    }
    return;
  }
  if (INLINE_ACTION.test(raw)) {
    addAction({ raw, start }, state);
    return;
  }
  const numbered = lines.length === 1 ? NUMBERED_TITLE.exec(raw) : null;
  if (numbered?.[1] !== undefined) {
    state.keeper.mark(raw);
    addAction({ raw: numbered[1] }, state);
    state.inHeading = true;
    return;
  }
  if (lines.length === 1 && next?.kind === 'list' && raw.length < 100 && isCategoryLine(raw)) {
    state.group = toLine(raw.replaceAll(/\*\*|__/gu, '').replace(/:$/u, ''));
    state.last = undefined;
    state.keeper.heading(raw);
    return;
  }
  addText(raw, state);
}

/** A bold line with a number is an action that the text below explains. */
const NUMBERED_TITLE = /^\s*(?:\*\*|__)#?\d{1,2}[.):]?\s+([^*_]{4,200})(?:\*\*|__):?\s*$/u;

/** `**Action item:** …` in the middle of a text. */
export const INLINE_ACTION = /^\s*(?:[*_]{0,2}\[?action(?: item)?\]?[*_]{0,2}:[*_]{0,2}|\[action item\])\s+\S/iu;

function isCategoryLine(raw: string): boolean {
  return /:(?:\*\*|__)?$/u.test(raw.trim()) || /^(?:\*\*|__|_|\*)[^\n]+(?:\*\*|__|_|\*):?$/u.test(raw.trim());
}

function addText(raw: string, state: ActionState): void {
  if (state.last === undefined && state.keeper.count('actions') === 0) state.keeper.introduce(raw);
  else state.keeper.remark(raw);
}

function addDetails(raw: string, state: ActionState): void {
  const known = details.get(state);
  if (state.last === undefined || known === undefined) {
    addText(raw, state);
    return;
  }
  const { keeper, last } = state;
  const told = factLines(raw);
  for (const facts of told.facts) {
    for (const key of FACTS) {
      const value = facts.values[key];
      if (value === undefined || known.parts[key] !== undefined) continue;
      keeper.mark(value);
      keeper.builder.override(`${last}.${key}`, toLine(value));
    }
    addFacts(known.parts, facts);
  }
  if (told.facts.length > 0) keeper.heading(told.facts.map(({ words }) => words).join(' '));
  const text = toProse(`${known.text}\n\n${told.rest}`);
  if (text === undefined || told.rest.trim() === '') return;
  details.set(state, { ...known, text });
  keeper.mark(told.rest);
  keeper.builder.override(`${last}.details`, text);
}

const FACTS = ['owner', 'due', 'status', 'priority', 'ticket'] as const;

/** What is known of the action that is open, by state. */
const details = new WeakMap<ActionState, { readonly text: string; readonly parts: ActionParts }>();

interface ActionSource {
  readonly raw: string;
  /** What stands below it. */
  readonly notes?: string;
  /** Where it stands in the document; -1 or absent where it is no slice of it. */
  readonly start?: number;
}

function addAction({ raw, notes = '', start = -1 }: ActionSource, state: ActionState): void {
  const parts = readActionText(raw, state.names);
  const told = factLines(notes);
  for (const facts of told.facts) addFacts(parts, facts);
  const { keeper } = state;
  const path = `actions.${String(keeper.count('actions'))}`;
  const offset = start < 0 || /[\r\n]/u.test(parts.text) ? -1 : raw.indexOf(parts.text);
  const span = { start: start + offset, end: start + offset + parts.text.length };
  keeper.set(`${path}.text`, toProse(parts.text) ?? '–', offset < 0 ? undefined : { span, encoding: 'line' });
  const groupOwner = state.group === undefined ? undefined : ownerOfGroup(state.group, state.names);
  const values = { ...parts, owner: parts.owner ?? groupOwner };
  for (const key of ['owner', 'due', 'priority', 'ticket', 'category'] as const) {
    keeper.set(`${path}.${key}`, values[key] === undefined ? undefined : toLine(values[key].replaceAll('`', '')));
  }
  keeper.set(`${path}.status`, parts.status ?? statusOfGroup(state.group));
  if (state.group !== undefined) keeper.builder.set(`${path}.group`, state.group);
  keeper.set(`${path}.details`, toProse(told.rest));
  keeper.mark(parts.marks);
  if (/\p{L}/u.test(parts.words)) keeper.heading(parts.words.replaceAll(/[^\p{L}\s]+/gu, ' ').trim());
  details.set(state, { text: toProse(told.rest) ?? '', parts });
  state.last = path;
}

/** "Done" as the heading of a group says it of all its actions. */
function statusOfGroup(group: string | undefined): string | undefined {
  return group !== undefined &&
    (DONE_WORDS.test(headingWords(group)) || DONE_WORDS.test(/\(([^()]+)\)\s*$/u.exec(group)?.[1] ?? ''))
    ? 'done'
    : undefined;
}
