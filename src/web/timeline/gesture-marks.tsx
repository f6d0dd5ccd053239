import type { ReactNode } from 'react';

import type { PictureFrame } from './picture-frame.ts';

/** The stretch that is being brushed, with how long it is. */
export function BrushMark({
  brush,
  frame,
  label,
}: {
  readonly brush: readonly [number, number];
  readonly frame: PictureFrame;
  readonly label: string;
}): ReactNode {
  const box = frame.box(brush, [0, frame.depth]);
  return (
    <g className="timeline-picture__brush">
      <rect {...box} />
      <text x={box.x + box.width / 2} y={box.y + box.height / 2 + 4} textAnchor="middle">
        {label}
      </text>
    </g>
  );
}

/** Where a dragged event would go, with the time it would have. */
export function DragMark({
  along,
  frame,
  label,
}: {
  readonly along: number;
  readonly frame: PictureFrame;
  readonly label: string;
}): ReactNode {
  const [near, far] = [frame.point(along, 0), frame.point(along, frame.depth)];
  const isDown = frame.orientation === 'down';
  return (
    <g className="timeline-picture__drag">
      <path d={`M${near.x} ${near.y}L${far.x} ${far.y}`} />
      <text x={far.x + (isDown ? -4 : 4)} y={far.y + (isDown ? -4 : 12)} textAnchor={isDown ? 'end' : 'start'}>
        {label}
      </text>
    </g>
  );
}
