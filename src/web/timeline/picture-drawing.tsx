import { type KeyboardEvent, type ReactNode, useContext, useMemo, useRef, useState } from 'react';

import { EventCard } from './event-card.tsx';
import { BrushMark, DragMark } from './gesture-marks.tsx';
import { HighlightContext, useHighlighted } from './highlight.ts';
import { clockAt, flagText, pictureFlags } from './picture-flags.ts';
import { AWAY, type PictureFrame } from './picture-frame.ts';
import { type PictureGeometry, type PictureSubject, pictureGeometry } from './picture-geometry.ts';
import { placeAt } from './picture-gesture.ts';
import { eventAfterKey, viewAfterKey } from './picture-keys.ts';
import { AxisLayer, BreakLayer, EventLayer, FlagLayer, SpanLayer } from './picture-marks.tsx';
import { markOf, nearestRow } from './picture-nearest.ts';
import { epochAt, placeOf } from './time-scale.ts';
import { spanText } from './time-text.ts';
import { usePicturePointer } from './use-picture-pointer.ts';
import { isWhole, type ViewWindow, viewWith } from './view-window.ts';

interface DrawingProps {
  readonly frame: PictureFrame;
  readonly subject: PictureSubject;
  readonly summaryId: string;
  readonly view: ViewWindow;
  readonly zone: string;
  readonly setView: (view: ViewWindow) => void;
  readonly onRetime?: (id: string, epoch: number) => void;
}

const MINUTE = 60_000;

/** The drawing itself, with what pointers and keys do to it. */
export function PictureDrawing({ frame, onRetime, setView, subject, summaryId, view, zone }: DrawingProps): ReactNode {
  const svg = useRef<SVGSVGElement>(null);
  const highlight = useContext(HighlightContext);
  const pointed = useHighlighted();
  const [pinned, setPinned] = useState<string | null>(null);
  const [isInside, setInside] = useState(false);
  const [brush, setBrush] = useState<readonly [number, number] | null>(null);
  const [dragged, setDragged] = useState<{ readonly id: string; readonly along: number } | null>(null);
  const geometry = useMemo(() => geometryIn(frame, subject, { view, zone }), [frame, subject, view, zone]);
  const flags = useMemo(
    () => pictureFlags(geometry.moments, frame, (placed) => flagText(placed, zone)),
    [geometry, frame, zone],
  );
  const scene = { subject, geometry, frame, view };
  const epochOf = (along: number): number =>
    Math.round(epochAt(subject.scale, placeAt(along, frame, view)) / MINUTE) * MINUTE;
  const choose = (id: string | null): void => {
    setPinned(id);
    highlight.point(id);
  };

  const handlers = usePicturePointer(svg, frame, {
    view,
    setView,
    hover: (place) => {
      setInside(place !== null);
      highlight.point(place === null ? pinned : (nearestRow(place, scene) ?? pinned));
    },
    press: (place) => choose(nearestRow(place, scene) ?? null),
    grab: (place) => (onRetime === undefined ? undefined : nearestRow(place, scene)),
    drag: setDragged,
    drop: (id, along) => onRetime?.(id, epochOf(along)),
    brush: setBrush,
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = eventAfterKey(event.key, subject, pointed);
    const nextView = viewAfterKey(event.key, view);
    if (next !== undefined) {
      choose(next.id);
      setView(viewWith(view, placeOf(subject.scale, next.epoch)));
    } else if (nextView !== undefined) setView(nextView);
    else if (event.key === 'Enter' && pointed !== null) highlight.reveal(pointed);
    else if (event.key === 'Escape' && pinned !== null) choose(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shownId = pinned ?? (isInside ? pointed : null);
  const shown = shownId === null ? undefined : subject.entries.find(({ id }) => id === shownId);
  const mark = pointed === null ? undefined : markOf(pointed, scene);
  const shownMark = shown && markOf(shown.id, scene);
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application of its own: keys move in it */}
      <svg
        ref={svg}
        className="timeline-picture__drawing"
        role="application"
        aria-roledescription="timeline picture"
        aria-label="Timeline to scale. Arrow keys go from event to event, plus and minus zoom."
        aria-describedby={summaryId}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- an application of its own: keys move in it
        tabIndex={0}
        width={frame.width}
        height={frame.height}
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        data-zoomed={!isWhole(view)}
        onKeyDown={onKeyDown}
        {...handlers}
      >
        <AxisLayer frame={frame} geometry={geometry} />
        <SpanLayer frame={frame} geometry={geometry} />
        <BreakLayer frame={frame} geometry={geometry} />
        <EventLayer frame={frame} geometry={geometry} subject={subject} />
        <FlagLayer flags={flags} />
        {mark !== undefined && <circle className="timeline-picture__pointed" cx={mark.x} cy={mark.y} r={6.5} />}
        {brush !== null && (
          <BrushMark {...{ brush, frame }} label={spanText(Math.abs(epochOf(brush[1]) - epochOf(brush[0])))} />
        )}
        {dragged !== null && (
          <DragMark frame={frame} along={dragged.along} label={clockAt(epochOf(dragged.along), zone)} />
        )}
      </svg>
      {shown !== undefined && shownMark !== undefined && dragged === null && brush === null && (
        <EventCard
          entry={shown}
          {...{ frame, zone }}
          mark={shownMark}
          isPinned={pinned === shown.id}
          onShow={() => highlight.reveal(shown.id)}
        />
      )}
      <output className="visually-hidden">
        {pinned !== null && shown !== undefined ? `${clockAt(shown.epoch, zone)} ${shown.text}` : ''}
      </output>
    </>
  );
}

function geometryIn(
  frame: PictureFrame,
  subject: PictureSubject,
  { view, zone }: { readonly view: ViewWindow; readonly zone: string },
): PictureGeometry {
  return pictureGeometry(subject, view, {
    zone,
    length: frame.length,
    tickSpacing: frame.orientation === 'down' ? 44 : 72,
    dot: 7,
    lanes: AWAY[frame.orientation].laneCount,
  });
}
