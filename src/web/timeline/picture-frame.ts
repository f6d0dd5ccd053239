/** How the picture lies: down beside a table, or across above it. */
export type Orientation = 'down' | 'across';

/** A rectangle of the drawing. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The room of the picture. Everything is laid out along the axis and away from it; the frame says which of the two is
 * right and which is down.
 */
export interface PictureFrame {
  readonly orientation: Orientation;
  /** Pixels of the axis. */
  readonly length: number;
  /** Pixels from the labels of the axis to the other edge. */
  readonly depth: number;
  readonly width: number;
  readonly height: number;
  readonly point: (along: number, away: number) => { readonly x: number; readonly y: number };
  readonly box: (along: readonly [number, number], away: readonly [number, number]) => Box;
  /** Pixels along the axis of a place in the drawing. */
  readonly alongOf: (place: { readonly x: number; readonly y: number }) => number;
  readonly awayOf: (place: { readonly x: number; readonly y: number }) => number;
}

/** Room before the first and behind the last pixel of the axis. */
const MARGIN = 10;

/** Distances from the edge of the axis labels, in pixels. */
export const AWAY = {
  down: { tickLabel: 54, ribbon: [61, 69], lanes: 80, lane: 8, laneCount: 7, labels: 150 },
  across: { tickLabel: 8, ribbon: [22, 30], lanes: 40, lane: 8, laneCount: 5, labels: 84 },
} as const;

/** Makes the frame for a size in pixels. */
export function pictureFrame(
  orientation: Orientation,
  { width, height }: { readonly width: number; readonly height: number },
): PictureFrame {
  const isDown = orientation === 'down';
  const length = Math.max(0, (isDown ? height : width) - 2 * MARGIN);
  const point = (along: number, away: number): { x: number; y: number } =>
    isDown ? { x: away, y: along + MARGIN } : { x: along + MARGIN, y: height - away };
  return {
    orientation,
    length,
    depth: isDown ? width : height,
    width,
    height,
    point,
    box: ([start, end], [near, far]) => {
      const [one, other] = [point(start, near), point(end, far)];
      return {
        x: Math.min(one.x, other.x),
        y: Math.min(one.y, other.y),
        width: Math.abs(one.x - other.x),
        height: Math.abs(one.y - other.y),
      };
    },
    alongOf: ({ x, y }) => (isDown ? y : x) - MARGIN,
    awayOf: ({ x, y }) => (isDown ? x : height - y),
  };
}
