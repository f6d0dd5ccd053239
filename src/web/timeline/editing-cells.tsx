import { type ReactNode, useContext, useState } from 'react';

import { cellText, type SharedRow } from '#core/shared-doc';

import { InlineMarkdown } from '../markdown/markdown.tsx';
import { useEditing } from './editing-context.ts';
import { type CellName, SelectionContext } from './row-selection.ts';
import { SharedTextArea } from './shared-text-area.tsx';
import { TIMELINE } from './shared-timeline.ts';
import { TimeField } from './time-field.tsx';
import { timeText } from './time-text.ts';
import { retimeRow, splitRow, writeText, writeWho } from './timeline-edits.ts';
import type { TimelineEntry } from './timeline-entry.ts';

interface CellProps {
  readonly entry: TimelineEntry;
  readonly row: SharedRow;
}

/** Ends the editing of a cell; the focus goes back to its row. */
function useEndEditing(id: string): () => void {
  const selection = useContext(SelectionContext);
  const { focusRow } = useEditing();
  return () => {
    selection.set({ cell: null });
    focusRow(id);
  };
}

/** The time of a row while it is being changed. */
export function TimeEditor({ entry }: CellProps): ReactNode {
  const { near, session, zone } = useEditing();
  const end = useEndEditing(entry.id);
  return (
    <TimeField
      entry={entry}
      zone={zone}
      near={near()}
      start={entry.at === null ? '' : timeText(entry.at, zone)}
      onCancel={end}
      onCommit={(at) => {
        session.closeStep();
        retimeRow(session, entry.id, at);
        end();
      }}
    />
  );
}

/** The text or the notes of a row while somebody types into them. */
export function TextEditor({ entry, name, row }: CellProps & { readonly name: 'text' | 'notes' }): ReactNode {
  const { session, focusRow } = useEditing();
  const selection = useContext(SelectionContext);
  const end = useEndEditing(entry.id);
  const split = (place: number): void => {
    session.closeStep();
    const made = splitRow(session, entry.id, place);
    if (made === undefined) return;
    selection.set({ cell: null });
    focusRow(made);
  };
  return (
    <SharedTextArea
      text={cellText(row, { list: TIMELINE, key: name })}
      label={name === 'text' ? 'What happened' : 'Notes'}
      placeholder={name === 'text' ? 'What happened' : 'Notes, with sources or context'}
      onWrite={(next) => session.change(() => writeText(row, name, next))}
      onUndo={(isRedo) => (isRedo ? session.undo.redo() : session.undo.undo())}
      onDone={(how) => {
        if (how !== 'leave') end();
        else if (selection.state.focused === entry.id && selection.state.cell === name) selection.set({ cell: null });
      }}
      {...(name === 'text' && { onSplit: split })}
    />
  );
}

/** Who did it, while that is being changed. */
export function WhoEditor({ entry }: { readonly entry: TimelineEntry }): ReactNode {
  const { session } = useEditing();
  const end = useEndEditing(entry.id);
  const [who, setWho] = useState(entry.who ?? '');
  const leave = (): void => {
    if (who !== (entry.who ?? '')) {
      session.closeStep();
      writeWho(session, entry.id, who);
    }
    end();
  };
  return (
    <input
      className="timeline-field"
      aria-label="Who did or saw it"
      value={who}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person asked for this field a moment ago
      autoFocus
      onChange={(event) => setWho(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') leave();
        else if (event.key === 'Escape') end();
      }}
    />
  );
}

/** A cell as it reads; a click into it edits it. */
export function ReadCell({
  cell,
  children,
  entry,
}: {
  readonly cell: CellName;
  readonly entry: TimelineEntry;
  readonly children: ReactNode;
}): ReactNode {
  const selection = useContext(SelectionContext);
  return (
    // The keyboard does the same by Enter and letters on the row.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- see above
    <span
      className={`timeline-cell timeline-cell--${cell}`}
      onClick={(event) => {
        if ((event.target as HTMLElement).closest('a, button') !== null || event.shiftKey) return;
        if (getSelection()?.isCollapsed === false) return;
        selection.set({ focused: entry.id, anchor: entry.id, cell });
      }}
    >
      {children}
    </span>
  );
}

/** Markdown of a cell, or what could be there. */
export function CellMarkdown({ empty, text }: { readonly text: string; readonly empty: string }): ReactNode {
  return text === '' ? <span className="timeline-empty">{empty}</span> : <InlineMarkdown text={text} />;
}
