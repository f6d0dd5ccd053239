import { labelOf, readDocumentTree, type Chunk, type ListItem } from '../document-tree.ts';
import { findDate } from './find-date.ts';
import { splitLead, unindent } from './split-lead.ts';
import { addRow, addText, type TimelineState } from './timeline-rows.ts';
import { readTimelineTable, timelineLayout } from './timeline-table.ts';
import { isTimePrompt, readTimed, type TimedText } from './timed-text.ts';
import { zoneInSentence, zoneInTitle } from './timeline-zone.ts';

/** The text whose chunks are read, and whether its offsets are those of the document. */
export interface Place {
  readonly source: string;
  readonly real: boolean;
}

/** Reads the chunks of a timeline from top to bottom. */
export function readTimelineChunks(chunks: readonly Chunk[], place: Place, state: TimelineState): void {
  chunks.forEach((chunk, index) => {
    const raw = place.source.slice(chunk.start, chunk.end);
    const fresh = state.fresh;
    switch (chunk.kind) {
      case 'heading':
        readHeading(chunk, { chunks, index, place }, state);
        break;
      case 'list':
        readList(chunk, place, state);
        break;
      case 'table':
        readTable(chunk, raw, state);
        break;
      case 'paragraph':
      case 'label':
        readParagraph(raw, place.real ? chunk.start : -1, state);
        break;
      case 'code':
        readCode(raw, { source: place.source, start: chunk.start }, state);
        break;
      case 'comment':
        state.keeper.aside(raw);
        break;
      case 'quote':
        readQuote(raw, state);
        break;
      case 'rule':
        break;
      case 'other':
        addText(state, raw);
        break;
    }
    // The day stays open for rows with times; only what stands right below it has none of its own.
    if (fresh) state.fresh = false;
  });
}

interface Position {
  readonly chunks: readonly Chunk[];
  readonly index: number;
  readonly place: Place;
}

function readHeading(chunk: Chunk, position: Position, state: TimelineState): void {
  const text = chunk.text ?? '';
  const timed = readTimed(text);
  state.zone ??= timed === null ? zoneInTitle(text) : undefined;
  if (timed === null || timed.led) {
    const behind = timesFollow(position) ? null : timeInBrackets(text);
    if (behind !== null) {
      addRow(state, behind);
      return;
    }
    const date = findDate(text);
    if (date !== null) state.day = date.written;
    state.keeper.heading(text);
    return;
  }
  if (timed.dayOnly && timesFollow(position)) {
    openDay(timed.written, text, state);
    return;
  }
  addRow(state, { at: timed.written, text: timed.rest });
}

/** The clock time of `Recovery (16:40–17:00)`. */
function timeInBrackets(text: string): { at: string; text: string } | null {
  const match = /^(.{2,}?)\s*\(([^()]{4,60})\)$/u.exec(text.trim());
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const timed = readTimed(match[2]);
  return timed === null || timed.dayOnly || timed.led || timed.rest !== '' || !/\d/u.test(timed.written)
    ? null
    : { at: match[2], text: match[1] };
}

/** Whether rows with clock times follow before the next heading of the same rank. */
function timesFollow({ chunks, index, place }: Position): boolean {
  const depth = chunks[index]?.depth ?? 7;
  for (const chunk of chunks.slice(index + 1)) {
    if (chunk.kind === 'heading') {
      const timed = readTimed(chunk.text ?? '');
      if ((chunk.depth ?? 1) <= depth)
        return timed !== null && !timed.dayOnly && readDay(chunk.text ?? '') === undefined;
      if (timed !== null && !timed.dayOnly) return true;
    } else if (hasClockRow(chunk, place)) return true;
  }
  return false;
}

/** The date in front of a clock time, if the text states one. */
function readDay(text: string): string | undefined {
  return /\d{4}|\d[/.-]\d{1,2}[/.-]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu.exec(text)?.[0];
}

function hasClockRow(chunk: Chunk, { source }: Place): boolean {
  if (chunk.kind === 'table') return timelineLayout(chunk) !== null;
  if (chunk.kind === 'list') return (chunk.items ?? []).some((item) => isClockRow(item.text));
  if (chunk.kind === 'paragraph')
    return source
      .slice(chunk.start, chunk.end)
      .split(/\r?\n/u)
      .some((line) => isClockRow(line));
  return false;
}

function isClockRow(text: string): boolean {
  const timed = readTimed(text);
  return timed !== null && !timed.dayOnly;
}

function readTable(chunk: Chunk, raw: string, state: TimelineState): void {
  const layout = timelineLayout(chunk, { named: true });
  if (layout === null) addText(state, raw);
  else readTimelineTable(chunk, layout, state);
}

function readList(chunk: Chunk, place: Place, state: TimelineState): void {
  const items = chunk.items ?? [];
  const rows = items.map((item) => ({ item, ...splitLead(item.text) }));
  const timed = rows.map(({ lead }) => rowTime(lead));
  if (timed.every((time) => time === null) && !rows.some(({ tail }) => nestedRows(tail) !== null)) {
    readUntimedList(chunk, place, state);
    return;
  }
  // Most rows below a day have no time: the day is their time, and the few clock times are the exception.
  const ofDay = state.fresh && timed.filter((time) => time !== null).length * 2 < rows.length ? state.day : undefined;
  rows.forEach((row, index) => {
    readItem(row, { timed: timed[index] ?? null, place, ofDay }, state);
  });
}

/** A list without any time tells more of the row before it; right below a day its items are the rows of that day. */
function readUntimedList(chunk: Chunk, place: Place, state: TimelineState): void {
  const { day } = state;
  const items = (chunk.items ?? []).map((item) => {
    const { lead, tail } = splitLead(item.text);
    return { text: lead, notes: unindent(tail) };
  });
  if (!state.fresh || day === undefined) addText(state, place.source.slice(chunk.start, chunk.end), items);
  else for (const item of items) addRow(state, { at: day, ...item });
}

interface ItemParts {
  readonly item: ListItem;
  readonly lead: string;
  readonly tail: string;
}

function readItem(
  { item, lead, tail }: ItemParts,
  { timed, place, ofDay }: { timed: RowTime | null; place: Place; ofDay: string | undefined },
  state: TimelineState,
): void {
  const nested = nestedRows(tail);
  if (nested !== null && (timed === null || (timed.dayOnly && timed.rest.length < 4))) {
    if (timed !== null) state.day = timed.written;
    state.keeper.heading(lead);
    readTimelineChunks(nested.chunks, { source: nested.source, real: false }, state);
    return;
  }
  if (timed !== null && isTimePrompt(timed.written)) {
    state.keeper.aside(item.text);
    return;
  }
  if (readBroken(lead, state)) {
    if (tail !== '') addText(state, unindent(tail));
    return;
  }
  if (timed === null) addRow(state, { at: ofDay, text: lead, notes: unindent(tail) });
  else addTimed(timed, { start: place.real ? item.contentStart : -1, notes: tail }, state);
}

/** Rows of a nested list with clock times, where most of its items have one. */
function nestedRows(tail: string): { source: string; chunks: Chunk[] } | null {
  if (tail === '' || !/\d/u.test(tail)) return null;
  const source = unindent(tail);
  const { chunks } = readDocumentTree(source);
  const items = chunks.flatMap((chunk) => chunk.items ?? []);
  return items.length > 0 && items.filter((item) => isClockRow(item.text)).length * 2 >= items.length
    ? { source, chunks: [...chunks] }
    : null;
}

type RowTime = TimedText & { readonly labelled?: string };

/** The time of a row: at its start, or as the value of a label (`**Detected:** 12:05 UTC`). */
function rowTime(lead: string): RowTime | null {
  const timed = readTimed(lead);
  if (timed !== null) return timed;
  const label = labelOf(lead) ?? plainLabel(lead);
  if (label === null) return timeBehind(lead);
  if (NO_MOMENT.test(label.text.trim())) return null;
  const value = readTimed(lead.slice(label.length));
  if (value === null || value.led || value.rest.length > 200) return null;
  const start = lead.length - lead.slice(label.length).length + value.start;
  return {
    ...value,
    start,
    end: start + (value.end - value.start),
    restStart: -1,
    rest: value.rest === '' ? label.text : `${label.text}: ${value.rest}`,
  };
}

/** `First detected 2020-08-25 11:01`: a few words with a date and clock time behind them. */
function timeBehind(lead: string): RowTime | null {
  const match = /^([\p{L}][\p{L} '’-]{2,40}?)[ \t]+(?:at |on |@ ?)?(?=\d)/u.exec(lead);
  const text = match?.[1];
  if (match === null || text === undefined || NO_MOMENT.test(text)) return null;
  const value = readTimed(lead.slice(match[0].length));
  if (value === null || value.led || value.dayOnly || value.rest !== '' || value.start !== 0) return null;
  return { ...value, start: match[0].length, end: match[0].length + value.end, restStart: -1, rest: text };
}

function plainLabel(lead: string): { text: string; length: number } | null {
  const match = /^([\p{L}][\p{L}\p{N} /()'-]{1,40}):\s+(?=\S)/u.exec(lead);
  return match?.[1] === undefined ? null : { text: match[1], length: match[0].length };
}

function addTimed(timed: TimedText, { start, notes }: { start: number; notes?: string }, state: TimelineState): void {
  const single = !/[\r\n]/u.test(timed.rest);
  const at = (from: number, length: number) => ({
    span: { start: start + from, end: start + from + length },
    encoding: 'line' as const,
  });
  addRow(state, {
    at: timed.written,
    ...(start < 0 || timed.end - timed.start !== timed.written.length
      ? {}
      : { atPlace: at(timed.start, timed.written.length) }),
    text: timed.rest,
    ...(start < 0 || timed.restStart < 0 || !single || timed.rest === ''
      ? {}
      : { textPlace: at(timed.restStart, timed.rest.length) }),
    ...(notes === undefined ? {} : { notes: unindent(notes) }),
  });
}

/** Several rows in one line, separated by `<br>`. */
function readBroken(text: string, state: TimelineState): boolean {
  const pieces = text.split(/<br\s*\/?>/iu).filter((piece) => piece.trim() !== '');
  const timed = pieces.map((piece) => readTimed(piece));
  if (pieces.length < 2 || timed.filter((time) => time !== null && !time.led).length < 2) return false;
  pieces.forEach((piece, index) => {
    const time = timed[index];
    if (time) addTimed(time, { start: -1 }, state);
    else addText(state, piece);
  });
  return true;
}

/** Labels in front of a day, and of values that are no moments. */
const DAY_LABEL = /^(?:date|day|datum|fecha|data)s?$/iu;
const NO_MOMENT =
  /^(?:dates?|day|(?:total |impact |outage |incident )*(?:duration|downtime|length|impact|window|period|time to .*)|severity|status|all times.*|times?|time ?zones?)$/iu;

/** Opens the day that a line states, with the zone that it may state beside it: `29-09-2021 (all times CEST)`. */
function openDay(written: string, line: string, state: TimelineState): void {
  state.day = written;
  state.fresh = true;
  state.zone ??= zoneInTitle(line);
  state.keeper.heading(line);
}

/** True for a line that is a day and nothing else, but for a remark that states the zone. */
function isDayLine({ dayOnly, led, rest }: TimedText): boolean {
  return dayOnly && !led && (rest === '' || (/^\([^\n]*\)$/u.test(rest) && zoneInTitle(rest) !== undefined));
}

/** A paragraph may be rows line by line, a day for the rows below it, or text. `start` is -1 where it is no slice of the document. */
function readParagraph(raw: string, start: number, state: TimelineState): void {
  const timed = readTimed(raw);
  if (timed !== null && isDayLine(timed)) {
    openDay(timed.written, raw, state);
    return;
  }
  const label = labelOf(raw) ?? plainLabel(raw);
  const dated = label !== null && DAY_LABEL.test(label.text) ? findDate(raw) : null;
  if (dated !== null && raw.length < 80) {
    openDay(dated.written, raw, state);
    return;
  }
  if (readBroken(raw.replaceAll(/\r?\n/gu, ' '), state)) return;
  let open = null as { text: string; start: number } | null;
  const close = (): void => {
    if (open) readRun(open.text, start < 0 ? -1 : start + open.start, state);
    open = null;
  };
  let at = 0;
  for (const line of raw.split('\n')) {
    if (open === null || isParagraphRow(line)) {
      close();
      open = { text: line, start: at };
    } else open = { ...open, text: `${open.text}\n${line}` };
    at += line.length + 1;
  }
  close();
}

/** A line that starts with a clock time, or with a date and a separator. */
function isParagraphRow(line: string): boolean {
  const timed = rowTime(line);
  return (
    timed !== null &&
    !timed.led &&
    /^[\W\d]|^[A-Z][a-zé]{2,8}\.? \d|^(?:mon|tue|wed|thu|fri|sat|sun)|^[TX]|^day \d/iu.test(timed.written) &&
    /[\d?]/u.test(timed.written) &&
    !/^(?:between|from|around|about|at|on)\b/iu.test(timed.written) &&
    (!timed.dayOnly || timed.separated)
  );
}

function readRun(text: string, start: number, state: TimelineState): void {
  const timed = rowTime(text);
  if (timed !== null && isDayLine(timed)) {
    openDay(timed.written, text, state);
    return;
  }
  if (timed !== null && isParagraphRow(text)) {
    state.fresh = false;
    addTimed(timed, { start }, state);
    return;
  }
  state.zone ??= zoneInSentence(text);
  const date = state.rows.length === 0 && text.length < 200 ? findDate(text) : null;
  if (date !== null) state.day ??= date.written;
  addText(state, text);
}

/** Code by indentation may be a list that was indented too far; a fenced block is one only where nothing else is. */
function readCode(raw: string, { source, start }: { source: string; start: number }, state: TimelineState): void {
  const fenced = /^(?:```|~~~)/u.test(raw);
  const lead = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  const body = fenced
    ? raw.replace(/^[^\n]*\n/u, '').replace(/\n[ \t]*(?:```+|~~~+)[ \t]*$/u, '')
    : unindent((lead + raw).replaceAll('\t', '    '));
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const timed = lines.filter((line) => isClockRow(line)).length;
  if (timed < 2 || timed * 2 < lines.length || (fenced && state.rows.length > 0)) {
    addText(state, lead.trim() === '' ? lead + raw : raw);
    return;
  }
  readTimelineChunks(readDocumentTree(body).chunks, { source: body, real: false }, state);
}

function readQuote(raw: string, state: TimelineState): void {
  const body = raw.replaceAll(/^ {0,3}> ?/gmu, '');
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const timed = lines.filter((line) => isClockRow(line)).length;
  if (state.rows.length > 0 || timed < 2 || timed * 2 < lines.length) addText(state, raw);
  else readTimelineChunks(readDocumentTree(body).chunks, { source: body, real: false }, state);
}
