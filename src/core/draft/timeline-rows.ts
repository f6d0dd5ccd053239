import type { MomentKind, TimelineRow } from '#core/record';
import { toLine } from '#core/record';
import type { TimelineEvent } from '#core/timeline';
import { instantToEpoch, type WrittenTime } from '#core/time';

import { type DocumentClock, documentTimes } from './document-times.ts';
import type { ConfirmedMoment, EvidenceItem } from './draft-input.ts';
import type { DocumentStyle } from './document-style.data.ts';
import { plainMarkdown } from './plain-markdown.ts';

/** Names pieces of evidence in a document: `E2:117` is line 117 of the second. */
export type SourceNames = (event: TimelineEvent) => string | undefined;

/** Numbers the evidence in its order. */
export function sourceNames(evidence: readonly EvidenceItem[]): SourceNames {
  const ids = new Map(evidence.map((item, index) => [item.sha256, `E${index + 1}`]));
  return (event) => {
    const names = event.sources.flatMap((source) => {
      const id = ids.get(source.evidence);
      return id === undefined ? [] : [`${id}:${source.line}`];
    });
    return names.length === 0 ? undefined : [...new Set(names)].join(', ');
  };
}

/** Rows of a document's timeline, and the moments that no row stands for. */
export interface Rows {
  readonly rows: TimelineRow[];
  readonly moments: { kind: MomentKind; at: WrittenTime }[];
}

/** Makes rows out of events; each moment points to the row of its first event where that is the same time. */
export function timelineRows(
  events: readonly TimelineEvent[],
  moments: readonly ConfirmedMoment[],
  context: { readonly clock: DocumentClock; readonly names: SourceNames; readonly style: DocumentStyle },
): Rows {
  const { clock, names, style } = context;
  const instants = new Map(events.map((event) => [event.id, event.at.instant]));
  const listed = moments.filter((moment) => style.listed?.includes(moment.kind) === true);
  const pointing = moments.filter((moment) => !listed.includes(moment) && pointsTo(moment, instants));
  const byEvent = Map.groupBy(pointing, (moment) => moment.events[0]);
  const times = documentTimes(
    events.map((event) => event.at),
    clock,
  );
  const rows = events.map((event, index) => {
    const kinds = byEvent.get(event.id)?.map((moment) => moment.kind);
    return timelineRow(event, { at: times[index] ?? null, kinds, source: names(event), ...context });
  });
  const others = moments.filter((moment) => !listed.includes(moment) && !pointing.includes(moment));
  return { rows, moments: [...listedMoments(listed, clock), ...explicitMoments(others, clock)] };
}

/** A list of times is read like the timeline: in order, with a day where it changes. */
function listedMoments(moments: readonly ConfirmedMoment[], clock: DocumentClock): Rows['moments'] {
  const times = documentTimes(
    moments.map((moment) => moment.at),
    clock,
  );
  return moments.map(({ kind, at }, index) => ({ kind, at: times[index] ?? at }));
}

/** Each with its day, since no row gives it one. A time that does not resolve stays as it was written. */
function explicitMoments(moments: readonly ConfirmedMoment[], clock: DocumentClock): Rows['moments'] {
  const undated = { zone: clock.zone, day: undefined };
  return moments.map(({ kind, at }) => ({ kind, at: documentTimes([at], undated)[0] ?? at }));
}

/** A moment whose time was corrected by hand no longer is the time of its event. */
function pointsTo(moment: ConfirmedMoment, instants: ReadonlyMap<string, string | null>): boolean {
  const instant = instants.get(moment.events[0] ?? '') ?? null;
  return instant !== null && instant === moment.at.instant;
}

interface RowFacts {
  readonly at: WrittenTime | null;
  readonly kinds: MomentKind[] | undefined;
  readonly source: string | undefined;
  readonly clock: DocumentClock;
  readonly style: DocumentStyle;
}

function timelineRow(event: TimelineEvent, facts: RowFacts): TimelineRow {
  const { style, kinds } = facts;
  const who = plainMarkdown(event.actor ?? '');
  const source = facts.source === undefined ? undefined : toLine(facts.source);
  const speaker = style.who === 'text' && who !== undefined && event.kind === 'message' ? `${who}: ` : '';
  const citation = style.source === 'text' && source !== undefined ? ` (${source})` : '';
  return {
    at: facts.at,
    text: `${speaker}${rowText(event, facts)}${citation}`,
    ...(style.who === 'column' && who !== undefined && { who }),
    ...(style.source === 'notes' && source !== undefined && { notes: source }),
    ...(kinds !== undefined && { moments: kinds }),
    ...(style.source === 'field' && source !== undefined && { source }),
  };
}

function rowText(event: TimelineEvent, facts: RowFacts): string {
  const written = facts.at === null ? plainMarkdown(event.at.written) : undefined;
  const text = plainMarkdown(event.text) ?? event.kind;
  const undated = written === undefined ? text : `${text} (at ${written}, day or zone unknown)`;
  return isRepeated(event) ? `${undated} (${repetition(event, facts.clock)})` : undated;
}

/** Whether a fact happened again: one that several sources tell at one time is no repetition. */
export function isRepeated(event: TimelineEvent): boolean {
  const { at, until, count } = event;
  if (count < 2 || at.instant === null || until === undefined || until.instant === null) return false;
  return instantToEpoch(until.instant) - instantToEpoch(at.instant) >= 60_000;
}

/** `214 times until 14:03`. */
function repetition(event: TimelineEvent, clock: DocumentClock): string {
  const until = event.until === undefined ? undefined : documentTimes([event.until], clock)[0]?.written;
  return `${event.count} times${until === undefined ? '' : ` until ${until}`}`;
}
