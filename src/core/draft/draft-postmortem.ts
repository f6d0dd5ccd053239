import type { Finding } from '#core/errors';
import { type DurationResult, formatDurationResult } from '#core/metrics';
import type { Postmortem } from '#core/record';
import { resolveRecord, toLine } from '#core/record';
import { resolveTime, type WrittenTime } from '#core/time';
import type { ImpactPeriod, TimelineEvent } from '#core/timeline';

import { type Curation, curateEvents } from './curate-events.ts';
import { dayOf, type DocumentClock, documentTimes } from './document-times.ts';
import type { DraftInput, EvidenceItem } from './draft-input.ts';
import { DEFAULT_STYLE, DOCUMENT_STYLES, type DocumentStyle } from './document-style.data.ts';
import { affectedSystems, statedLinks, statedRoles, statedSeverity } from './stated-facts.ts';
import { suspectPrompts } from './suspect-prompts.ts';
import { sourceNames, timelineRows } from './timeline-rows.ts';

/** A first draft and what a reader of it should know. */
export interface Draft {
  readonly record: Postmortem;
  readonly findings: readonly Finding[];
}

/**
 * Fills a new document with what the evidence supports: times, timeline, moments, durations, severity, roles, systems,
 * alerts, links, evidence with hashes, and the suspects as a question. What `base` states already stays; what only
 * people know stays absent. Deterministic; never throws on any timeline.
 */
export function draftPostmortem(input: DraftInput): Draft {
  const { base, timeline } = input;
  const clock = documentClock(input);
  const style = documentStyle(input);
  const names = sourceNames(input.evidence);
  const curation = curateEvents(timeline, {
    keep: new Set(input.moments.flatMap((moment) => moment.events.slice(0, 1))),
    all: input.allEvents === true,
  });
  const { rows, moments } = timelineRows(curation.events, input.moments, {
    clock,
    names,
    style,
  });
  const links = statedLinks(timeline);
  const record = resolveRecord({
    ...base,
    ...present('severity', base.severity ?? statedSeverity(timeline.events)),
    ...present('incident', incident(base, clock)),
    ...present('roles', filled({ ...statedRoles(timeline.events), ...base.roles })),
    ...present('impact', impact(input, { clock, statusPage: links.statusPage })),
    timelineZone: input.zone,
    timeline: rows,
    ...present('moments', moments.length === 0 ? undefined : moments),
    ...present('durations', statedDurations(input.durations)),
    ...present('related', filled({ ...links.related, ...base.related })),
    ...withSuspects(base, suspectPrompts(timeline, { clock, names })),
    ...present('evidence', evidenceItems(input.evidence)),
  });
  return { record, findings: [...leftOutFinding(curation), ...durationFindings(input.durations)] };
}

function documentStyle({ base, sourceFields }: DraftInput): DocumentStyle {
  const style = DOCUMENT_STYLES[base.dialect ?? ''] ?? DEFAULT_STYLE;
  return sourceFields === true ? { ...style, source: 'field' } : style;
}

/** The stated day, else that of the first impact, of a moment, of the first event. */
function documentClock(input: DraftInput): DocumentClock {
  const { zone } = input;
  const stated = /\d{4}-\d\d-\d\d/u.exec(input.base.incident?.date?.written ?? '')?.[0];
  if (stated !== undefined) return { zone, day: stated };
  const started = input.moments.find((moment) => moment.kind === 'impact-started');
  const candidates = [
    started?.at.instant,
    input.timeline.impactPeriods[0]?.from.instant,
    ...input.moments.map((moment) => moment.at.instant),
    firstInstant(input.timeline.events),
  ];
  const instant = candidates.find((candidate) => typeof candidate === 'string');
  return { zone, day: typeof instant === 'string' ? dayOf(instant, zone) : undefined };
}

function firstInstant(events: readonly TimelineEvent[]): string | null {
  return events.find((event) => event.at.instant !== null)?.at.instant ?? null;
}

function incident(base: Postmortem, clock: DocumentClock): Postmortem['incident'] {
  if (base.incident?.date !== undefined || clock.day === undefined) return base.incident;
  return { ...base.incident, date: resolveTime(clock.day, { zone: clock.zone, zoneStated: true }) };
}

function impact(
  input: DraftInput,
  facts: { readonly clock: DocumentClock; readonly statusPage: string | undefined },
): Postmortem['impact'] {
  const systems = affectedSystems(input.timeline);
  const periods = impactPeriods(input.timeline.impactPeriods, facts.clock);
  return filled({
    ...(systems.length > 0 && { systems }),
    ...(periods.length > 0 && { periods }),
    ...(facts.statusPage !== undefined && { statusPage: facts.statusPage }),
    ...input.base.impact,
  });
}

/** All in one column, so that a day stands where it changes. */
function impactPeriods(
  periods: readonly ImpactPeriod[],
  clock: DocumentClock,
): { from: WrittenTime; to: WrittenTime | null }[] {
  const column = periods.flatMap((period) => (period.to === null ? [period.from] : [period.from, period.to]));
  const times = documentTimes(column, clock);
  return periods.flatMap((period) => {
    const from = times.shift() ?? null;
    const to = period.to === null ? null : (times.shift() ?? null);
    return from === null ? [] : [{ from, to }];
  });
}

function statedDurations(results: readonly DurationResult[]): Postmortem['durations'] {
  const known = results.filter((result) => result.value.kind !== 'unknown');
  if (known.length === 0) return undefined;
  return Object.fromEntries(known.map((result) => [result.id, { written: formatDurationResult(result) }]));
}

/** Into the root-cause section, where text of the template's kind is read back from; what stands there stays. */
function withSuspects(base: Postmortem, found: readonly string[]): Partial<Postmortem> {
  const suspects = base.suspects ?? [...found];
  return suspects.length === 0 ? {} : { suspects };
}

function evidenceItems(evidence: readonly EvidenceItem[]): Postmortem['evidence'] {
  const items = evidence.flatMap((item, index) => {
    const file = toLine(item.file);
    const format = toLine(item.format);
    if (file === undefined) return [];
    const facts = { id: `E${index + 1}`, file, sha256: item.sha256, events: String(item.events) };
    return [format === undefined ? facts : { ...facts, format }];
  });
  return items.length === 0 ? undefined : items;
}

function leftOutFinding(curation: Curation): Finding[] {
  if (curation.leftOut === 0) return [];
  return [
    {
      code: 'events-left-out',
      severity: 'info',
      message: `The document's timeline shows the events that tell the incident (${curation.events.length}) and leaves out ${curation.leftOut}.`,
      help: 'See them with "nevertwice timeline", or write them all with --all-events.',
    },
  ];
}

function durationFindings(results: readonly DurationResult[]): Finding[] {
  return results.flatMap((result) => (result.finding === undefined ? [] : [result.finding]));
}

/** The property where it has a value; optional fields are absent rather than undefined. */
function present<Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}

function filled<Fields extends object>(fields: Fields): Fields | undefined {
  return Object.keys(fields).length === 0 ? undefined : fields;
}
