import type { EvidenceEvent, EventSource } from '#core/evidence';
import type { WrittenTime } from '#core/time';

type Extra = Partial<Omit<EvidenceEvent, 'at' | 'text' | 'source'>> &
  Partial<EventSource> &
  Partial<Pick<WrittenTime, 'precision' | 'approximate'>>;

/** An event of 23 February 2026 (or of a full instant), from `logs/api.log` unless told otherwise; null has no time. */
export function sampleEvent(time: string | null, text: string, extra: Extra = {}): EvidenceEvent {
  const {
    file = 'logs/api.log',
    evidence,
    format = 'test',
    line = 1,
    offset,
    raw,
    precision,
    approximate,
    ...rest
  } = extra;
  const instant = time === null || time.includes('T') ? time : `2026-02-23T${time.length === 5 ? `${time}:00` : time}Z`;
  const at: WrittenTime = {
    written: time ?? '??:??',
    instant,
    precision: precision ?? (instant === null ? 'unknown' : 'second'),
    approximate: approximate ?? false,
    zone: instant === null ? null : 'UTC',
    zoneStated: true,
  };
  const source = {
    evidence: evidence ?? `sha-${file}`,
    file,
    format,
    line,
    offset: offset ?? places++,
    raw: raw ?? text,
  };
  return { at, text, kind: 'note', source, ...rest };
}

let places = 0;
