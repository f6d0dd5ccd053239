import type { LogLevel } from '../event-types.ts';
import { MinuteCounts, type MinuteCountsData } from './minute-counts.ts';

/** A log that records come from. */
export interface LogSource {
  /** SHA-256 (hex) of the raw bytes, or what stands for it. */
  readonly evidence: string;
  /** File name as given. */
  readonly file: string;
  /** Id of the format that reads it. */
  readonly format: string;
  /** True where its times state their zone. */
  readonly zoneStated: boolean;
  /** Zone of its times, as `UTC` or `+02:00`. */
  readonly zone: string;
}

/** Records of one shape, level and service. */
export interface Series {
  readonly shape: number;
  readonly level: LogLevel | null;
  readonly service: string | null;
  readonly count: number;
  /** First and last instant, epoch milliseconds; NaN where no record has one. */
  readonly first: number;
  readonly last: number;
  readonly firstPlace: number;
  readonly lastPlace: number;
  /** Message of the record at `firstPlace`, and its whole text with further lines, both cut at 4,000 characters. */
  readonly message: string;
  readonly example: string;
}

/** What was counted, as plain data: for other threads and for merging. */
export interface PatternStatsData {
  readonly sources: readonly LogSource[];
  readonly series: readonly Series[];
  readonly minutes: MinuteCountsData;
}

/**
 * Counts the records of logs per series and minute. Memory has a bound, whatever is counted. The order of records,
 * sources and merges makes no difference to the counts; sources are told apart by their evidence.
 */
export interface PatternStats {
  /** The records that follow are from this log. */
  enter(source: LogSource): void;
  /** The number of the series of records with this shape, level and service: dense, from 0. */
  seriesOf(shape: number, level: LogLevel | null, service: string | null): number;
  /**
   * Counts a record at an instant (epoch milliseconds, NaN if unknown) and a byte offset. True if its text is wanted as
   * example: then `keep` is called next.
   */
  count(series: number, at: number, offset: number): boolean;
  /** Keeps text and message of the record that was just counted. */
  keep(series: number, raw: string, message: string): void;
  /** Adds what others counted; `shapes` gives the number here of each shape there, as `PatternMiner.merge` tells. */
  merge(data: PatternStatsData, shapes: readonly number[]): void;
  /** What was counted, for another thread. */
  toData(): PatternStatsData;
}

/** Makes a counter that has seen nothing yet. */
export function createPatternStats(): PatternStats {
  return new Stats();
}

/** Bytes of one log that places can tell apart: 4 TiB. */
const SOURCE_SPAN = 2 ** 42;
const MOST_SOURCES = 2047;
const LONGEST_TEXT = 4000;

/** Where a place stands: the number of its log in `sources`, and the byte offset in it. */
export function placeOf(place: number): { readonly source: number; readonly offset: number } {
  const source = Math.floor(place / SOURCE_SPAN);
  return { source, offset: place - source * SOURCE_SPAN };
}

type OpenSeries = { -readonly [K in keyof Series]: Series[K] };

class Stats implements PatternStats {
  readonly #sources: LogSource[] = [];
  readonly #series: OpenSeries[] = [];
  /** Numbers of the series of each shape, few each. */
  readonly #byShape: (number[] | undefined)[] = [];
  readonly #minutes = new MinuteCounts();
  #base = 0;

  enter(source: LogSource): void {
    this.#base = this.#sourceNumber(source) * SOURCE_SPAN;
  }

  seriesOf(shape: number, level: LogLevel | null, service: string | null): number {
    const known = (this.#byShape[shape] ??= []);
    for (const number of known) {
      const series = this.#series[number];
      if (series?.level === level && series.service === service) return number;
    }
    const next = this.#series.length;
    known.push(next);
    const nowhere = { first: Number.NaN, last: Number.NaN, firstPlace: Infinity, lastPlace: -1 };
    this.#series.push({ shape, level, service, count: 0, ...nowhere, message: '', example: '' });
    return next;
  }

  count(series: number, at: number, offset: number): boolean {
    const known = this.#series[series]!;
    const place = this.#base + offset;
    known.count += 1;
    if (!Number.isNaN(at)) this.#minutes.add(series, at, place);
    // Most records are later than those before them.
    if (at > known.last) {
      known.last = at;
      known.lastPlace = place;
      return false;
    }
    return extend(known, { first: at, last: at, firstPlace: place, lastPlace: place });
  }

  keep(series: number, raw: string, message: string): void {
    const known = this.#series[series];
    if (known === undefined) return;
    known.example = shortened(raw);
    known.message = shortened(message);
  }

  merge(data: PatternStatsData, shapes: readonly number[]): void {
    const bases = data.sources.map((source) => this.#sourceNumber(source) * SOURCE_SPAN);
    const moved = (place: number): number => {
      if (place < 0 || place === Infinity) return place;
      const { source, offset } = placeOf(place);
      return (bases[source] ?? 0) + offset;
    };
    const renamed = data.series.map((other) => {
      const number = this.seriesOf(shapes[other.shape] ?? other.shape, other.level, other.service);
      const known = this.#series[number]!;
      known.count += other.count;
      const span = { ...other, firstPlace: moved(other.firstPlace), lastPlace: moved(other.lastPlace) };
      if (extend(known, span)) [known.example, known.message] = [other.example, other.message];
      return number;
    });
    this.#minutes.merge({ ...data.minutes, places: data.minutes.places.map(moved) }, renamed);
  }

  toData(): PatternStatsData {
    return { sources: this.#sources, series: this.#series, minutes: this.#minutes.toData() };
  }

  #sourceNumber(source: LogSource): number {
    const known = this.#sources.findIndex(({ evidence, file }) => evidence === source.evidence && file === source.file);
    if (known !== -1) return known;
    if (this.#sources.length < MOST_SOURCES) this.#sources.push(source);
    return this.#sources.length - 1;
  }
}

function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
}

type Span = Pick<Series, 'first' | 'last' | 'firstPlace' | 'lastPlace'>;

/** Widens the span of a series; true if the other one begins earlier. Of equal instants the lower place is first. */
function extend(known: OpenSeries, { first, last, firstPlace, lastPlace }: Span): boolean {
  const later = known.lastPlace === -1 || Number.isNaN(known.last) || last > known.last;
  if (
    (later && !(Number.isNaN(last) && !Number.isNaN(known.last))) ||
    (last === known.last && lastPlace > known.lastPlace)
  ) {
    known.last = last;
    known.lastPlace = lastPlace;
  }
  const timed = !Number.isNaN(first);
  const earlier =
    known.firstPlace === Infinity ||
    (timed && (Number.isNaN(known.first) || first < known.first)) ||
    ((first === known.first || (!timed && Number.isNaN(known.first))) && firstPlace < known.firstPlace);
  if (!earlier) return false;
  known.first = first;
  known.firstPlace = firstPlace;
  return true;
}
