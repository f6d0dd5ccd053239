import { drawTable } from './blocks/table.ts';
import { RECORD_FIELDS, RECORD_LISTS, type RecordField, type RecordList } from './record-fields.data.ts';
import type { Block, Findings, Section, SectionSpec } from './spec.ts';
import { claim, slice, unclaimed } from './spec.ts';
import { decodeCell, decodeLine, encodeCell, encodeLine } from './text-codec.ts';
import { toProse } from '#core/record';

/**
 * The section for what a template has no place for. It is written so that it reads back exactly: lines as labelled
 * items, texts under headings, lists as tables whose first column numbers the item.
 */

/** Heading of the section. */
export const NOTES_TITLE = 'Additional notes';

/** Fields whose names are part of the record: texts around sections, durations. */
const MAPS = [
  { prefix: 'introductions.', label: 'Introduction to ', type: 'prose' },
  { prefix: 'remarks.', label: 'Remarks on ', type: 'prose' },
] as const;

/** The field at a path, also where the path holds a name of the author's. */
function fieldAt(path: string): RecordField {
  const known = RECORD_FIELDS.find((field) => field.path === path);
  if (known) return known;
  const map = MAPS.find((entry) => path.startsWith(entry.prefix));
  if (map) return { path, label: `${map.label}${path.slice(map.prefix.length)}`, type: map.type };
  const duration = /^durations\.(.+)\.(written|note)$/u.exec(path);
  return {
    path,
    label: duration ? `${duration[2] === 'note' ? 'Note on duration' : 'Duration'} ${duration[1] ?? ''}` : path,
    type: 'line',
  };
}

/** What a field or a list of the record is called under "Additional notes". */
export function labelOf(path: string): string {
  return RECORD_LISTS.find((list) => list.path === path)?.label ?? fieldAt(path).label;
}

/** The list a path leads into. */
export function listAt(path: string): RecordList | undefined {
  return RECORD_LISTS.find((list) => path.startsWith(`${list.path}.`));
}

/** `answeredBy` → `Answered by`. */
function columnTitle(key: string): string {
  const words = key.replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function columnKey(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replaceAll(/ (\w)/gu, (_all, letter: string) => letter.toUpperCase());
}

/** Draws the section from the leaves that found no place. `verbatim` puts texts into fences, which any text survives. */
export function drawNotes(leaves: ReadonlyMap<string, unknown>, verbatim: ReadonlySet<string>): string {
  const single = [...leaves.keys()]
    .filter((path) => listAt(path) === undefined)
    .toSorted(byPlace)
    .map(fieldAt);
  const lines = single
    .filter((field) => field.type === 'line')
    .map((field) => `- **${field.label}:** ${encodeLine(asText(leaves.get(field.path)))}`);
  const texts = single
    .filter((field) => field.type === 'prose')
    .map((field) => {
      const text = asText(leaves.get(field.path));
      return `### ${field.label}\n\n${verbatim.has(field.path) ? fence(text) : text}`;
    });
  const lists = RECORD_LISTS.flatMap((list) => drawList(list, leaves));
  return [`## ${NOTES_TITLE}`, ...(lines.length === 0 ? [] : [lines.join('\n')]), ...texts, ...lists].join('\n\n');
}

/** Known fields in the order of their table, the author's own names behind them by alphabet. */
function byPlace(a: string, b: string): number {
  const [placeA, placeB] = [a, b].map((path) => RECORD_FIELDS.findIndex((field) => field.path === path)) as [
    number,
    number,
  ];
  if (placeA !== placeB) return (placeA === -1 ? Infinity : placeA) - (placeB === -1 ? Infinity : placeB);
  return a < b ? -1 : 1;
}

function asText(value: unknown): string {
  if (value === null) return 'none';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object' && 'written' in value) return String(value.written);
  return typeof value === 'boolean'
    ? value
      ? 'yes'
      : 'no'
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
}

/** A fence longer than any run of backticks in the text. */
function fence(text: string): string {
  const longest = Math.max(3, ...(text.match(/`+/gu) ?? []).map((run) => run.length + 1));
  return `${'`'.repeat(longest)}verbatim\n${text}\n${'`'.repeat(longest)}`;
}

function drawList(list: RecordList, leaves: ReadonlyMap<string, unknown>): string[] {
  const items = new Map<number, Map<string, unknown>>();
  for (const [path, value] of leaves) {
    if (!path.startsWith(`${list.path}.`)) continue;
    const [index = '', key = 'text'] = path.slice(list.path.length + 1).split('.');
    const item = items.get(Number(index)) ?? new Map<string, unknown>();
    items.set(Number(index), item.set(key, value));
  }
  if (items.size === 0) return [];
  const keys = list.keys.filter((key) => [...items.values()].some((item) => item.has(key)));
  const rows = [...items]
    .toSorted(([a], [b]) => a - b)
    .map(([index, item]) => [String(index + 1), ...keys.map((key) => cellOf(key, item))]);
  return [`### ${list.label}\n\n${drawTable(['#', ...keys.map(columnTitle)], rows, 'short')}`];
}

function cellOf(key: string, item: ReadonlyMap<string, unknown>): string {
  if (!item.has(key)) return '';
  const value = item.get(key);
  if (key === 'parent') return typeof value === 'number' ? String(value + 1) : 'none';
  return value === null ? '' : encodeCell(asText(value));
}

/** Reads a list's table: every cell sets one value of the item that the first column numbers. */
function listReader(list: RecordList): Block {
  return {
    order: 1,
    render: () => null,
    read(section, findings) {
      for (const chunk of unclaimed(section, 'table')) {
        const [header = [], ...rows] = chunk.rows ?? [];
        if (header[0]?.raw !== '#') continue;
        claim(section, chunk);
        const keys = header.slice(1).map((cell) => columnKey(cell.raw));
        for (const row of rows) readItem(row, { list, keys, findings });
      }
    },
  };
}

function readItem(
  row: readonly { raw: string }[],
  reader: { list: RecordList; keys: readonly string[]; findings: Findings },
): void {
  const index = Number(row[0]?.raw) - 1;
  if (!Number.isInteger(index) || index < 0 || index > 100_000) return;
  reader.keys.forEach((key, at) => {
    const text = decodeCell(row[at + 1]?.raw ?? '').text;
    if (text === undefined || !reader.list.keys.includes(key)) return;
    const path = `${reader.list.path}.${String(index)}`;
    reader.findings.override(reader.list.plain === true ? path : `${path}.${key}`, valueOf(key, text));
  });
}

function valueOf(key: string, text: string): unknown {
  if (key === 'parent') return text === 'none' ? null : Number(text) - 1;
  if (key === 'done') return text === 'yes';
  return key === 'moments' ? text.split(', ') : text;
}

const FENCED = /^(`{3,})verbatim\n([\s\S]*)\n\1$/u;

/** Reads a text under its heading, out of its fence if it has one. */
function textReader(path: string): Block {
  return {
    order: 9,
    render: () => null,
    read(section: Section, findings: Findings) {
      const open = section.chunks.filter((chunk) => !section.claimed.has(chunk));
      while (open.at(-1)?.kind === 'rule') open.pop();
      const [first, last] = [open[0], open.at(-1)];
      if (first === undefined || last === undefined) return;
      for (const chunk of open) claim(section, chunk);
      const raw = slice(section, { start: first.start, end: last.end }).replaceAll(/\r\n?/gu, '\n');
      findings.override(path, toProse(FENCED.exec(raw)?.[2] ?? raw));
    },
  };
}

const lineFields = RECORD_FIELDS.filter((field) => field.type === 'line');

const DURATION = /^\*\*(Duration|Note on duration) ([^*\n]+):\*\* ([^\n]*)$/u;
const byLabel = new Map(lineFields.map((field) => [field.label, field.path]));

/** Reads labelled items; names of durations are the author's own. */
const lineReader: Block = {
  order: 2,
  render: () => null,
  read(section, findings) {
    for (const chunk of unclaimed(section, 'list')) {
      const found = (chunk.items ?? []).map((item) => lineOf(item.text));
      if (found.some((entry) => entry === undefined)) continue;
      claim(section, chunk);
      for (const entry of found) if (entry) findings.override(entry.path, decodeLine(entry.raw).text);
    }
  },
};

/** True for an item that reads back as a field. */
export function isNotedLine(text: string): boolean {
  return lineOf(text) !== undefined;
}

function lineOf(text: string): { path: string; raw: string } | undefined {
  const duration = DURATION.exec(text);
  if (duration)
    return {
      path: `durations.${duration[2] ?? ''}.${duration[1] === 'Duration' ? 'written' : 'note'}`,
      raw: duration[3] ?? '',
    };
  const match = /^\*\*([^*\n]+):\*\* ([^\n]*)$/u.exec(text);
  const path = byLabel.get(match?.[1] ?? '');
  return path === undefined ? undefined : { path, raw: match?.[2] ?? '' };
}

/** The section itself, for reading. */
export const notesSection: SectionSpec = {
  id: 'additional-notes',
  depth: 2,
  title: NOTES_TITLE,
  blocks: [lineReader],
};

/** Finds the part of the section that a heading opens. */
export function notesPart(heading: string): SectionSpec | undefined {
  const list = RECORD_LISTS.find((entry) => entry.label === heading);
  if (list) return { id: `note-${list.path}`, depth: 3, title: heading, blocks: [listReader(list)] };
  const map = MAPS.find((entry) => heading.startsWith(entry.label));
  const path =
    RECORD_FIELDS.find((field) => field.label === heading)?.path ??
    (map && `${map.prefix}${heading.slice(map.label.length)}`);
  return path === undefined ? undefined : { id: `note-${path}`, depth: 3, title: heading, blocks: [textReader(path)] };
}
