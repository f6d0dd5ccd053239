import { isRepeated, reasonExplainer } from '#core/draft';
import { type DurationResult, formatDurationResult } from '#core/metrics';
import type { MomentKind } from '#core/record';
import { formatInZone, type WrittenTime } from '#core/time';
import type { Timeline, TimelineEvent } from '#core/timeline';

import { renderTable } from '../terminal/table.ts';
import { wrapText, printable } from '../terminal/text-width.ts';
import type { Stream } from '../terminal/screen.ts';
import type { NamedReading } from './gather-timeline.ts';

const INDENT = 2;
/** More are a list nobody reads. */
const MOST_SUSPECTS = 5;

/** A heading with a blank line before it; `note` stands beside it, quieter. */
export function headingLines(stream: Stream, heading: string, note = ''): string[] {
  const { bold, dim } = stream.colours;
  return ['', note === '' ? bold(heading) : `${bold(heading)}  ${dim(note)}`];
}

/** What was recognised as what, and what was not. */
export function evidenceLines(stream: Stream, readings: readonly NamedReading[]): string[] {
  const { dim, yellow } = stream.colours;
  const directory = commonDirectory(readings.map((reading) => reading.file));
  const style = (text: string): string => (text.startsWith('not re') ? yellow(text) : dim(text));
  const table = renderTable(
    [
      { header: '', fit: 'cut' },
      { header: '', fit: 'cut', style },
      { header: '', align: 'right' },
    ],
    groupedReadings(readings, directory.length),
    { width: stream.width, indent: INDENT },
  );
  const total = readings.reduce((sum, each) => sum + each.events, 0);
  const where = directory === '' ? '' : ` in ${directory}`;
  return [
    ...headingLines(stream, 'Evidence', `${plural(readings.length, 'file')}, ${plural(total, 'event')}${where}`),
    ...table,
  ];
}

const UNKNOWN = 'not recognised';
/** So many files of one directory and format become one row. */
const MANY = 3;

function groupedReadings(readings: readonly NamedReading[], skip: number): string[][] {
  const groups = Map.groupBy(readings, ({ file, label }) => `${directoryOf(file)} ${label}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const rows = group.map((each) => readingRow(each.file.slice(skip), each, each.events));
    if (group.length < MANY || first.label === null || directoryOf(first.file).length < skip) return rows;
    const name = `${commonStart(group.map((each) => each.file)).slice(skip)}… (${group.length} files)`;
    return [
      readingRow(
        name,
        first,
        group.reduce((sum, each) => sum + each.events, 0),
      ),
    ];
  });
}

function readingRow(name: string, reading: NamedReading, events: number): string[] {
  const unread = reading.evidence === '' ? 'not read' : UNKNOWN;
  return [name, reading.label ?? unread, reading.label === null ? '' : plural(events, 'event')];
}

function commonStart(names: readonly string[]): string {
  const [first = ''] = names;
  let { length } = first;
  for (const name of names) while (!name.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

/** Directory with its last separator, as it stands in all names; empty if there is none. */
export function commonDirectory(files: readonly string[]): string {
  const [first = ''] = files;
  let length = directoryOf(first).length;
  for (const file of files) {
    while (!file.startsWith(first.slice(0, length))) length = directoryOf(first.slice(0, length - 1)).length;
  }
  return files.length > 1 ? first.slice(0, length) : '';
}

function directoryOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}

/** `1 event`, `2 events`. */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : nouns}`;
}

/** One moment as it is shown: confirmed or suggested. */
export interface ShownMoment {
  readonly kind: MomentKind;
  readonly at: WrittenTime;
  readonly reason: string;
}

/** Zone to print in, and where the moments come from (suggestions, if absent). */
export interface MomentNote {
  readonly zone: string;
  readonly origin?: string;
}

/** The named points of the incident with their reasons. */
export function momentLines(stream: Stream, moments: readonly ShownMoment[], note: MomentNote): string[] {
  const { zone, origin = 'suggested' } = note;
  const { bold, dim } = stream.colours;
  if (moments.length === 0) return [...headingLines(stream, 'Moments'), '  None is evident.'];
  const sorted = moments.toSorted((a, b) => (a.at.instant ?? '').localeCompare(b.at.instant ?? ''));
  const rows = sorted.map(({ kind, at, reason }) => [clockText(at, zone), kindText(kind), reason]);
  const table = renderTable(
    [{ header: '' }, { header: '', style: bold }, { header: '', fit: 'wrap', style: dim }],
    rows,
    { width: stream.width, indent: INDENT },
  );
  return [...headingLines(stream, 'Moments', `${origin}, ${zone}`), ...table];
}

/** Durations, each with its definition. */
export function durationLines(stream: Stream, durations: readonly DurationResult[], note = ''): string[] {
  const { bold, dim } = stream.colours;
  const rows = durations.map((result) => {
    const isUnknown = result.value.kind === 'unknown';
    const text = formatDurationResult(result);
    return [
      result.label,
      isUnknown ? 'unknown' : text,
      isUnknown ? sentence(text.replace(/^unknown, /u, '')) : result.definition,
    ];
  });
  const table = renderTable(
    [
      { header: '', fit: 'cut' },
      { header: '', style: bold },
      { header: '', fit: 'wrap', style: dim },
    ],
    rows,
    { width: stream.width, indent: INDENT },
  );
  return [...headingLines(stream, 'Durations', note), ...table];
}

/** Changes that may have set it off, each with its reasons. */
export function suspectLines(stream: Stream, timeline: Timeline, zone: string): string[] {
  const { dim } = stream.colours;
  const explain = reasonExplainer(timeline.events, zone);
  const suspects = timeline.suspects.slice(0, MOST_SUSPECTS);
  if (suspects.length === 0) return [];
  const lines = suspects.flatMap((suspect, index) => {
    const head = `${index + 1}. ${clockText(suspect.at, zone)}  `;
    const room = stream.width - INDENT - head.length;
    const text = wrapText(printable(suspect.text), room);
    const reasons = suspect.reasons.flatMap((reason) => bulletLines(explain(reason), room));
    const rest = [...text.slice(1), ...reasons.map((line) => dim(line))];
    return [`  ${head}${text[0] ?? ''}`, ...rest.map((line) => `${' '.repeat(INDENT + head.length)}${line}`)];
  });
  return [
    ...headingLines(stream, 'Suspects', 'changes near the first symptom; which one it was is for you to say'),
    ...lines,
  ];
}

function bulletLines(text: string, room: number): string[] {
  return wrapText(printable(text), room - 2).map((line, index) => `${index === 0 ? '-' : ' '} ${line}`);
}

/** Events one below the other, a line for each day, moments beside what they point to. */
export function eventLines(
  stream: Stream,
  events: readonly TimelineEvent[],
  facts: { readonly moments: readonly { kind: MomentKind; events: readonly string[] }[]; readonly zone: string },
): string[] {
  const { bold, dim } = stream.colours;
  const kinds = Map.groupBy(facts.moments, (moment) => moment.events[0]);
  let day = '';
  return events.flatMap((event) => {
    const eventDay = event.at.instant === null ? day : formatInZone(event.at.instant, facts.zone, 'date');
    const head = eventDay === day ? [] : [`  ${bold(eventDay)}`];
    day = eventDay;
    const marks = (kinds.get(event.id) ?? []).map((moment) => kindText(moment.kind));
    return [...head, ...eventEntry(stream, event, { marks, zone: facts.zone })].map((line) =>
      line.trim() === '' ? dim(line) : line,
    );
  });
}

function eventEntry(
  stream: Stream,
  event: TimelineEvent,
  facts: { readonly marks: readonly string[]; readonly zone: string },
): string[] {
  const { bold, cyan, dim } = stream.colours;
  const time = clockText(event.at, facts.zone);
  const indent = INDENT + time.length + 4;
  const mark = facts.marks.length === 0 ? '' : `[${facts.marks.join(', ')}] `;
  const times = isRepeated(event) ? ` (${event.count} times)` : '';
  const names = [event.actor, event.service].filter((name) => name !== undefined && !event.text.includes(name));
  const who = [...new Set(names)];
  const tail = who.length === 0 ? '' : ` — ${who.join(', ')}`;
  const lines = wrapText(
    `${mark}${printable(event.text)}${times}${printable(tail)}`,
    Math.max(20, stream.width - indent),
  );
  const first = lines[0] ?? '';
  const styled = first.startsWith(mark) ? `${bold(cyan(mark))}${first.slice(mark.length)}` : first;
  return [
    `  ${dim(time)}  ${symbolOf(stream, event)} ${styled}`,
    ...lines.slice(1).map((line) => `${' '.repeat(indent)}${line}`),
  ];
}

/** One sign for each sort of event; colour only repeats what the sign says. */
function symbolOf(stream: Stream, event: TimelineEvent): string {
  const { red, yellow, green, magenta, dim } = stream.colours;
  switch (event.kind) {
    case 'commit':
    case 'deploy':
    case 'rollout':
    case 'config':
    case 'feature-flag':
      return yellow('▲');
    case 'alert':
    case 'error':
      return red('●');
    case 'alert-resolved':
    case 'resolved':
      return green('✓');
    case 'paged':
    case 'acknowledged':
    case 'escalated':
    case 'declared':
    case 'status-update':
      return magenta('◆');
    case 'message':
    case 'note':
    case 'command':
    case 'infrastructure':
    case 'log':
      return dim('·');
  }
}

/** Clock time to the precision that is known; what is written where it does not resolve. */
export function clockText(at: WrittenTime, zone: string): string {
  if (at.instant === null) return at.written;
  if (at.precision === 'day') return formatInZone(at.instant, zone, 'date');
  const text = formatInZone(at.instant, zone, at.precision === 'second' ? 'time-seconds' : 'time');
  return at.approximate ? `~${text}` : text;
}

/** `alert-fired` for people. */
export function kindText(kind: MomentKind): string {
  return kind.replaceAll('-', ' ');
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
