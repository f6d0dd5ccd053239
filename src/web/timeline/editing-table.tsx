import {
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

import type { SharedRow } from '#core/shared-doc';

import { AttachDialog } from './attach-dialog.tsx';
import { ChunkedRows } from './chunked-rows.tsx';
import { CommandContext } from './command-context.ts';
import { EditingRow, ROW_DRAG } from './editing-row.tsx';
import { useEditing } from './editing-context.ts';
import { type RowCommand, rowCommand } from './row-keys.ts';
import { rowsBetween, SelectionContext, useSelection } from './row-selection.ts';
import { runRowCommand } from './run-row-command.ts';
import { SelectionBar } from './selection-bar.tsx';
import { entryOfRow } from './shared-timeline.ts';
import { placeRow } from './timeline-edits.ts';
import { useImagesOf } from './use-images-of.ts';
import { longDay } from './time-text.ts';
import type { TimelineShape } from './use-timeline-shape.ts';

/** The timeline as a table that is edited: by clicks into its cells, and by keys on its rows. */
export function EditingTable({
  needed,
  shape,
}: {
  readonly shape: TimelineShape;
  readonly needed: string | null;
}): ReactNode {
  const editing = useEditing();
  const selection = useContext(SelectionContext);
  const table = useRef<HTMLTableElement>(null);
  const [attachTo, setAttachTo] = useState<string | null>(null);
  const opened = useSelection((state) => state.opened);
  const ids = useMemo(
    () => shape.top.flatMap((id) => (opened.has(id) ? [id, ...(shape.under.get(id) ?? [])] : [id])),
    [shape, opened],
  );

  const run = useCallback(
    (command: RowCommand, id?: string) => {
      if (id !== undefined && id !== selection.state.focused) selection.set({ focused: id, cell: null });
      const row = (of: string): HTMLElement | null => document.getElementById(`event-${of}`);
      runRowCommand(command, {
        ...editing,
        selection,
        ids,
        hasTime: (of) => entryOf(shape, of)?.epoch !== null,
        openMoments: (of) => row(of)?.querySelector<HTMLElement>('[data-moment-trigger]')?.click(),
        openAttach: setAttachTo,
        focusAdd: () => table.current?.closest('.timeline')?.querySelector<HTMLElement>('[data-timeline-add]')?.focus(),
      });
    },
    [editing, selection, ids, shape],
  );
  useRangeSelection(table, ids);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLTableRowElement) || event.nativeEvent.isComposing) return;
    const command = rowCommand(event);
    // With nothing to clear, Escape is for whatever is around the table.
    if (command === undefined || (command === 'clear' && selection.state.selected.size === 0)) return;
    event.preventDefault();
    event.stopPropagation();
    run(command);
  };
  const renderRow = useCallback(
    (id: string) => {
      const row = shape.rows.get(id);
      const day = shape.days.get(id);
      return (
        row && (
          <EditingRow
            key={id}
            {...{ id, row }}
            day={day === undefined ? undefined : longDay(day)}
            foldedCount={shape.under.get(id)?.length ?? 0}
            isFolded={shape.folded.has(id)}
            isFirst={id === shape.top[0]}
          />
        )
      );
    },
    [shape],
  );
  const faceOf = useCallback((id: string) => faceIn(shape, id), [shape]);
  const drops = useRowDrops(ids);
  const images = useImagesOf(editing.session);
  return (
    <CommandContext value={run}>
      <table
        ref={table}
        className="timeline-table timeline-table--editing"
        aria-rowcount={ids.length + 1}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose rows have the focus
        role="grid"
        aria-multiselectable
        data-who="true"
        onKeyDown={onKeyDown}
        {...drops}
        onPaste={images.paste}
        onDrop={(event) => {
          images.drop(event);
          drops.onDrop(event);
        }}
      >
        <caption className="visually-hidden">
          Timeline, times in {editing.zone}. Arrow keys go from event to event, Enter edits.
        </caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Select</th>
            <th scope="col">Time</th>
            <th scope="col">What happened</th>
            <th scope="col">Who</th>
            <th scope="col">More</th>
          </tr>
        </thead>
        <ChunkedRows ids={ids} needed={needed} renderRow={renderRow} faceOf={faceOf} />
      </table>
      <SelectionBar />
      {attachTo !== null && <AttachDialog id={attachTo} onClose={() => setAttachTo(null)} />}
    </CommandContext>
  );
}

const serials = new WeakMap<SharedRow, number>();
let lastSerial = 0;

/** Everything that a row of the table depends on besides its own content. A row that comes back by undo is another one. */
function faceIn(shape: TimelineShape, id: string): string {
  const row = shape.rows.get(id);
  if (row !== undefined && !serials.has(row)) serials.set(row, (lastSerial += 1));
  const serial = row === undefined ? 0 : (serials.get(row) ?? 0);
  const isFirst = id === shape.top[0];
  return [serial, shape.days.get(id), shape.under.get(id)?.length, shape.folded.has(id), isFirst].join(' ');
}

function entryOf(shape: TimelineShape, id: string): ReturnType<typeof entryOfRow> | undefined {
  const row = shape.rows.get(id);
  return row && entryOfRow(row);
}

/** Boxes select; with Shift everything up to the one before. */
function useRangeSelection(table: { readonly current: HTMLElement | null }, ids: readonly string[]): void {
  const selection = useContext(SelectionContext);
  useEffect(() => {
    const element = table.current;
    const select = (event: Event): void => {
      const { id, isRange } = (event as CustomEvent<{ id: string; isRange: boolean }>).detail;
      const selected = new Set(selection.state.selected);
      const anchor = selection.state.anchor ?? id;
      if (isRange) for (const each of rowsBetween(ids, anchor, id)) selected.add(each);
      else if (!selected.delete(id)) selected.add(id);
      selection.set({ selected, anchor: id, focused: id, cell: null });
    };
    element?.addEventListener('timeline-select', select);
    return () => element?.removeEventListener('timeline-select', select);
  }, [table, ids, selection]);
}

/** Rows without a time can be dropped between others. */
function useRowDrops(ids: readonly string[]): {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
} {
  const { session } = useEditing();
  return {
    onDragOver: (event) => {
      const { types } = event.dataTransfer;
      if (types.includes(ROW_DRAG) || types.includes('Files')) event.preventDefault();
    },
    onDrop: (event) => {
      const id = event.dataTransfer.getData(ROW_DRAG);
      const row = (event.target as HTMLElement).closest<HTMLElement>('tr[data-row]');
      const over = row?.dataset['row'];
      if (id === '' || row === null || over === undefined || over === id) return;
      event.preventDefault();
      const { height, top } = row.getBoundingClientRect();
      const isAbove = event.clientY < top + height / 2;
      session.closeStep();
      placeRow(session, id, isAbove ? (ids[ids.indexOf(over) - 1] ?? null) : over);
    },
  };
}
