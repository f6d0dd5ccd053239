import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react';

import { formatInZone, instantToEpoch } from '#core/time';

import { showToast } from '../components/index.ts';
import { useEditing } from './editing-context.ts';
import { type ParsedLine, parseLine } from './parse-line.ts';
import { dayLabel } from './time-ticks.ts';
import { timeText } from './time-text.ts';
import { addEvents } from './timeline-edits.ts';

/** Adds events in one line each: `12:05 rolled back api`. Several lines can be pasted at once. */
export function AddLine({ children }: { readonly children: ReactNode }): ReactNode {
  const { focusRow, near, session, zone } = useEditing();
  const [line, setLine] = useState('');
  const hintId = useId();
  const parsed = line.trim() === '' ? undefined : parseLine(line, { zone, near: near() });

  const add = (lines: readonly string[]): void => {
    const context = { zone, near: near() };
    const events = lines.map((each) => parseLine(each, context)).filter(({ text }) => text !== '');
    session.closeStep();
    const ids = addEvents(session, events);
    setLine('');
    const last = ids.at(-1);
    if (last !== undefined) showRow(last);
    if (ids.length > 1)
      showToast({ text: `${ids.length} events added.`, action: { label: 'Undo', run: () => session.undo.undo() } });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && parsed !== undefined && parsed.text !== '') add([line]);
    else if (event.key === 'Escape' && line !== '') setLine('');
    else if (event.key === 'ArrowUp') focusLast(event.currentTarget, focusRow);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPaste = (event: ClipboardEvent): void => {
    const lines = event.clipboardData.getData('text/plain').split(/\r?\n/u);
    const filled = lines.filter((each) => each.trim() !== '');
    if (filled.length < 2) return;
    event.preventDefault();
    add(filled);
  };
  return (
    <div className="timeline-add no-print">
      <input
        className="timeline-add__field"
        data-timeline-add
        aria-label="Add an event"
        aria-describedby={hintId}
        placeholder="Add an event: 12:05 rolled back api"
        value={line}
        enterKeyHint="done"
        onChange={(event) => setLine(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <div className="timeline-add__foot">
        <output id={hintId} className="timeline-add__hint">
          {parsed === undefined ? 'Enter adds it where its time belongs.' : preview(parsed, zone)}
        </output>
        {children}
      </div>
    </div>
  );
}

function preview({ at, text }: ParsedLine, zone: string): string {
  if (text === '') return 'Write what happened behind the time.';
  if (at === null) return 'No time: it will stand at the end, and can be moved.';
  if (at.instant === null) return `“${at.written}” is kept as the time, though it says no instant.`;
  const utc = zone === 'UTC' ? '' : ` = ${formatInZone(at.instant, 'UTC', 'time')} UTC`;
  return `${dayLabel(instantToEpoch(at.instant), zone)}, ${timeText(at, zone)} ${zone}${utc}`;
}

function showRow(id: string): void {
  requestAnimationFrame(() => {
    document.getElementById(`event-${id}`)?.scrollIntoView({ block: 'nearest' });
  });
}

function focusLast(field: HTMLElement, focusRow: (id: string) => void): void {
  const rows = field.closest('.timeline')?.querySelectorAll<HTMLElement>('tr[data-row]');
  const id = rows?.item(rows.length - 1).dataset['row'];
  if (id !== undefined) focusRow(id);
}
