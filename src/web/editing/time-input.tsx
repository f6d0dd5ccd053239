import type { ReactElement } from 'react';

import { formatInZone, resolveTime, type TimeContext, type WrittenTime } from '#core/time';

import { DraftInput } from './line-field.tsx';

interface TimeInputProps {
  readonly label: string;
  readonly path: string;
  readonly value: unknown;
  /** What completes a time that says no day or zone. */
  readonly context: TimeContext;
  readonly example: string;
  readonly onWrite: (time: WrittenTime | undefined) => void;
}

/** A time as people write it; what it is understood as stands beside it. */
export function TimeInput({ context, example, label, onWrite, path, value }: TimeInputProps): ReactElement {
  const time = isWrittenTime(value) ? value : undefined;
  return (
    <span className="time-input">
      <DraftInput
        aria-label={label}
        data-path={path}
        placeholder={example}
        value={time?.written ?? ''}
        onWrite={(text) => onWrite(text === undefined ? undefined : resolveTime(text, context))}
      />
      <span className="time-input__reading">{time !== undefined && readingOf(time, context)}</span>
    </span>
  );
}

function readingOf(time: WrittenTime, context: TimeContext): string {
  if (time.instant === null) return 'not understood as a time; kept as written';
  const zone = context.zone ?? 'UTC';
  return `${time.approximate ? '≈ ' : ''}${formatInZone(time.instant, zone, time.precision === 'day' ? 'date' : 'date-time')} ${zone}`;
}

function isWrittenTime(value: unknown): value is WrittenTime {
  return typeof value === 'object' && value !== null && 'written' in value;
}
