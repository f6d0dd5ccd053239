import { memo, type ReactNode } from 'react';

import type { Flag } from './picture-flags.ts';
import { AWAY, type PictureFrame } from './picture-frame.ts';
import type { PictureGeometry, PictureSubject } from './picture-geometry.ts';
import { spanText } from './time-text.ts';

interface LayerProps {
  readonly frame: PictureFrame;
  readonly geometry: PictureGeometry;
}

/** Axis with its marks: round times of the zone, and days where there are several. */
export function AxisLayer({ frame, geometry }: LayerProps): ReactNode {
  const { tickLabel } = AWAY[frame.orientation];
  const isDown = frame.orientation === 'down';
  const [from, to] = [isDown ? 59 : 20, isDown ? frame.width : frame.height];
  return (
    <g className="timeline-picture__axis">
      {geometry.ticks.map(({ at, day, epoch, label }) => {
        const [start, end, text] = [frame.point(at, from), frame.point(at, to), frame.point(at, tickLabel)];
        return (
          <g key={epoch}>
            <path d={`M${start.x} ${start.y}L${end.x} ${end.y}`} />
            <text x={text.x} y={text.y + (isDown ? 4 : 0)} textAnchor={isDown ? 'end' : 'middle'}>
              {day === undefined || !isDown ? label : null}
              {day !== undefined && isDown && (
                <>
                  <tspan className="timeline-picture__day" x={text.x} dy="-0.55em">
                    {day}
                  </tspan>
                  <tspan x={text.x} dy="1.15em">
                    {label}
                  </tspan>
                </>
              )}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Impact and phases: what the events stand before. */
export function SpanLayer({ frame, geometry }: LayerProps): ReactNode {
  const { ribbon } = AWAY[frame.orientation];
  const far = frame.orientation === 'down' ? frame.width : frame.height;
  return (
    <>
      {geometry.impact.map(({ start, end }) => (
        <rect
          key={start}
          className="timeline-picture__impact"
          {...frame.box([start, Math.max(end, start + 1)], [ribbon[1], far])}
        />
      ))}
      {geometry.phases.map(({ id, label, from, to, start, end }) => (
        <rect
          key={id}
          className={`timeline-picture__phase timeline-picture__phase--${id}`}
          rx={2}
          {...frame.box([start + 0.75, Math.max(end - 0.75, start + 1.5)], ribbon)}
        >
          <title>{`${label}, ${spanText(to - from)}`}</title>
        </rect>
      ))}
    </>
  );
}

/** Quiet stretches that are drawn shorter than they were, and say how long they were. */
export function BreakLayer({ frame, geometry }: LayerProps): ReactNode {
  const isDown = frame.orientation === 'down';
  const far = isDown ? frame.width : frame.height;
  return (
    <g className="timeline-picture__breaks">
      {geometry.breaks.map(({ start, end, ms }) => {
        const middle = (start + end) / 2;
        const text = frame.point(middle, AWAY[frame.orientation].tickLabel);
        return (
          <g key={start}>
            <title>{`${spanText(ms)} without events, drawn shorter than it was`}</title>
            <rect {...frame.box([start, end], [isDown ? 59 : 20, far])} />
            {[middle - 2, middle + 2].map((at) => (
              <path key={at} d={breakMark(frame, at)} />
            ))}
            <text x={text.x} y={text.y + (isDown ? 4 : 0)} textAnchor={isDown ? 'end' : 'middle'}>
              {gapText(ms)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** A long distance in few characters: `45 min`, `2 h 45 min`, `19 h`, `3 d`. */
function gapText(ms: number): string {
  const hours = ms / 3_600_000;
  if (hours >= 48) return `${Math.round(hours / 24)} d`;
  return hours >= 6 ? `${Math.round(hours)} h` : spanText(Math.round(ms / 60_000) * 60_000);
}

function breakMark(frame: PictureFrame, at: number): string {
  const { ribbon } = AWAY[frame.orientation];
  const [one, other] = [frame.point(at + 2, ribbon[0] - 3), frame.point(at - 2, ribbon[1] + 3)];
  return `M${one.x} ${one.y}L${other.x} ${other.y}`;
}

interface EventProps extends LayerProps {
  readonly subject: PictureSubject;
}

/** Events as dots, ranges as lines; density where they are too many to tell apart. */
export const EventLayer = memo(function EventLayer({ frame, geometry, subject }: EventProps): ReactNode {
  const { lane, lanes } = AWAY[frame.orientation];
  const { bars, bucket, dots, highest } = geometry.events;
  const depth = lane * AWAY[frame.orientation].laneCount;
  const uncertain = new Set(subject.entries.filter((entry) => entry.uncertain).map(({ id }) => id));
  return (
    <g className="timeline-picture__events">
      {bars.map(({ count, from }) => (
        <rect
          key={from}
          className="timeline-picture__bar"
          {...frame.box([from, from + bucket - 1], [lanes - 4, lanes - 4 + Math.sqrt(count / highest) * depth])}
        />
      ))}
      {geometry.ranges.map(({ id, start, end, uncertain: isVague }) => (
        <rect
          key={id}
          className={isVague ? 'timeline-picture__range timeline-picture__range--vague' : 'timeline-picture__range'}
          rx={3}
          {...frame.box([start, Math.max(end, start + 3)], [lanes - 3, lanes + 3])}
        />
      ))}
      {dots.map(({ at, id, lane: number }) => {
        const { x, y } = frame.point(at, lanes + number * lane);
        return (
          <circle
            key={id}
            className={
              uncertain.has(id) ? 'timeline-picture__dot timeline-picture__dot--vague' : 'timeline-picture__dot'
            }
            cx={x}
            cy={y}
            r={3}
          />
        );
      })}
    </g>
  );
});

/** Moments with their labels. */
export function FlagLayer({ flags }: { readonly flags: readonly Flag[] }): ReactNode {
  return (
    <g className="timeline-picture__flags">
      {flags.map(({ anchor, key, label, leader, mark, placed, text }) => (
        <g key={key}>
          <path className="timeline-picture__leader" d={leader} />
          <path
            className={
              placed.moment.uncertain
                ? 'timeline-picture__flag timeline-picture__flag--vague'
                : 'timeline-picture__flag'
            }
            d={`M${mark.x} ${mark.y - 5}l5 5l-5 5l-5 -5z`}
          />
          <text x={label.x} y={label.y} textAnchor={anchor}>
            <tspan className="timeline-picture__flag-time">{text.slice(0, text.indexOf(' '))}</tspan>
            {text.slice(text.indexOf(' '))}
          </text>
        </g>
      ))}
    </g>
  );
}
