import { toLine } from '#core/record';
import { resolveTime } from '#core/time';

import { labelOf, type Chunk } from '../document-tree.ts';
import { isPlaceholder } from '../placeholder.ts';
import { decodeCell } from '../text-codec.ts';
import { headingWords } from './classify-heading.ts';
import { findDate } from './find-date.ts';
import type { Keeper } from './keeper.ts';
import { METADATA_KEYS } from './metadata-keys.data.ts';

/** A value behind a key, as `Date: 2022-04-20`. */
export interface KeyValue {
  readonly key: string;
  readonly value: string;
  /** Where the value stands in the document; -1 where it is no slice of it. */
  readonly start: number;
}

/** Fields that were set; the first value of a field counts, later ones are kept as text. */
export type Known = Set<string>;

/** Reads the lines, items and rows of a chunk that are keys with values; what is none is kept as it is. */
export function readMetadataChunk(chunk: Chunk, source: string, target: { keeper: Keeper; known: Known }): boolean {
  const pieces = piecesOf(chunk, source);
  if (pieces === null || !pieces.some((piece) => piece.pair !== null && fieldOf(piece.pair.key) !== undefined))
    return false;
  for (const { pair, raw } of pieces) {
    if (pair !== null && setMetadata(pair, target)) continue;
    // The empty head of a table that has none.
    if (/[^\s|]/u.test(raw)) target.keeper.introduce(raw);
  }
  return true;
}

/** Whether most lines, items or rows of a chunk, and at least two, are keys of metadata with values. */
export function isMetadata(chunk: Chunk, source: string): boolean {
  const pieces = (piecesOf(chunk, source) ?? []).filter(({ raw }) => /[^\s|:-]/u.test(raw));
  const known = pieces.filter(({ pair }) => pair !== null && fieldOf(pair.key) !== undefined);
  return known.length >= 2 && known.length * 2 >= pieces.length;
}

interface Piece {
  readonly pair: KeyValue | null;
  readonly raw: string;
}

function piecesOf(chunk: Chunk, source: string): Piece[] | null {
  const raw = source.slice(chunk.start, chunk.end);
  if (chunk.kind === 'paragraph' || chunk.kind === 'label') return linePieces(raw, chunk.start);
  if (chunk.kind === 'quote') return linePieces(raw.replaceAll(/^ {0,3}> ?/gmu, ''), Number.NEGATIVE_INFINITY);
  if (chunk.kind === 'heading') return [{ pair: pairOf(chunk.text ?? '', -1), raw }];
  if (chunk.kind === 'list') {
    return (chunk.items ?? []).map((item) => ({
      pair: item.text.includes('\n') ? null : pairOf(item.text, item.contentStart),
      raw: source.slice(item.start, item.end),
    }));
  }
  return chunk.kind === 'table' ? tablePieces(chunk) : null;
}

/** Lines of keys with values; a line may hold several, as `**Id:** 7 | **Severity:** P1`. */
function linePieces(raw: string, start: number): Piece[] {
  let at = start;
  return raw.split('\n').flatMap((line) => {
    const from = at;
    at += line.length + 1;
    return severalPieces(line) ?? [{ pair: pairOf(line.replace(/\r$/u, ''), from), raw: line }];
  });
}

function severalPieces(line: string): Piece[] | null {
  const parts = line.split(/[ \t][|·•][ \t]/u);
  const pieces = parts.map((raw) => ({ pair: pairOf(raw, -1), raw }));
  return pieces.length > 1 && pieces.every(({ pair }) => pair !== null) ? pieces : null;
}

function tablePieces(chunk: Chunk): Piece[] {
  const rows = chunk.rows ?? [];
  return rows.map((row) => {
    const raw = `| ${row.map((cell) => cell.raw).join(' | ')} |`;
    const [key, value] = row;
    if (key === undefined || value === undefined || row.slice(2).some((cell) => cell.raw !== ''))
      return { pair: null, raw };
    return { pair: { key: key.raw, value: decodeCell(value.raw).text ?? '', start: value.start }, raw };
  });
}

const PLAIN_KEY = /^[ \t]*(?:[-*+]\s+)?([\p{L}][\p{L}\p{N}\p{M} /()_'’-]{0,40}?)[ \t]*(?::|：|=(?=\s))[ \t]*(?=\S)/u;

/** The key and value of one line; null if it is no such line. */
export function pairOf(line: string, start: number): KeyValue | null {
  const text = line.trimEnd().replace(/\\$/u, '');
  const lead = text.length - text.trimStart().length;
  const label = labelOf(text.slice(lead));
  const length = label === null ? PLAIN_KEY.exec(text)?.[0].length : lead + label.length;
  const key = label?.text ?? PLAIN_KEY.exec(text)?.[1];
  if (length === undefined || key === undefined) return null;
  const blank = text.slice(length).length - text.slice(length).trimStart().length;
  return { key, value: text.slice(length).trim(), start: start < 0 ? -1 : start + length + blank };
}

/** `Date of the incident` and `Durée de l'incident` name the same as `Date` and `Durée`. */
const OF_THE_INCIDENT =
  / (?:of (?:the )?(?:incident|outage|event|issue)|de lincident|de la panne|del incidente|do incidente|dellincidente|des (?:vorfalls|ausfalls)|van het incident|инцидента|інциденту)$/u;

/** The field that a key of metadata stands for. */
export function fieldOf(key: string): string | undefined {
  const words = headingWords(key.replaceAll('_', ' '));
  const bare = words.replace(OF_THE_INCIDENT, '');
  return METADATA_KEYS.find(({ pattern }) => pattern.test(words) || pattern.test(bare))?.path;
}

/** Keys whose value tells whether it is what the key says: `Incident: INC-7` is an id, `Incident: It broke.` is none. */
const NEEDED_VALUES: Readonly<Record<string, RegExp>> = {
  'incident.id':
    /^(?:\S+|\[[^\]]+\]\([^()]+\)|(?:(?:incident|inc|case|no\.?|nr\.?|number)[ #:]*)?[#\w/.-]*\d[\w/.-]*)$/iu,
  'incident.issue': /#\d|https?:|\b[A-Z][A-Z0-9]+-\d|\]\(|^\S+$/u,
};

/** Sets the field of a key; false where no field stands for it, or the field has a value already. */
export function setMetadata(pair: KeyValue, { keeper, known }: { keeper: Keeper; known: Known }): boolean {
  const field = fieldOf(pair.key);
  const value = toLine(pair.value);
  if (field === undefined || value === undefined || known.has(field)) return false;
  if (isPlaceholder(value) || NEEDED_VALUES[field]?.test(value) === false) return false;
  const path = field === 'impact.systems' ? `${field}.${String(keeper.count(field))}` : field;
  if (field !== 'impact.systems') known.add(field);
  keeper.heading(pair.key);
  const { text, offset } = field === 'incident.date' ? dateIn(value) : { text: value, offset: 0 };
  const start = pair.start + offset;
  keeper.set(
    path,
    text,
    pair.start < 0 || value !== pair.value
      ? undefined
      : { span: { start, end: start + text.length }, encoding: 'line' },
  );
  return true;
}

/** A date that says more than a date is cut down to the date; the rest is kept as a remark. */
function dateIn(value: string): { text: string; offset: number } {
  const found = resolveTime(value).instant === null ? findDate(value) : null;
  return found !== null && value.slice(found.start, found.end) === found.written
    ? { text: found.written, offset: found.start }
    : { text: value, offset: 0 };
}

/** Keys of front matter that stand for fields. The block itself is kept verbatim by the caller. */
export function readFrontMatter(raw: string, target: { keeper: Keeper; known: Known; start: number }): void {
  const lines = raw.split(/\r\n|\r|\n/u);
  let at = 0;
  lines.forEach((line, index) => {
    const from = raw.indexOf(line, at);
    at = from + line.length;
    const match = /^([\w-]+)[ \t]*[:=][ \t]*(.*)$/u.exec(line);
    if (match?.[1] === undefined) return;
    const inline = unquote(match[2] ?? '');
    const value = inline === '' ? listBelow(lines, index + 1) : inline;
    const pair = { key: match[1].replaceAll('-', ' '), value, start: -1 };
    const field = fieldOf(pair.key);
    if (field === undefined || target.known.has(field) || value === '' || FOREIGN_KEYS.test(match[1])) return;
    target.known.add(field);
    const text = toLine(value);
    const start = target.start + from + line.indexOf(value, match[0].length - (match[2] ?? '').length);
    const place = { span: { start, end: start + value.length }, encoding: 'line' as const };
    if (text !== undefined)
      target.keeper.builder.set(
        field === 'impact.systems' ? `${field}.0` : field,
        text,
        raw.startsWith(value, start - target.start) ? place : undefined,
      );
  });
}

/** Keys of site generators that mean something else than they would in a document's head. */
const FOREIGN_KEYS = /^(?:type|layout|name|level|link|state|id|category|services?|components?)$/iu;

function unquote(value: string): string {
  const text = value.trim();
  const quoted = /^(["'])([\s\S]*)\1$/u.exec(text)?.[2];
  if (quoted !== undefined) return quoted.replaceAll(/\\"/gu, '"');
  const list = /^\[(.*)\]$/u.exec(text)?.[1];
  return list === undefined
    ? text.replace(/\s+#\s.*$/u, '')
    : list
        .split(',')
        .map((item) => unquote(item))
        .join(', ');
}

function listBelow(lines: readonly string[], from: number): string {
  const items: string[] = [];
  for (const line of lines.slice(from, from + 50)) {
    const item = /^\s*-\s+(.+)$/u.exec(line)?.[1];
    if (item === undefined) break;
    items.push(unquote(item));
  }
  return items.join(', ');
}
