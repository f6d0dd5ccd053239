import type { Timeline } from '../types.ts';
import { csvTimeline } from './csv-timeline.ts';
import { jsonTimeline } from './json-timeline.ts';
import { listTimeline } from './list-timeline.ts';
import { mermaidTimeline } from './mermaid-timeline.ts';
import { svgTimeline } from './svg-timeline.ts';
import { tableTimeline } from './table-timeline.ts';
import { spansDays, type TimeStyle } from './time-text.ts';

/** Ways of writing a timeline. */
export type TimelineFormat = 'table' | 'list' | 'mermaid' | 'csv' | 'svg' | 'json';

/** Settings of {@link formatTimeline}. */
export interface TimelineFormatOptions {
  readonly format: TimelineFormat;
  /** Zone for showing times, IANA name or offset; `UTC` if absent. Must be one that `isZone` accepts. */
  readonly zone?: string;
  /** How finely times are shown, `minute` if absent. Data formats (`csv`, `json`) always keep the full precision. */
  readonly granularity?: 'minute' | 'second';
}

const WRITERS: Readonly<Record<TimelineFormat, (timeline: Timeline, style: TimeStyle) => string>> = {
  table: tableTimeline,
  list: listTimeline,
  mermaid: mermaidTimeline,
  csv: csvTimeline,
  svg: svgTimeline,
  json: jsonTimeline,
};

/**
 * Writes a timeline as text: `table` and `list` in Markdown with every event; `mermaid` with the events behind the
 * moments (all of them where there are no moments); `csv` by RFC 4180, safe to open in a spreadsheet; `svg` to scale,
 * readable in light and dark; `json` with everything.
 */
export function formatTimeline(timeline: Timeline, options: TimelineFormatOptions): string {
  const zone = options.zone ?? 'UTC';
  const times = timeline.events.map((event) => event.at);
  const style = { zone, granularity: options.granularity ?? 'minute', withDate: spansDays(times, zone) } as const;
  return WRITERS[options.format](timeline, style);
}
