import { type ReactNode, useMemo, useRef, useState } from 'react';

import type { Postmortem } from '#core/record';
import type { Rows } from '#core/shared-doc';

import { createHighlight, HighlightContext } from './highlight.ts';
import type { Orientation } from './picture-frame.ts';
import { pictureSubject } from './picture-geometry.ts';
import './timeline.css';
import { timelineEntries } from './timeline-entry.ts';
import { TimelinePicture } from './timeline-picture.tsx';
import { TimelineTable } from './timeline-table.tsx';
import { useSize } from './use-size.ts';
import { ZoneSelect } from './zone-select.tsx';

interface TimelineReadingProps {
  readonly record: Postmortem;
  readonly rows: Rows;
  /** Zone to show times in at first; one that `isZone` accepts. */
  readonly zone: string;
}

/** From these widths on the picture stands beside the table, or lies above it, in pixels. */
const BESIDE = 820;
const ABOVE = 560;

/** How the timeline is laid out in a width: the picture down beside the table, across above it, or down above it. */
export function layoutFor(width: number): { readonly layout: string; readonly orientation: Orientation } {
  if (width >= BESIDE) return { layout: 'beside', orientation: 'down' };
  return width >= ABOVE ? { layout: 'above', orientation: 'across' } : { layout: 'narrow', orientation: 'down' };
}

/** The timeline for reading: the picture to scale and the table, which point at each other. */
export function TimelineReading({ record, rows, zone: first }: TimelineReadingProps): ReactNode {
  const room = useRef<HTMLDivElement>(null);
  const { width } = useSize(room);
  const [highlight] = useState(createHighlight);
  const [chosenZone, setZone] = useState<string>();
  const zone = chosenZone ?? first;
  const entries = useMemo(() => timelineEntries(record, rows), [record, rows]);
  const subject = useMemo(() => pictureSubject(entries, record), [entries, record]);
  if (entries.length === 0) return <p className="timeline-empty">The timeline has no events yet.</p>;
  const { layout, orientation } = layoutFor(width);
  return (
    <HighlightContext value={highlight}>
      <div ref={room} className="timeline-room">
        <div className="timeline" data-layout={layout}>
          {subject !== null && width > 0 && <TimelinePicture {...{ orientation, subject, zone }} />}
          <div className="timeline__rows">
            <div className="timeline__head no-print">
              <ZoneSelect zone={zone} documentZone={first} onChange={setZone} />
            </div>
            <TimelineTable entries={entries} zone={zone} />
          </div>
        </div>
      </div>
    </HighlightContext>
  );
}
