import { type ReactNode, useId, useMemo, useRef, useState } from 'react';

import { MOMENT_LABELS } from './moment-labels.data.ts';
import { PictureDrawing } from './picture-drawing.tsx';
import { flagText, labelRoom } from './picture-flags.ts';
import { AWAY, type Orientation, pictureFrame } from './picture-frame.ts';
import { type PictureSubject, pixelOf } from './picture-geometry.ts';
import { PictureLegend } from './picture-legend.tsx';
import { pictureSummary } from './picture-summary.ts';
import { PictureToolbar } from './picture-toolbar.tsx';
import { useIsPrinting } from './use-is-printing.ts';
import { useSize } from './use-size.ts';
import { type ViewWindow, WHOLE_VIEW } from './view-window.ts';

interface TimelinePictureProps {
  readonly subject: PictureSubject;
  readonly zone: string;
  readonly orientation: Orientation;
  /** Lets events be dragged to another time, in epoch milliseconds rounded to the minute. */
  readonly onRetime?: (id: string, epoch: number) => void;
}

/** Width of the picture on paper, in pixels; it is scaled to the page. */
const PRINT_WIDTH = 680;

/** The timeline drawn to scale. The table says the same in words; the picture is for seeing it at once. */
export function TimelinePicture({ onRetime, orientation: wanted, subject, zone }: TimelinePictureProps): ReactNode {
  const room = useRef<HTMLDivElement>(null);
  const measured = useSize(room);
  const isPrinting = useIsPrinting();
  const summaryId = useId();
  const [seen, setView] = useState<ViewWindow>(WHOLE_VIEW);
  const orientation = isPrinting ? 'across' : wanted;
  const view = isPrinting ? WHOLE_VIEW : seen;
  const width = isPrinting ? PRINT_WIDTH : measured.width;
  const height = orientation === 'across' ? acrossHeight(subject, width, zone) : measured.height;
  const frame = useMemo(() => pictureFrame(orientation, { width, height }), [orientation, width, height]);
  return (
    <figure className={`timeline-picture timeline-picture--${orientation}`}>
      <PictureToolbar view={view} setView={setView} />
      <div ref={room} className="timeline-picture__room" style={orientation === 'across' ? { height } : {}}>
        {frame.length > 0 && (
          <PictureDrawing {...{ frame, setView, subject, summaryId, view, zone, ...(onRetime && { onRetime }) }} />
        )}
      </div>
      <PictureLegend subject={subject} />
      <figcaption id={summaryId} className="visually-hidden">
        {pictureSummary(subject, zone)}
      </figcaption>
    </figure>
  );
}

/** Height of a picture across: as high as its labels need. */
function acrossHeight(subject: PictureSubject, width: number, zone: string): number {
  const length = width - 20;
  if (length <= 0) return 0;
  const at = (epoch: number): number => pixelOf(subject.scale, WHOLE_VIEW, { epoch, length });
  const placed = subject.moments.map((moment) => ({
    moment,
    at: at(moment.epoch),
    label: MOMENT_LABELS[moment.kind].label,
  }));
  return AWAY.across.labels + labelRoom(placed, length, (each) => flagText(each, zone));
}
