import { isZone, resolveTime, type WrittenTime } from '#core/time';

import { EventCollector, timeContext } from '../event-collector.ts';
import type { Span } from '../source-text.ts';
import type { EvidenceText, Format, ReadContext, Reading, Sample } from '../types.ts';

const ID = 'ical';
const PROPERTY = /^([A-Z][A-Z-]*)((?:;[^:;="]+=(?:"[^"]*"|[^:;"]*))*):(.*)$/iu;
const MOMENT = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/u;

/** iCalendar files (RFC 5545): every VEVENT is one event. Recurrences are not expanded. */
export const calendar: Format = { id: ID, label: 'Calendar (iCal)', recognise, read };

function recognise({ lines }: Sample): number {
  return /^BEGIN:(?:VCALENDAR|VEVENT)\s*$/iu.test(lines[0] ?? '') ? 0.99 : 0;
}

interface Property {
  readonly zone: string | undefined;
  readonly value: string;
}

function read(input: EvidenceText, context: ReadContext): Reading {
  const events = new EventCollector(input, ID, context);
  for (const { span, properties } of blocksOf(events)) {
    const at = timeOf(properties.get('DTSTART'), context);
    const title = plain(properties.get('SUMMARY')?.value ?? 'Event without a title');
    if (at === null) {
      const message = `The calendar event “${title.slice(0, 80)}” has no time that can be read.`;
      events.remark(span.start, { code: 'event-without-time', message, help: 'Give it a DTSTART.' });
      continue;
    }
    const uid = properties.get('UID')?.value;
    events.add(span, {
      at,
      endedAt: timeOf(properties.get('DTEND'), context) ?? undefined,
      text: title,
      kind: 'note',
      actor: properties.get('ORGANIZER')?.value.replace(/^mailto:/iu, ''),
      key: uid === undefined ? undefined : `ical:${uid}:${at.written}`,
      details: plain(properties.get('DESCRIPTION')?.value ?? '') || undefined,
    });
  }
  return events.reading();
}

/** Lines that start with a blank continue the one above. The first value of a property counts. */
function* blocksOf({ index }: EventCollector): Generator<{ span: Span; properties: Map<string, Property> }> {
  let open: { start: number; end: number; lines: string[] } | undefined;
  for (const { text, start, end } of index.lines()) {
    if (/^BEGIN:VEVENT\s*$/iu.test(text)) open = { start, end, lines: [] };
    else if (open === undefined) continue;
    else if (/^END:VEVENT\s*$/iu.test(text)) {
      yield { span: { start: open.start, end }, properties: propertiesOf(open.lines) };
      open = undefined;
    } else if (/^[ \t]/u.test(text) && open.lines.length > 0)
      open.lines.push(`${open.lines.pop() ?? ''}${text.slice(1)}`);
    else open.lines.push(text);
    if (open !== undefined) open.end = end;
  }
  if (open !== undefined) yield { span: open, properties: propertiesOf(open.lines) };
}

function propertiesOf(lines: readonly string[]): Map<string, Property> {
  const properties = new Map<string, Property>();
  for (const line of lines) {
    const match = PROPERTY.exec(line);
    const name = match?.[1]?.toUpperCase();
    if (match === null || name === undefined || properties.has(name)) continue;
    const zone = /;TZID="?([^;:"]+)/iu.exec(match[2] ?? '')?.[1];
    properties.set(name, { zone, value: match[3] ?? '' });
  }
  return properties;
}

/** Times without `Z` are in their TZID; names of zones that are not known fall back to the assumed zone. */
function timeOf(property: Property | undefined, context: ReadContext): WrittenTime | null {
  const match = MOMENT.exec(property?.value.trim() ?? '');
  if (property === undefined || match === null) return null;
  const [, year, month, day, hour, minute, second, zulu] = match;
  const clock = hour === undefined ? '' : `T${hour}:${minute}:${second}${zulu}`;
  const stated = property.zone !== undefined && isZone(property.zone) ? { zone: property.zone, zoneStated: true } : {};
  const time = resolveTime(`${year}-${month}-${day}${clock}`, { ...timeContext(context), ...stated });
  return time.instant === null ? null : { ...time, written: property.value.trim() };
}

/** Undoes the escapes of RFC 5545, section 3.3.11. */
function plain(value: string): string {
  return value.replaceAll(/\\([nN,;\\])/gu, (_, escaped: string) => (/n/iu.test(escaped) ? '\n' : escaped)).trim();
}
