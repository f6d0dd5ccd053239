import { type DateOrder, MONTHS, STAMP_SHAPES, type StampShape, ZONE_WORDS } from './stamp-shapes.data.ts';

/** A time as a log line has it, in parts; −1 for a part that is not written. */
export interface Stamp {
  shape: CompiledShape;
  start: number;
  end: number;
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** As written, null where the line states none. */
  zone: string | null;
  /** Set for epoch numbers. */
  epochMs: number | null;
  /** Numbers of a date whose order the file decides. */
  parts: readonly number[];
}

/** A shape ready for matching at a given place. */
export interface CompiledShape {
  readonly id: string;
  readonly regex: RegExp;
  /** Part letters in the order of their capture groups; empty for a group of the pattern itself. */
  readonly tokens: readonly string[];
  readonly orders: readonly DateOrder[];
  readonly usualOrder: boolean;
  readonly weak: boolean;
}

const ZONE = `Z(?![A-Za-z])|[+-](?:0\\d|1[0-4]):?[0-5]\\d(?!\\d)|[+-]\\d\\d(?![\\d:.-])|(?:${ZONE_WORDS.join('|')})(?:[+-]\\d{1,2}(?::?\\d\\d)?)?(?![A-Za-z])`;

const TOKENS: Readonly<Record<string, string>> = {
  Y: '([12]\\d{3})',
  M: '([01]?\\d)',
  D: '([0-3]?\\d)',
  b: '((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6})',
  a: '(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6})',
  h: '([0-2]?\\d)',
  m: '([0-5]?\\d)',
  s: '([0-6]?\\d)',
  f: '(\\d{1,9})(?!\\d)',
  z: `(${ZONE})`,
  p: '([AaPp]\\.?[Mm]\\.?)(?![A-Za-z])',
  e: '([12]\\d{9})',
  E: '([12]\\d{12}(?:\\d{3}){0,2})',
  '1': '(\\d{1,2})',
  '2': '(\\d{1,2})',
  '3': '(\\d{1,2})',
};

/** Parts that stand next to each other without a separator have their full width. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  M: '([01]\\d)',
  D: '([0-3]\\d)',
  h: '([0-2]\\d)',
  m: '([0-5]\\d)',
  s: '([0-6]\\d)',
  '1': '(\\d\\d)',
  '2': '(\\d\\d)',
  '3': '(\\d\\d)',
};

function compile(shape: StampShape): CompiledShape {
  const tokens: string[] = [];
  const tight = /%Y%M|%M%D|%1%2/u.test(shape.pattern);
  const clockTight = /%h:?\??%m:?\??%s/u.test(shape.pattern) && !shape.pattern.includes('%h:%m');
  const source = shape.pattern.replaceAll(/\\.|\((?!\?)|%(.)/gu, (whole: string, letter: string | undefined) => {
    if (letter === undefined) {
      if (whole === '(') tokens.push('');
      return whole;
    }
    if (letter !== 'a') tokens.push(letter);
    const full = (tight && 'MD123'.includes(letter)) || (clockTight && 'ms'.includes(letter));
    return (full ? FULL_WIDTH[letter] : undefined) ?? TOKENS[letter] ?? whole;
  });
  return {
    id: shape.id,
    regex: new RegExp(`${renumber(source, tokens)}(?!\\d)`, 'y'),
    tokens,
    orders: shape.orders ?? [],
    usualOrder: shape.usualOrder ?? false,
    weak: shape.weak ?? false,
  };
}

/** A back reference in a pattern means its own group, which the part before it has moved on. */
function renumber(source: string, tokens: readonly string[]): string {
  return source.replaceAll('\\1', () => `\\${String(tokens.indexOf('') + 1)}`);
}

const SHAPES: readonly CompiledShape[] = STAMP_SHAPES.map((shape) => compile(shape));
const BY_ID: ReadonlyMap<string, CompiledShape> = new Map(SHAPES.map((shape) => [shape.id, shape]));
const DIGIT_SHAPES = SHAPES.filter((shape) => !/^(?:\(\?:%a,\? \)\?)?%[ab]/u.test(patternOf(shape.id)));
const LETTER_SHAPES = SHAPES.filter((shape) => /^(?:\(\?:%a,\? \)\?)?%[abD]/u.test(patternOf(shape.id)));

function patternOf(id: string): string {
  return STAMP_SHAPES.find((shape) => shape.id === id)?.pattern ?? '';
}

/** The compiled shapes with these ids. */
export function shapesOf(ids: readonly string[]): readonly CompiledShape[] {
  return ids.flatMap((id) => BY_ID.get(id) ?? []);
}

/** The shapes that a time beginning with this character can have, in the order in which they are tried. */
export function shapesFor(code: number): readonly CompiledShape[] {
  if (code >= 48 && code <= 57) return DIGIT_SHAPES;
  return code >= 65 && code <= 90 ? LETTER_SHAPES : [];
}

/** The time that stands exactly at `at`, trying `first` before all others; null if none does. */
export function stampAt(line: string, at: number, first: CompiledShape | null): Stamp | null {
  const known = first === null ? null : stampOf(first, line, at);
  if (known !== null) return known;
  return stampAmong(shapesFor(line.charCodeAt(at)), line, at);
}

/** The time in one of these shapes that stands exactly at `at`. */
export function stampAmong(shapes: readonly CompiledShape[], line: string, at: number): Stamp | null {
  for (const shape of shapes) {
    const stamp = stampOf(shape, line, at);
    if (stamp !== null) return stamp;
  }
  return null;
}

/** The time in this shape that stands exactly at `at`. */
function stampOf(shape: CompiledShape, line: string, at: number): Stamp | null {
  const { regex, tokens } = shape;
  regex.lastIndex = at;
  const match = regex.exec(line);
  if (match === null) return null;
  const stamp = emptyStamp(shape, at, regex.lastIndex);
  const parts: number[] = [];
  let meridiem = '';
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? '';
    const text = match[index + 1];
    if (text === undefined) continue;
    if (token === 'p') meridiem = text;
    else if (token === '1' || token === '2' || token === '3') parts.push(Number(text));
    else setPart(stamp, token, text);
  }
  stamp.parts = parts;
  return applyMeridiem(stamp, meridiem) ? stamp : null;
}

function emptyStamp(shape: CompiledShape, start: number, end: number): Stamp {
  return {
    shape,
    start,
    end,
    year: -1,
    month: -1,
    day: -1,
    hour: 0,
    minute: 0,
    second: -1,
    millisecond: 0,
    zone: null,
    epochMs: null,
    parts: [],
  };
}

function setPart(stamp: Stamp, token: string, text: string): void {
  switch (token) {
    case 'Y':
      stamp.year = Number(text);
      break;
    case 'M':
      stamp.month = Number(text);
      break;
    case 'D':
      stamp.day = Number(text);
      break;
    case 'b':
      stamp.month = MONTHS[text.slice(0, 3).toLowerCase()] ?? -1;
      break;
    case 'h':
      stamp.hour = Number(text);
      break;
    case 'm':
      stamp.minute = Number(text);
      break;
    case 's':
      stamp.second = Number(text);
      break;
    case 'f':
      stamp.millisecond = Number(text.slice(0, 3).padEnd(3, '0'));
      if (stamp.epochMs !== null) stamp.epochMs += stamp.millisecond;
      break;
    case 'z':
      stamp.zone = text;
      break;
    case 'e':
    case 'E':
      stamp.epochMs = Number(text.slice(0, 13).padEnd(13, '0'));
      stamp.second = 0;
      break;
  }
}

/** False where hour and AM or PM do not go together. */
function applyMeridiem(stamp: Stamp, meridiem: string): boolean {
  if (meridiem === '') return true;
  if (stamp.hour < 1 || stamp.hour > 12) return false;
  const afternoon = meridiem.startsWith('p') || meridiem.startsWith('P');
  stamp.hour = (stamp.hour % 12) + (afternoon ? 12 : 0);
  return true;
}
