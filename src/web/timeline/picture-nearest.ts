import { AWAY, type PictureFrame } from './picture-frame.ts';
import type { PictureGeometry, PictureSubject } from './picture-geometry.ts';
import { pixelOf } from './picture-geometry.ts';
import type { ViewWindow } from './view-window.ts';

const REACH = 14;

/** Where a row is drawn; undefined where it has no time. */
export function markOf(
  id: string,
  { frame, geometry, subject, view }: PictureScene,
): { readonly x: number; readonly y: number } | undefined {
  const { lane, lanes } = AWAY[frame.orientation];
  const dot = geometry.events.dots.find((each) => each.id === id);
  if (dot !== undefined) return frame.point(dot.at, lanes + dot.lane * lane);
  const epoch = subject.entries.find((each) => each.id === id)?.epoch;
  if (epoch === null || epoch === undefined) return undefined;
  return frame.point(pixelOf(subject.scale, view, { epoch, length: frame.length }), lanes);
}

/** Everything that says where things are drawn. */
export interface PictureScene {
  readonly subject: PictureSubject;
  readonly geometry: PictureGeometry;
  readonly frame: PictureFrame;
  readonly view: ViewWindow;
}

/** The row nearest to a place of the drawing; undefined where none is near. */
export function nearestRow(place: { readonly x: number; readonly y: number }, scene: PictureScene): string | undefined {
  const { frame, geometry } = scene;
  const along = frame.alongOf(place);
  const { lane, lanes } = AWAY[frame.orientation];
  const away = frame.awayOf(place);
  let best: { id: string; distance: number } | undefined;
  const consider = (id: string, distance: number): void => {
    if (distance <= REACH && (best === undefined || distance < best.distance)) best = { id, distance };
  };
  for (const dot of geometry.events.dots)
    consider(dot.id, Math.hypot(dot.at - along, Math.max(0, Math.abs(lanes + dot.lane * lane - away) - 4)));
  for (const { at, moment } of geometry.moments)
    if (moment.rowId !== null && away > lanes) consider(moment.rowId, Math.abs(at - along) + 2);
  if (best === undefined && geometry.events.bars.length > 0) considerAll(scene, along, consider);
  return best?.id;
}

function considerAll(
  { subject, view, frame }: PictureScene,
  along: number,
  consider: (id: string, distance: number) => void,
): void {
  for (const { id, epoch } of subject.entries)
    if (epoch !== null)
      consider(id, Math.abs(pixelOf(subject.scale, view, { epoch, length: frame.length }) - along) + 4);
}
