import { formatInstant, timeFromEpoch, type WrittenTime } from '#core/time';

import { eventNames } from '../event-names.ts';
import type { EventCounts, EventSource, EvidenceEvent } from '../event-types.ts';
import { type LogSource, placeOf } from '../patterns/index.ts';
import { type LogPattern, MINUTE } from './summarise-patterns.ts';
import { drawnCounts, type StoryStep } from './tell-story.ts';

/** The record that stands at a byte offset of a log, or undefined where it cannot be read any more. */
export type RecordAt = (
  source: LogSource,
  offset: number,
) => { readonly line: number; readonly raw: string } | undefined;

/** What the events of a story are made with. */
export interface StoryContext {
  /** The logs that places refer to, as counters name them. */
  readonly sources: readonly LogSource[];
  /** Length of a counted minute, as in `LogPatterns`. */
  readonly width: number;
  readonly recordAt: RecordAt;
}

const LONGEST_TEXT = 500;

/**
 * Makes the event of one step, in words for people: `new error, first seen: …`, `peak, 214 a minute: …`, `last seen,
 * 1,392 in 37 min: …`. Onsets, returns and bursts carry how many records they stand for; they are errors where their
 * level says so. Peaks and ends are remarks about them.
 */
export function storyEvent(step: StoryStep, context: StoryContext): EvidenceEvent {
  const { pattern, place } = step;
  const source = sourceOf(place, pattern, context);
  const log = context.sources[placeOf(place).source];
  const [service, ...others] = pattern.services;
  const stands = step.minutes.length > 0;
  const at = writtenAt(step.at, log, !step.exact);
  const failed = pattern.level === 'error' || pattern.level === 'fatal';
  return {
    at,
    ...(stands && step.until > step.at ? { endedAt: writtenAt(step.until, log, false) } : {}),
    text: shortened(`${prefixOf(step)}${textOf(step)}${comparison(pattern)}`),
    kind: failed && stands ? 'error' : 'log',
    source,
    ...(others.length > 0 || service === undefined || service.name === null ? {} : { service: service.name }),
    ...(pattern.level === null || !stands ? {} : { level: pattern.level }),
    ...(stands ? { fold: foldOf(pattern), counts: countsOf(step, context.width) } : {}),
    ...detailsOf(step),
  };
}

function foldOf({ level, template }: LogPattern): string {
  return level === null ? template : `${level} ${template}`;
}

function writtenAt(epoch: number, log: LogSource | undefined, toTheMinute: boolean): WrittenTime {
  const at = Number.isNaN(epoch) ? Number.NaN : Math.floor(epoch);
  const time = timeFromEpoch(at, Number.isNaN(at) ? 'no time' : formatInstant(at), {
    precision: toTheMinute ? 'minute' : 'second',
    zone: log?.zone ?? 'UTC',
  });
  return { ...time, zoneStated: log?.zoneStated ?? false };
}

function sourceOf(place: number, pattern: LogPattern, { sources, recordAt }: StoryContext): EventSource {
  const { source, offset } = placeOf(place);
  const log = sources[source] ?? { evidence: '', file: '', format: '', zone: 'UTC', zoneStated: false };
  const record = place === pattern.firstPlace ? undefined : recordAt(log, offset);
  const { line = recordAt(log, offset)?.line ?? 0, raw = pattern.example.raw } = record ?? {};
  return { evidence: log.evidence, file: log.file, format: log.format, line, offset, raw };
}

/** What happened, before what it happened to. A record that came once says for itself what happened. */
function prefixOf({ kind, pattern, count, measure }: StoryStep): string {
  const what = pattern.level === null ? 'pattern' : pattern.level === 'fatal' ? 'fatal error' : pattern.level;
  switch (kind) {
    case 'onset':
      return pattern.isNew === true ? `new ${what}, first seen: ` : '';
    case 'return':
      return `seen again after ${minutesText(measure)}: `;
    case 'burst':
      return `burst, ${String(Math.round(measure))} times the usual: `;
    case 'peak':
      return `peak, ${figure(count)} a minute: `;
    case 'end':
      return `last seen, ${figure(count)} in ${minutesText(measure)}: `;
  }
}

/** The message itself where it opens something, the pattern where it goes on. */
function textOf({ kind, pattern }: StoryStep): string {
  return kind === 'onset' && pattern.example.message !== '' ? pattern.example.message : pattern.template;
}

/** Services beside each other, where a pattern comes from more than one: ` [cart 192, checkout-api 41]`. */
function comparison({ services }: LogPattern): string {
  if (services.length < 2) return '';
  return ` [${services.map(({ name, count }) => `${name ?? 'no service'} ${figure(count)}`).join(', ')}]`;
}

function detailsOf({ kind, pattern }: StoryStep): Pick<EvidenceEvent, 'details' | 'names'> {
  if (kind !== 'onset') return {};
  const { message, raw } = pattern.example;
  const feed = raw.search(/[\r\n]/u);
  const details = feed === -1 ? undefined : raw.slice(feed).trim();
  const named = pattern.services.flatMap(({ name }) => (name === null || pattern.services.length < 2 ? [] : [name]));
  const names =
    pattern.level === 'info' || pattern.level === 'debug' ? named : [...eventNames(message, details), ...named];
  return {
    ...(details === undefined || details === '' ? {} : { details }),
    ...(names.length === 0 ? {} : { names: [...new Set(names)] }),
  };
}

function countsOf({ kind, pattern, count, minutes }: StoryStep, width: number): EventCounts {
  const [first] = minutes;
  const from = first?.at ?? 0;
  const peak = minutes.reduce((most, minute) => (minute.count > most.count ? minute : most), { at: from, count: 0 });
  return {
    total: count,
    // A burst of what was there before is news.
    ...(pattern.isNew === false && kind !== 'burst' ? { known: true } : {}),
    peak: { minute: formatInstant(peak.at), count: peak.count },
    perMinute: { from: formatInstant(from), ...drawnCounts(minutes, width) },
  };
}

function minutesText(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE));
  if (minutes < 120) return `${String(minutes)} min`;
  return `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
}

function figure(value: number): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= LONGEST_TEXT ? line : `${line.slice(0, LONGEST_TEXT - 1)}…`;
}
