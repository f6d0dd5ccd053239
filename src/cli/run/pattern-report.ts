import type { Finding } from '#core/errors';
import { type LogPattern, placeOf } from '#core/evidence/logs';
import { formatInstant, formatInZone } from '#core/time';
import type { LinePlace } from '#integrations/log-files';

import type { Stream } from '../terminal/screen.ts';
import { sparkline } from '../terminal/sparkline.ts';
import { renderTable } from '../terminal/table.ts';
import { printable, wrapText } from '../terminal/text-width.ts';
import { bytesText, type GatheredLogs, peakOf } from './gather-logs.ts';

/** How patterns are shown. */
interface Shown {
  readonly zone: string;
  readonly findings: readonly Finding[];
  readonly recordAt: (place: number) => LinePlace | undefined;
}

const SPARK_COLUMNS = 24;
/** What stands before a message, below its numbers. */
const INDENT = '     ';
const MINUTE = 60_000;

/** Patterns as a person reads them at night: what is new first, then what is worst, then what came first. */
export function patternLines(stream: Stream, gathered: GatheredLogs, shown: Shown): string[] {
  const { bold, dim, red, yellow } = stream.colours;
  const patterns = newFirst(gathered.told.patterns);
  if (patterns.length === 0) return [...headLines(stream, gathered), '  No record is in the window at this level.', ''];
  const hue = (text: string): string =>
    /fatal|error/u.test(text) ? red(text) : text.includes('warn') ? yellow(text) : dim(text);
  const range = rangeOf(gathered);
  const rows = patterns.map((pattern) => patternRow(pattern, gathered, { ...shown, range }));
  const [header = '', ...lines] = renderTable(
    [
      { header: '', style: bold },
      { header: 'level', style: hue },
      { header: 'count', align: 'right' },
      { header: 'per minute', max: SPARK_COLUMNS },
      { header: 'first' },
      { header: 'peak' },
      { header: 'last' },
      { header: 'first at', style: dim },
    ],
    rows,
    { width: Infinity, header: dim },
  );
  const width = Math.max(stream.width, 80) - INDENT.length;
  // The message has the whole width below its numbers: it is what people look for.
  const table = lines.flatMap((line, index) => [
    line,
    ...wrapText(printable(patterns[index]?.template ?? ''), width).map((text) => INDENT + bold(text)),
  ]);
  return [...headLines(stream, gathered), header, ...table, ''];
}

function headLines({ colours }: Stream, { told, logs }: GatheredLogs): string[] {
  const size = logs.reduce((sum, { plan }) => sum + plan.size, 0);
  const read = logs.reduce((sum, log) => sum + log.read, 0);
  const records = told.patterns.reduce((sum, { count }) => sum + count, 0);
  const files = `${String(logs.length)} ${logs.length === 1 ? 'log' : 'logs'}`;
  const note = `${grouped(records)} records, ${files} of ${bytesText(size)}, ${bytesText(read)} read`;
  const { length } = told.patterns;
  return ['', `${colours.bold(`${String(length)} ${length === 1 ? 'pattern' : 'patterns'}`)}  ${colours.dim(note)}`];
}

/** `1,204`, without the tables of all languages. */
function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}

function newFirst(patterns: readonly LogPattern[]): LogPattern[] {
  return patterns.toSorted((a, b) => Number(b.isNew ?? false) - Number(a.isNew ?? false));
}

/** First and last minute of all patterns, so that their lines can be compared. */
function rangeOf({ told }: GatheredLogs): { readonly from: number; readonly minutes: number } {
  const starts = told.patterns.flatMap(({ minutes }) => minutes[0]?.at ?? []);
  const ends = told.patterns.flatMap(({ minutes }) => minutes.at(-1)?.at ?? []);
  const from = starts.reduce((least, at) => Math.min(least, at), Infinity);
  const to = ends.reduce((most, at) => Math.max(most, at), from);
  return { from, minutes: Number.isFinite(from) ? Math.round((to - from) / MINUTE) + 1 : 0 };
}

function patternRow(
  pattern: LogPattern,
  gathered: GatheredLogs,
  { zone, recordAt, range }: Shown & { readonly range: ReturnType<typeof rangeOf> },
): string[] {
  const peak = peakOf(pattern);
  const clock = (at: number): string =>
    Number.isFinite(at) ? formatInZone(formatInstant(Math.floor(at)), zone, 'date-time') : '';
  const { source, offset } = placeOf(pattern.firstPlace);
  const line = recordAt(pattern.firstPlace)?.line;
  return [
    pattern.isNew === true ? 'new' : '',
    pattern.level ?? '',
    grouped(pattern.count),
    sparkline(spreadCounts(pattern, range), SPARK_COLUMNS),
    clock(pattern.first),
    peak === undefined ? '' : `${grouped(peak.count)} at ${clock(peak.at).slice(11)}`,
    clock(pattern.last),
    `${gathered.sources[source]?.file ?? ''}:${line === undefined ? `@${String(offset)}` : String(line)}`,
  ];
}

/** Counts for each column of a line over the whole range. */
function spreadCounts({ minutes }: LogPattern, range: { readonly from: number; readonly minutes: number }): number[] {
  const columns = Math.min(SPARK_COLUMNS, range.minutes);
  const counts = Array.from({ length: columns }, () => 0);
  for (const { at, count } of minutes) {
    const column = Math.floor((((at - range.from) / MINUTE) * columns) / range.minutes);
    counts[column] = Math.max(counts[column] ?? 0, count);
  }
  return counts;
}

/** The same as data, with every minute. Ids are those that `--assign` prints. */
export function patternsAsData(gathered: GatheredLogs, { recordAt, findings }: Shown): unknown {
  const ids = idsByTemplate(gathered);
  return {
    window: { from: instantOf(gathered.window.from), to: instantOf(gathered.window.to) },
    patterns: newFirst(gathered.told.patterns).map((pattern) => {
      const peak = peakOf(pattern);
      const { source, offset } = placeOf(pattern.firstPlace);
      return {
        id: ids.get(pattern.template) ?? null,
        template: pattern.template,
        level: pattern.level,
        new: pattern.isNew,
        count: pattern.count,
        services: pattern.services,
        first: instantOf(pattern.first),
        peak: peak === undefined ? null : { at: instantOf(peak.at), count: peak.count },
        last: instantOf(pattern.last),
        minutes: pattern.minutes.map(({ at, count }) => ({ at: instantOf(at), count })),
        example: {
          file: gathered.sources[source]?.file ?? null,
          line: recordAt(pattern.firstPlace)?.line ?? null,
          offset,
          raw: pattern.example.raw,
        },
      };
    }),
    logs: gathered.logs.map(({ plan, map, read, known }) => ({
      file: plan.name,
      evidence: plan.evidence,
      bytes: plan.size,
      read,
      known,
      first: instantOf(map.span.from),
      last: instantOf(map.span.to),
    })),
    findings,
  };
}

function idsByTemplate({ miner }: GatheredLogs): Map<string, number> {
  return new Map(
    Array.from({ length: miner.shapes }, (_, shape) => [miner.template(shape), miner.patternOf(shape) + 1] as const),
  );
}

function instantOf(epoch: number): string | null {
  return Number.isFinite(epoch) ? formatInstant(Math.floor(epoch)) : null;
}
