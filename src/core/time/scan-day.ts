import { matchAt, type Scanned } from './match-at.ts';
import { DAY_NAMES, MONTH_NAMES, MONTHS_THAT_ARE_WORDS } from './time-words.data.ts';
import type { TimeContext } from './written-time.ts';

/** A calendar day as written. */
export interface DayPart {
  /** Null where the source leaves the year to its surroundings. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** False for `2022-05-??` and for `04/05/2021` in an unknown order: a day belongs here and is not known. */
  readonly known: boolean;
  /** Looks like other things, too (`3/4`, `1.2.21`, `5 may`): a day only beside a clock time or as the whole text. */
  readonly weak: boolean;
  /** Where an all-digit date tells its order by a number above 12. */
  readonly tells: 'dmy' | 'mdy' | null;
}

type DateOrder = TimeContext['dateOrder'];

const YEAR_FIRST = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/]\d)/uy;
const YEAR_FIRST_UNKNOWN = /\d{4}(?:\/\d\d)?-(?:\d\d|\?\?|[xX]{2}|MM)-(?:\?\?|[xX]{2}|DD|\d\d)(?![\w?])|YYYY-MM-DD/uy;
const BASIC = /((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/uy;
const POINTS = /(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d\d))?(?!\d|\.\d)/uy;
const SLASHES =
  /(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)|(\d{1,2})(?:\/|-(?=\d\d\s+\d\d?:))(\d{1,2})(?:\/(\d\d))?(?![\d/])/uy;
const WORD = /\p{L}+/uy;
const MONTH_DAY =
  /\.?(?: {1,3}|-)?(\d{1,2})(?:st|nd|rd|th)?(?![\d:]|\.\d|h\d|\s?[ap]\.?m\b)(?:,?[ -](\d{4})(?!\d|:\d))?/uy;
const DAY_MONTH =
  /(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?:\s+(?:of|de|di))?[ \-/]?(\p{L}+)\.?(?:(?:,? | de |[-/])(\d{4})(?!\d))?/uy;

const MONTHS = numbersByName(MONTH_NAMES);
const WEEKDAYS = numbersByName(DAY_NAMES);
const WORDLIKE: ReadonlySet<string> = new Set(MONTHS_THAT_ARE_WORDS);

function numbersByName(names: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(names.flatMap((group, number) => group.map((name) => [name, number] as const)));
}

/** The calendar day at an offset, or null. */
export function scanDay(text: string, at: number, order: DateOrder): Scanned<DayPart> | null {
  const code = text.charCodeAt(at);
  if (code < 48 || code > 57) return scanMonthFirst(text, at) ?? scanUnknown(text, at);
  return (
    scanYearFirst(text, at) ??
    scanUnknown(text, at) ??
    scanPoints(text, at) ??
    scanSlashes(text, at, order) ??
    scanDayFirst(text, at)
  );
}

/** The name of a day of the week at an offset (1 is Monday), with the point behind it. */
export function scanWeekday(text: string, at: number): Scanned<number> | null {
  const word = matchAt(WORD, text, at)?.[0] ?? '';
  const number = WEEKDAYS.get(word.toLowerCase());
  if (number === undefined || (word.length === 2 && text[at + 2] !== '.' && text[at + 2] !== ',')) return null;
  const end = at + word.length;
  return { value: number, end: text[end] === '.' ? end + 1 : end };
}

function scanYearFirst(text: string, at: number): Scanned<DayPart> | null {
  const match = matchAt(YEAR_FIRST, text, at);
  if (match !== null) return scannedDay(match, [match[1], match[3], match[4]]);
  const basic = matchAt(BASIC, text, at);
  return basic === null ? null : scannedDay(basic, [basic[1], basic[2], basic[3]]);
}

function scanUnknown(text: string, at: number): Scanned<DayPart> | null {
  const match = matchAt(YEAR_FIRST_UNKNOWN, text, at);
  return match === null ? null : scannedDay(match, ['1', '1', '1'], { known: false });
}

/** `04.03.2021`, `4.3.`: with points the day always comes first. */
function scanPoints(text: string, at: number): Scanned<DayPart> | null {
  const match = matchAt(POINTS, text, at);
  if (match === null) return null;
  return scannedDay(match, [match[3], match[2], match[1]], { weak: match[3]?.length !== 4 });
}

/** `04/05/2021`: a number above 12 tells the order, otherwise the surroundings do, otherwise nobody. */
function scanSlashes(text: string, at: number, order: DateOrder): Scanned<DayPart> | null {
  const match = matchAt(SLASHES, text, at);
  if (match === null) return null;
  const [first, second] = [match[1] ?? match[5], match[3] ?? match[6]];
  const year = match[4] ?? match[7];
  const weak = year?.length !== 4;
  const tells = Number(first) > 12 ? 'dmy' : Number(second) > 12 ? 'mdy' : null;
  // `17/06/09` may begin with its year, and then so may every date with such a year whose month fits.
  const yearMayLead = year?.length === 2 && Number(second) <= 12 && Number(year) <= 31;
  const told = yearMayLead ? order : (tells ?? (first === second ? 'dmy' : order));
  if (told === 'dmy') return scannedDay(match, [year, second, first], { weak, tells: yearMayLead ? null : tells });
  return scannedDay(match, [year, first, second], { weak, tells: yearMayLead ? null : tells, known: told === 'mdy' });
}

function scanMonthFirst(text: string, at: number): Scanned<DayPart> | null {
  const name = matchAt(WORD, text, at)?.[0] ?? '';
  const month = MONTHS.get(name.toLowerCase());
  const rest = month === undefined ? null : matchAt(MONTH_DAY, text, at + name.length);
  if (rest === null) return null;
  return scannedDay(rest, [rest[2], String(month), rest[1]], { weak: rest[2] === undefined && isPlainWord(name) });
}

function scanDayFirst(text: string, at: number): Scanned<DayPart> | null {
  const match = matchAt(DAY_MONTH, text, at);
  const name = match?.[2] ?? '';
  const month = MONTHS.get(name.toLowerCase());
  if (match === null || month === undefined) return null;
  return scannedDay(match, [match[3], String(month), match[1]], { weak: match[3] === undefined && isPlainWord(name) });
}

function isPlainWord(name: string): boolean {
  return WORDLIKE.has(name);
}

type YearMonthDay = readonly [string | undefined, string | undefined, string | undefined];

function scannedDay(
  match: RegExpExecArray,
  [year, month, day]: YearMonthDay,
  flags: Partial<DayPart> = {},
): Scanned<DayPart> {
  const parts = { year: year === undefined ? null : fullYear(year), month: Number(month), day: Number(day) };
  return { value: { known: true, weak: false, tells: null, ...flags, ...parts }, end: match.index + match[0].length };
}

/** Two digits are read as POSIX does: 69 to 99 are 19xx. */
function fullYear(digits: string): number {
  if (digits.length !== 2) return Number(digits);
  return Number(digits) + (Number(digits) >= 69 ? 1900 : 2000);
}
