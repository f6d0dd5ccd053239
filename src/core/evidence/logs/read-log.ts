import { indexText, placeAt, sourceAt, type TextIndex, type TextLine } from '../source-text.ts';
import type { EvidenceText, ReadContext, Reading } from '../types.ts';
import { cleanLine, isFurniture } from './clean-line.ts';
import { serviceOfFile } from './file-service.ts';
import { createLineReader, JSON_LIMIT, type LineRecord } from './line-record.ts';
import { locateStamp } from './locate-stamp.ts';
import { createLogClock, passesMidnight } from './log-clock.ts';
import { createLogFindings } from './log-findings.ts';
import { recordEvent } from './record-event.ts';
import { type LogReading, recordTime } from './record-time.ts';
import { type RecordEvent, tellRecords } from './story/index.ts';
import { type LogSurvey, surveyLog } from './survey-log.ts';
import { isTraceFrame } from './trace.ts';

/** Lines that decide layouts and the order of day and month. */
const SURVEYED = 2000;
/** What is looked at of a line that is no JSON, in characters. */
const LINE_LIMIT = 1 << 16;
/** Longest text of further lines that an event keeps, in characters. */
const DETAILS_LIMIT = 1 << 18;

/** A record that may still grow. */
interface OpenRecord {
  record: LineRecord;
  readonly start: number;
  readonly firstEnd: number;
  end: number;
  /** Start of the second line; −1 while there is one line. */
  moreFrom: number;
}

/**
 * Reads a log of any layout: every line with a time opens a record, lines without one belong to the record before.
 * `format` is the id of the recognised format, `layout` the layout to try first. Never throws on content. Linear.
 */
export function readLog(
  input: EvidenceText,
  context: ReadContext,
  as: { readonly format: string; readonly layout: string | null },
): Reading {
  const index = indexText(input);
  const survey = surveyLog(firstLines(index), as.layout);
  const reading: LogReading = {
    index,
    format: as.format,
    clock: createLogClock(input, context, { stamps: survey.stamps, midnights: countMidnights(index, survey) }),
    findings: createLogFindings(input.file),
    fileService: serviceOfFile(input.file),
  };
  const events = readLines(reading, survey);
  return {
    events: tellRecords(events, context.window),
    findings: reading.findings.finish(reading.clock.notes, reading.clock.zone),
  };
}

function firstLines(index: TextIndex): string[] {
  const lines: string[] = [];
  for (const line of index.lines()) {
    if (lines.length >= SURVEYED) break;
    const text = cleanLine(behindHole(line).text.slice(0, LINE_LIMIT));
    if (text.trim() !== '') lines.push(text);
  }
  return lines;
}

/** Bare clocks are dated from the end of the file, so the midnights in it are counted first. */
function countMidnights(index: TextIndex, survey: LogSurvey): number {
  if (!survey.profile.weak || !survey.stamps.some((stamp) => stamp.shape.id === 'clock')) return 0;
  let midnights = 0;
  let before = -1;
  for (const line of index.lines()) {
    const stamp = locateStamp(line.text.slice(0, 300), survey.profile, null)?.stamp;
    if (stamp?.shape.id !== 'clock') continue;
    const clock = (stamp.hour * 60 + stamp.minute) * 60 + Math.max(stamp.second, 0);
    if (passesMidnight(before, clock)) midnights += 1;
    before = clock;
  }
  return midnights;
}

function readLines(reading: LogReading, survey: LogSurvey): RecordEvent[] {
  const events: RecordEvent[] = [];
  const reader = createLineReader(survey);
  let open: OpenRecord | null = null;
  for (const whole of reading.index.lines()) {
    const line = behindHole(whole);
    const text = lineText(line);
    if (text === '') continue;
    const record = reader.read(text);
    if (record === null && isFurniture(text)) continue;
    if (record === 'broken') {
      reading.findings.lost('broken', placeAt(reading.index, line.start), text);
    } else if (open !== null && (record === null || goesOn(open, record))) {
      extend(open, line, record);
    } else if (record === null) {
      reading.findings.lost('no-time', placeAt(reading.index, line.start), text);
    } else {
      if (open !== null) events.push(close(reading, open));
      open = { record, start: line.start, firstEnd: lineEnd(line), end: lineEnd(line), moreFrom: -1 };
    }
  }
  if (open !== null) events.push(close(reading, open));
  return events;
}

/** A file that was emptied while it was written to begins with a hole: its first line begins behind it. */
function behindHole(line: TextLine): TextLine {
  let length = 0;
  while (line.text.charCodeAt(length) === 0) length += 1;
  return length === 0 ? line : { ...line, text: line.text.slice(length), start: line.start + length };
}

/** A line without colours and control characters; empty if nothing is left. Very long lines are read by their head. */
function lineText(line: TextLine): string {
  const { text } = line;
  const long = text.length > LINE_LIMIT && !(text.charCodeAt(0) === 123 && text.length <= JSON_LIMIT);
  const clean = cleanLine(long ? text.slice(0, LINE_LIMIT) : text);
  return clean.trim() === '' ? '' : clean;
}

function lineEnd({ text, start }: TextLine): number {
  let length = text.length;
  while (length > 0 && text.charCodeAt(length - 1) === 13) length -= 1;
  return start + length;
}

/** A part of a line that the container runtime cut, or a frame that a collector stamped on its own. */
function goesOn(open: OpenRecord, record: LineRecord): boolean {
  if (record.service !== open.record.service) return false;
  if (open.record.partial || record.further) return true;
  return record.level === null && isTraceFrame(record.text);
}

function extend(open: OpenRecord, line: TextLine, record: LineRecord | null): void {
  if (open.record.partial && record !== null) {
    open.record = { ...open.record, text: open.record.text + record.text, partial: record.partial };
  }
  if (open.moreFrom === -1) open.moreFrom = line.start;
  open.end = lineEnd(line);
}

function close(reading: LogReading, open: OpenRecord): RecordEvent {
  const { index, findings, format, fileService } = reading;
  const { record, start, end } = open;
  const length = open.firstEnd - start;
  if (length > LINE_LIMIT) {
    const line = String(index.lineAt(start));
    findings.cut(placeAt(index, start), `Line ${line} has ${String(length)} characters; its beginning is kept.`);
  }
  return recordEvent({
    record,
    at: recordTime(reading, record, start),
    source: sourceAt(index, format, { start, end }),
    details: detailsOf(reading, open),
    fileService,
  });
}

function detailsOf({ index, findings }: LogReading, { moreFrom, end }: OpenRecord): string | undefined {
  if (moreFrom === -1) return undefined;
  if (end - moreFrom <= DETAILS_LIMIT) return index.input.text.slice(moreFrom, end);
  const lines = `Lines ${String(index.lineAt(moreFrom))} to ${String(index.lineAt(end))}`;
  findings.cut(
    placeAt(index, moreFrom),
    `${lines} belong to one record and have ${String(end - moreFrom)} characters; the beginning is kept.`,
  );
  return index.input.text.slice(moreFrom, moreFrom + DETAILS_LIMIT);
}
