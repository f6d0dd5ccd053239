import { formatInstant, formatInZone } from '#core/time';

import type { PictureFrame } from './picture-frame.ts';
import { AWAY } from './picture-frame.ts';
import type { PlacedMoment } from './picture-geometry.ts';
import { spreadLabels } from './spread-labels.ts';
import { stackLabels } from './stack-labels.ts';

/** A moment with its label, ready to be drawn. */
export interface Flag {
  readonly key: string;
  readonly placed: PlacedMoment;
  readonly text: string;
  readonly anchor: 'start' | 'end';
  readonly label: { readonly x: number; readonly y: number };
  /** Line from the mark to the label. */
  readonly leader: string;
  readonly mark: { readonly x: number; readonly y: number };
}

const LABEL_HEIGHT = 17;
const CHARACTER = 6.7;

/** Text of a flag: time of the zone, then the moment. */
export function flagText({ label, moment }: PlacedMoment, zone: string): string {
  return `${moment.uncertain ? '~' : ''}${clockAt(moment.epoch, zone)} ${label}`;
}

/** An instant as the picture shows it, `12:05`; empty where it is not known. */
export function clockAt(epoch: number | null, zone: string): string {
  return epoch === null ? '' : formatInZone(formatInstant(epoch), zone, 'time');
}

/** Room that the labels of an across picture need above its lanes, in pixels. */
export function labelRoom(
  moments: readonly PlacedMoment[],
  length: number,
  textOf: (placed: PlacedMoment) => string,
): number {
  const rows = stackLabels(acrossLabels(moments, textOf), { to: length + 8 });
  return rows.reduce((most, { row }) => Math.max(most, row + 1), 0) * LABEL_HEIGHT;
}

/** Labels beside their marks, none over another. */
export function pictureFlags(
  moments: readonly PlacedMoment[],
  frame: PictureFrame,
  textOf: (placed: PlacedMoment) => string,
): Flag[] {
  return frame.orientation === 'down' ? downFlags(moments, frame, textOf) : acrossFlags(moments, frame, textOf);
}

function downFlags(
  moments: readonly PlacedMoment[],
  frame: PictureFrame,
  textOf: (placed: PlacedMoment) => string,
): Flag[] {
  const starts = spreadLabels(
    moments.map(({ at }) => at - LABEL_HEIGHT / 2),
    { size: LABEL_HEIGHT, from: -8, to: frame.length + 8 },
  );
  const { labels, lanes } = AWAY.down;
  return moments.map((placed, index) => {
    const middle = (starts[index] ?? 0) + LABEL_HEIGHT / 2;
    const [mark, near, bend, far] = [
      frame.point(placed.at, lanes),
      frame.point(placed.at, lanes + 6),
      frame.point(placed.at, labels - 34),
      frame.point(middle, labels - 12),
    ];
    return {
      key: keyOf(placed, index),
      placed,
      text: textOf(placed),
      anchor: 'start',
      label: { x: labels - 6, y: far.y + 4 },
      leader: `M${near.x} ${near.y}H${bend.x}L${far.x} ${far.y}h4`,
      mark,
    };
  });
}

function acrossLabels(
  moments: readonly PlacedMoment[],
  textOf: (placed: PlacedMoment) => string,
): { x: number; width: number }[] {
  return moments.map((placed) => ({ x: placed.at, width: textOf(placed).length * CHARACTER + 10 }));
}

function acrossFlags(
  moments: readonly PlacedMoment[],
  frame: PictureFrame,
  textOf: (placed: PlacedMoment) => string,
): Flag[] {
  const stacked = stackLabels(acrossLabels(moments, textOf), { to: frame.length + 8 });
  return moments.map((placed, index) => {
    const { row, toTheLeft } = stacked[index] ?? { row: 0, toTheLeft: false };
    const mark = frame.point(placed.at, AWAY.across.lanes);
    const y = 12 + row * LABEL_HEIGHT;
    return {
      key: keyOf(placed, index),
      placed,
      text: textOf(placed),
      anchor: toTheLeft ? 'end' : 'start',
      label: { x: mark.x + (toTheLeft ? -5 : 5), y },
      leader: `M${mark.x} ${y - 10}V${mark.y - 5}`,
      mark,
    };
  });
}

function keyOf({ moment }: PlacedMoment, index: number): string {
  return `${moment.kind} ${moment.rowId ?? index}`;
}
