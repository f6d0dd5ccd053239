import { formatInstant, formatInZone, instantToEpoch, resolveTime, type WrittenTime } from '#core/time';

/** A time to write, in epoch milliseconds. */
export interface TimeToWrite {
  readonly epoch: number;
  readonly until?: number | undefined;
  readonly precision: WrittenTime['precision'];
  readonly approximate: boolean;
}

/** What the rows before say about a clock time that is written without its day. */
export interface WritingPlace {
  /** Zone of the timeline's document, as it states it. */
  readonly zone: string;
  /** Day that a time without one has here. */
  readonly day: string | undefined;
  /** Epoch milliseconds of the row before; a clock that goes back far against it counts as the next day. */
  readonly previous: number | null;
}

/** A clock that goes back further than this is read as the next day. */
const WRAP_MS = 6 * 3_600_000;

/** Writes a time as a document has it: on the clock of its zone, with the day only where it is needed to read it right. */
export function writeTime(time: TimeToWrite, place: WritingPlace): WrittenTime {
  const bare = clockText(time, place.zone);
  const day = formatInZone(formatInstant(time.epoch), place.zone, 'date');
  const mark = time.approximate ? '~' : '';
  const isBehind = place.previous !== null && time.epoch < place.previous - WRAP_MS;
  if (bare !== '' && day === place.day && !isBehind) {
    const read = readBack(`${mark}${bare}`, place);
    if (isSame(read, time)) return read;
  }
  const dated = readBack(`${mark}${day}${bare === '' ? '' : ` ${bare}`}`, place);
  if (isSame(dated, time)) return dated;
  // The hour that comes twice when clocks are put back can only be told in UTC.
  const inUtc = formatInZone(formatInstant(time.epoch), 'UTC', 'date');
  return readBack(`${mark}${inUtc} ${clockText(time, 'UTC')} UTC`, place);
}

/** A time that somebody typed stays as it was typed where it is read as the same time at its place. */
export function keepTyped(typed: WrittenTime, place: WritingPlace): WrittenTime {
  if (typed.instant === null) return typed;
  const read = readBack(typed.written, place);
  const epoch = instantToEpoch(typed.instant);
  const isBehind =
    place.previous !== null && epoch < place.previous - WRAP_MS && !/\d{4}-\d\d-\d\d/u.test(typed.written);
  if (read.instant === typed.instant && read.until === typed.until && !isBehind) return read;
  return writeTime(toWrite(typed) ?? { epoch, precision: typed.precision, approximate: typed.approximate }, place);
}

/** What is to be written of a time; undefined where it has no instant. */
export function toWrite(time: WrittenTime): TimeToWrite | undefined {
  if (time.instant === null) return undefined;
  return {
    epoch: instantToEpoch(time.instant),
    until: time.until === undefined ? undefined : instantToEpoch(time.until),
    precision: time.precision,
    approximate: time.approximate,
  };
}

function readBack(written: string, { day, zone }: WritingPlace): WrittenTime {
  return resolveTime(written, { zone, zoneStated: true, ...(day === undefined ? {} : { day }) });
}

function isSame(read: WrittenTime, time: TimeToWrite): boolean {
  if (read.instant === null) return false;
  if (time.precision === 'day' || time.precision === 'hour') return true;
  const isAmbiguous = read.until !== undefined && time.until === undefined;
  return instantToEpoch(read.instant) === Math.floor(time.epoch / 1000) * 1000 && !isAmbiguous;
}

function clockText({ epoch, precision, until }: TimeToWrite, zone: string): string {
  if (precision === 'day') return '';
  const start = formatInZone(formatInstant(epoch), zone, 'time-seconds');
  if (precision === 'hour') return `${start.slice(0, 2)}:??`;
  const end = until === undefined ? '' : `–${cut(formatInZone(formatInstant(until), zone, 'time-seconds'), precision)}`;
  return `${cut(start, precision)}${end}`;
}

function cut(clock: string, precision: WrittenTime['precision']): string {
  return precision === 'second' ? clock : clock.slice(0, 5);
}
