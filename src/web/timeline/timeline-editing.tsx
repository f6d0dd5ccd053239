import { type ReactNode, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';

import type { Postmortem } from '#core/record';
import { listAt, orderedRows, readRow } from '#core/shared-doc';

import type { LiveSession } from '../editor/live-session.ts';
import { useLiveList } from '../editor/use-live.ts';
import { AddLine } from './add-line.tsx';
import { type Editing, EditingContext } from './editing-context.ts';
import { EditingTable } from './editing-table.tsx';
import { createHighlight, HighlightContext } from './highlight.ts';
import { pictureSubject } from './picture-geometry.ts';
import { createRowSelection, SelectionContext } from './row-selection.ts';
import { documentZone, entriesOfDoc, incidentDay } from './shared-timeline.ts';
import './timeline.css';
import './timeline-editing.css';
import { layoutFor } from './timeline-reading.tsx';
import { moveRowTo } from './timeline-edits.ts';
import { TimelinePicture } from './timeline-picture.tsx';
import { useSize } from './use-size.ts';
import { useTimelineEntries, useTimelineShape } from './use-timeline-shape.ts';
import { ZoneSelect } from './zone-select.tsx';

interface TimelineEditingProps {
  readonly session: LiveSession;
  /** Zone to show and type times in at first. */
  readonly zone: string;
}

/** The timeline for editing: the picture, in which events can be dragged, and the table with its cells. */
export function TimelineEditing({ session, zone: first }: TimelineEditingProps): ReactNode {
  const room = useRef<HTMLDivElement>(null);
  const { width } = useSize(room);
  const [highlight] = useState(createHighlight);
  const [selection] = useState(createRowSelection);
  const [chosenZone, setZone] = useState<string>();
  const zone = chosenZone ?? first;
  const [needed, setNeeded] = useState<string | null>(null);
  const shape = useTimelineShape(session.doc, zone);
  const focusRow = useCallback(
    (id: string) => {
      setNeeded(id);
      selection.set({ focused: id, cell: null });
      // A row that was moved loses the focus when it is put elsewhere, which happens before the next task.
      queueMicrotask(() => {
        if (!focusElement(id)) requestAnimationFrame(() => focusElement(id));
      });
    },
    [selection],
  );
  const editing = useMemo<Editing>(
    () => ({ session, zone, focusRow, near: () => nearOf(session, selection.state.focused) }),
    [session, zone, focusRow, selection],
  );
  const { layout, orientation } = layoutFor(width);
  return (
    <EditingContext value={editing}>
      <SelectionContext value={selection}>
        <HighlightContext value={highlight}>
          <div ref={room} className="timeline-room">
            <div className="timeline timeline--editing" data-layout={layout}>
              {width > 0 && <EditingPicture orientation={orientation} session={session} zone={zone} />}
              <div className="timeline__rows">
                <EditingTable shape={shape} needed={needed} />
                <AddLine>
                  <ZoneSelect zone={zone} documentZone={documentZone(session.doc)} onChange={setZone} />
                </AddLine>
              </div>
            </div>
          </div>
        </HighlightContext>
      </SelectionContext>
    </EditingContext>
  );
}

interface EditingPictureProps {
  readonly session: LiveSession;
  readonly zone: string;
  readonly orientation: 'down' | 'across';
}

/** The picture follows the typing when there is time for it. */
function EditingPicture({ orientation, session, zone }: EditingPictureProps): ReactNode {
  const entries = useDeferredValue(useTimelineEntries(session.doc));
  const periods = useLiveList(session, 'impact.periods');
  const subject = useMemo(
    () =>
      pictureSubject(
        entries,
        recordAround(
          session,
          periods.map((row) => readRow(row).cells),
        ),
      ),
    [entries, session, periods],
  );
  const retime = useCallback(
    (id: string, epoch: number) => {
      session.closeStep();
      moveRowTo(session, id, epoch);
    },
    [session],
  );
  return subject === null ? null : <TimelinePicture {...{ orientation, subject, zone }} onRetime={retime} />;
}

/** What the picture needs of the record besides its rows. */
function recordAround({ doc }: LiveSession, periods: readonly unknown[]): Pick<Postmortem, 'moments' | 'impact'> {
  const moments = listAt(doc, 'moments').length === 0 ? [] : orderedRows(doc, 'moments').map((row) => readRow(row));
  return {
    moments: moments.filter(({ complete }) => complete).map(({ cells }) => cells) as NonNullable<Postmortem['moments']>,
    impact: { periods } as NonNullable<Postmortem['impact']>,
  };
}

/** Gives the focus to a row; false where it is not there yet. */
function focusElement(id: string): boolean {
  const row = document.getElementById(`event-${id}`);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
  return row !== null;
}

/** A time without a day is meant near the row that has the focus, or else near the middle of the timeline. */
function nearOf({ doc }: LiveSession, focused: string | null): number {
  const entries = entriesOfDoc(doc);
  const own = entries.find(({ id }) => id === focused)?.epoch;
  if (own !== undefined && own !== null) return own;
  const timed = entries.flatMap(({ epoch }) => (epoch === null ? [] : [epoch]));
  const start = entries.find(({ moments }) => moments.includes('impact-started'))?.epoch;
  const day = incidentDay(doc);
  return (
    start ?? timed[Math.floor(timed.length / 2)] ?? (day === undefined ? Date.now() : Date.parse(`${day}T12:00:00Z`))
  );
}
