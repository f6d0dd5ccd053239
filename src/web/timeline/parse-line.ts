import { findTime, formatInstant, formatInZone, instantToEpoch, resolveTime, type WrittenTime } from '#core/time';

/** What a typed line says. */
export interface ParsedLine {
  /** Its time; null where it begins with none. */
  readonly at: WrittenTime | null;
  readonly text: string;
}

/** What completes a line: the zone on the screen, and an instant near which a time without a day is meant. */
export interface LineContext {
  readonly zone: string;
  readonly near: number;
}

const SEPARATOR = /^[\s*_`)\]>|:–—-]+/u;
const DAY_MS = 86_400_000;

/** Reads a line as `12:05 rolled back api`. A time without a day is that nearest to the context's instant. */
export function parseLine(line: string, context: LineContext): ParsedLine {
  const found = findTime(line, contextOn(context, context.near));
  if (found === null) return { at: null, text: line.trim() };
  const at = nearest(line, found.time, context);
  return { at, text: line.slice(found.end).replace(SEPARATOR, '').trim() };
}

function nearest(line: string, first: WrittenTime, context: LineContext): WrittenTime {
  const others = [-DAY_MS, DAY_MS].map((shift) => findTime(line, contextOn(context, context.near + shift))?.time);
  return others.reduce<WrittenTime>(
    (best, other) => (other !== undefined && distance(other, context) < distance(best, context) ? other : best),
    first,
  );
}

function distance({ instant }: WrittenTime, { near }: LineContext): number {
  return instant === null ? Infinity : Math.abs(instantToEpoch(instant) - near);
}

function contextOn({ zone }: LineContext, epoch: number): { day: string; zone: string; zoneStated: true } {
  return { day: formatInZone(formatInstant(epoch), zone, 'date'), zone, zoneStated: true };
}

/** Reads a text that is a time and nothing else; null where it is empty. One that is no time has no instant. */
export function parseTime(text: string, context: LineContext): WrittenTime | null {
  if (text.trim() === '') return null;
  const read = (shift: number): WrittenTime => resolveTime(text.trim(), contextOn(context, context.near + shift));
  return [-DAY_MS, DAY_MS]
    .map(read)
    .reduce<WrittenTime>((best, other) => (distance(other, context) < distance(best, context) ? other : best), read(0));
}
