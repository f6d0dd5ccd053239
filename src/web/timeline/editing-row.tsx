import { type DragEvent, memo, type MouseEvent, type ReactNode, useContext } from 'react';

import type { SharedRow } from '#core/shared-doc';

import { Icon } from '../components/index.ts';
import { useLiveRow } from '../editor/use-live.ts';
import { CellMarkdown, ReadCell, TextEditor, TimeEditor, WhoEditor } from './editing-cells.tsx';
import { useEditing } from './editing-context.ts';
import { HighlightContext, useIsHighlighted } from './highlight.ts';
import { MomentBadges } from './moment-badges.tsx';
import { MomentMenu } from './moment-menu.tsx';
import { RowAttachments } from './row-attachments.tsx';
import { RowMenu } from './row-menu.tsx';
import { SelectionContext, useSelection } from './row-selection.ts';
import { RowOriginal, RowTime } from './row-time.tsx';
import { entryOfRow } from './shared-timeline.ts';

interface EditingRowProps {
  readonly row: SharedRow;
  readonly id: string;
  readonly day: string | undefined;
  readonly foldedCount: number;
  readonly isFolded: boolean;
  /** First row of the table, which the tabulator key reaches while no row has had the focus. */
  readonly isFirst: boolean;
}

/** Kind of what is dragged when a row is. */
export const ROW_DRAG = 'application/x-nevertwice-row';

/** One event of the table while it is edited. Renders again when this row changes, and never because of another. */
export const EditingRow = memo(function EditingRow(props: EditingRowProps): ReactNode {
  const { day, foldedCount, id, isFirst, isFolded, row } = props;
  useLiveRow(row);
  const entry = entryOfRow(row);
  const { zone } = useEditing();
  const highlight = useContext(HighlightContext);
  const selection = useContext(SelectionContext);
  const isPointed = useIsHighlighted(id);
  const isFocused = useSelection(({ focused }) => focused === id);
  const isSelected = useSelection(({ selected }) => selected.has(id));
  const isTabStop = useSelection(({ focused }) => focused === id || (focused === null && isFirst));
  const cell = useSelection((state) => (state.focused === id ? state.cell : null));
  const isOpen = useSelection(({ opened }) => opened.has(id));
  const isActive = isPointed || isFocused;
  const toggleOpen = (): void => {
    const opened = new Set(selection.state.opened);
    if (!opened.delete(id)) opened.add(id);
    selection.set({ opened });
  };
  return (
    <>
      {day !== undefined && (
        <tr className="timeline-day">
          <th colSpan={5} scope="rowgroup">
            {day}
          </th>
        </tr>
      )}
      <tr
        id={`event-${id}`}
        data-row={id}
        className="timeline-row timeline-row--editing"
        tabIndex={isTabStop ? 0 : -1}
        data-moment={entry.moments.length > 0}
        data-pointed={isPointed}
        data-selected={isSelected}
        data-folded={isFolded}
        aria-selected={isSelected}
        onFocus={() => {
          if (selection.state.focused !== id) selection.set({ focused: id, cell: null });
          highlight.point(id);
        }}
        onPointerEnter={() => highlight.point(id)}
        onPointerLeave={() => highlight.point(null)}
      >
        <td className="timeline-row__grip no-print">
          <RowGrip id={id} isSelected={isSelected} canMove={entry.epoch === null} />
        </td>
        <th scope="row" className="timeline-row__time">
          {cell === 'time' ? (
            <TimeEditor entry={entry} row={row} />
          ) : (
            <ReadCell cell="time" entry={entry}>
              <RowTime entry={entry} zone={zone} />
            </ReadCell>
          )}
          <RowOriginal entry={entry} zone={zone} />
        </th>
        <td className="timeline-row__what">
          <MomentBadges moments={entry.moments} marker={entry.marker} />
          {cell === 'text' ? (
            <TextEditor name="text" entry={entry} row={row} />
          ) : (
            <ReadCell cell="text" entry={entry}>
              <CellMarkdown text={entry.text} empty="What happened?" />
            </ReadCell>
          )}{' '}
          <RowAttachments entry={entry} />
          {cell === 'notes' && <TextEditor name="notes" entry={entry} row={row} />}
          {cell !== 'notes' && entry.notes !== undefined && (
            <div className="timeline-row__notes">
              <ReadCell cell="notes" entry={entry}>
                <CellMarkdown text={entry.notes} empty="" />
              </ReadCell>
            </div>
          )}
          {foldedCount > 0 && (
            <button type="button" className="timeline-fold" aria-expanded={isOpen} onClick={toggleOpen}>
              {foldedCount === 1 ? '1 event folded' : `${foldedCount} events folded`}
            </button>
          )}
        </td>
        <td className="timeline-row__who">
          {cell === 'who' ? (
            <WhoEditor entry={entry} />
          ) : (
            <ReadCell cell="who" entry={entry}>
              {entry.who ?? <span className="timeline-row__nobody">who</span>}
            </ReadCell>
          )}
        </td>
        <td className="timeline-row__tools no-print">
          {isActive && (
            <>
              <MomentMenu entry={entry} />
              <RowMenu entry={entry} />
            </>
          )}
        </td>
      </tr>
    </>
  );
});

interface RowGripProps {
  readonly id: string;
  readonly isSelected: boolean;
  readonly canMove: boolean;
}

function RowGrip({ canMove, id, isSelected }: RowGripProps): ReactNode {
  const selection = useContext(SelectionContext);
  const select = (event: MouseEvent): void => {
    const row = (event.currentTarget as HTMLElement).closest('tr');
    row?.dispatchEvent(new CustomEvent('timeline-select', { bubbles: true, detail: { id, isRange: event.shiftKey } }));
  };
  const drag = (event: DragEvent): void => {
    event.dataTransfer.setData(ROW_DRAG, id);
    event.dataTransfer.effectAllowed = 'move';
    selection.set({ focused: id });
  };
  return (
    <>
      <input
        type="checkbox"
        tabIndex={-1}
        checked={isSelected}
        aria-label="Select this event"
        onClick={select}
        onChange={() => undefined}
      />
      {canMove && (
        <span className="timeline-row__drag" draggable onDragStart={drag} title="Drag to another place">
          <Icon name="drag" />
        </span>
      )}
    </>
  );
}
