import type { ReactElement } from 'react';

import { useNow } from './now.ts';

const PARTS = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const TO_SECONDS = { ...PARTS, hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' } as const;
const ownDay = new Intl.DateTimeFormat('en-US', PARTS);
const ownMoment = new Intl.DateTimeFormat('en-US', { ...TO_SECONDS, hourCycle: 'h23' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });
const dayFormats = new Map<string, Intl.DateTimeFormat>();

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number, until: number])[] = [
  ['minute', MINUTE, HOUR],
  ['hour', HOUR, DAY],
  ['day', DAY, 7 * DAY],
];

function dayFormat(zone: string | undefined): Intl.DateTimeFormat {
  if (zone === undefined) return ownDay;
  const format = dayFormats.get(zone) ?? new Intl.DateTimeFormat('en-US', { ...PARTS, timeZone: zone });
  dayFormats.set(zone, format);
  return format;
}

/** `23 Feb 2026`: the day first, every month of three letters. */
function dayText(date: Date, format: Intl.DateTimeFormat): string {
  const parts = new Map(format.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${parts.get('day') ?? ''} ${parts.get('month') ?? ''} ${parts.get('year') ?? ''}`;
}

interface DayProps {
  /** A UTC instant. */
  readonly at: string;
  /** IANA name; the reader's own where absent. */
  readonly zone?: string;
}

/** A day: `23 Feb 2026`. The exact moment when one points at it. */
export function Day({ at, zone }: DayProps): ReactElement {
  const date = new Date(at);
  return (
    <time dateTime={at} title={exact.format(date)}>
      {dayText(date, dayFormat(zone))}
    </time>
  );
}

/** How long ago, up to a week; the day, after that. */
export function Ago({ at }: { readonly at: string }): ReactElement {
  const date = new Date(at);
  const seconds = (date.getTime() - useNow()) / 1000;
  return (
    <time dateTime={at} title={exact.format(date)}>
      {agoText(seconds) ?? dayText(date, ownDay)}
    </time>
  );
}

function agoText(seconds: number): string | undefined {
  const age = Math.abs(seconds);
  if (age < MINUTE) return 'just now';
  const step = STEPS.find(([, , until]) => age < until);
  return step && relative.format(Math.round(seconds / step[1]), step[0]);
}

/** A moment to the second, in the reader's own zone: `23 Feb 2026 14:03:05 GMT+1`. */
export function Moment({ at }: { readonly at: string }): ReactElement {
  const date = new Date(at);
  const parts = new Map(ownMoment.formatToParts(date).map(({ type, value }) => [type, value]));
  const clock = ['hour', 'minute', 'second'].map((part) => parts.get(part as 'hour') ?? '').join(':');
  return (
    <time dateTime={at}>
      {dayText(date, ownMoment)} {clock} {parts.get('timeZoneName')}
    </time>
  );
}
