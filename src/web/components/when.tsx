import type { ReactElement } from 'react';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });

const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number, until: number])[] = [
  ['minute', 60, 3600],
  ['hour', 3600, 86_400],
  ['day', 86_400, 7 * 86_400],
];

interface WhenProps {
  /** A UTC instant. */
  readonly at: string;
  /** IANA name; the reader's own where absent. */
  readonly zone?: string;
}

/** A day: `23 Feb 2026`. The exact moment when one points at it. */
export function Day({ at, zone }: WhenProps): ReactElement {
  const date = new Date(at);
  const format = zone === undefined ? day : new Intl.DateTimeFormat('en-GB', { ...dayParts, timeZone: zone });
  return (
    <time dateTime={at} title={exact.format(date)}>
      {format.format(date)}
    </time>
  );
}

const dayParts = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/** How long ago, up to a week; the day before that. */
export function Ago({ at }: WhenProps): ReactElement {
  const date = new Date(at);
  const seconds = (date.getTime() - Date.now()) / 1000;
  const age = Math.abs(seconds);
  const step = STEPS.find(([, , until]) => age < until);
  const text =
    age < 60 ? 'just now' : step ? relative.format(Math.round(seconds / step[1]), step[0]) : day.format(date);
  return (
    <time dateTime={at} title={exact.format(date)}>
      {text}
    </time>
  );
}
