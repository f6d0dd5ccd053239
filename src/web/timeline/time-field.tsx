import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';

import { parseTime } from './parse-line.ts';
import { timeDetails } from './time-text.ts';
import type { TimelineEntry } from './timeline-entry.ts';
import type { WrittenTime } from '#core/time';

interface TimeFieldProps {
  readonly entry: TimelineEntry;
  readonly zone: string;
  /** Text to begin with: the time as it is shown. */
  readonly start: string;
  readonly near: number;
  readonly onCommit: (at: WrittenTime | null) => void;
  readonly onCancel: () => void;
}

/** A field for a time, with what is understood of it while one types. Empty takes the time away. */
export function TimeField({ entry, near, onCancel, onCommit, start, zone }: TimeFieldProps): ReactNode {
  const [text, setText] = useState(start);
  const hintId = useId();
  const context = { zone, near: entry.epoch ?? near };
  const at = parseTime(text, context);
  const isUnknown = at !== null && at.instant === null;
  const leave = (): void => {
    if (text === start || isUnknown) onCancel();
    else onCommit(at);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Enter' && !isUnknown) leave();
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
  };
  return (
    <span className="timeline-time-field">
      <input
        className="timeline-field"
        aria-label={`Time of the event, in ${zone}`}
        aria-describedby={hintId}
        aria-invalid={isUnknown}
        value={text}
        // The person asked for this field a moment ago.
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- see above
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      <output id={hintId} className="timeline-hint">
        {hintFor(at, zone)}
      </output>
    </span>
  );
}

function hintFor(at: WrittenTime | null, zone: string): string {
  if (at === null) return 'Empty: the event has no time.';
  if (at.instant === null)
    return `“${at.written}” is no time. Write it as 12:05, ~12:05, 12:05–12:20 or 2026-03-17 12:05.`;
  return timeDetails({ ...at, zoneStated: true }, zone);
}
