import type { Postmortem } from '#core/record';
import { instantToEpoch } from '#core/time';

import { type LaidEvents, layEvents } from './dot-lanes.ts';
import { MOMENT_LABELS } from './moment-labels.data.ts';
import { incidentPhases, type KnownMoment, knownMoments, type PhaseSpan } from './phases.ts';
import { placeOf, type TimeScale, timeScale } from './time-scale.ts';
import { type Tick, timeTicks } from './time-ticks.ts';
import type { TimelineEntry } from './timeline-entry.ts';
import type { ViewWindow } from './view-window.ts';

/** What the picture is about: everything that does not depend on its size or on what is seen of it. */
export interface PictureSubject {
  readonly entries: readonly TimelineEntry[];
  readonly scale: TimeScale;
  readonly moments: readonly KnownMoment[];
  readonly phases: readonly PhaseSpan[];
  /** Impact in epoch milliseconds; null as an end where it went on. */
  readonly impact: readonly { readonly from: number; readonly to: number | null }[];
}

/** A stretch in pixels along the axis, cut to what is seen. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A moment with where it stands. */
export interface PlacedMoment {
  readonly moment: KnownMoment;
  readonly at: number;
  readonly label: string;
}

/** Everything that is drawn, in pixels along the axis. */
export interface PictureGeometry {
  readonly ticks: readonly (Tick & { readonly at: number })[];
  readonly phases: readonly (PhaseSpan & Stretch)[];
  readonly impact: readonly Stretch[];
  readonly breaks: readonly (Stretch & { readonly ms: number })[];
  readonly events: LaidEvents;
  readonly ranges: readonly (Stretch & { readonly id: string; readonly uncertain: boolean })[];
  readonly moments: readonly PlacedMoment[];
}

/** Part of a record that the picture needs besides its rows. */
export type PictureRecord = Pick<Postmortem, 'moments' | 'impact'>;

/** Gathers what the picture is about; null where no event has a time. Rows folded under others are not drawn. */
export function pictureSubject(entries: readonly TimelineEntry[], record: PictureRecord): PictureSubject | null {
  const shown = entries
    .filter(({ epoch, meta }) => epoch !== null && meta.fold === undefined)
    .toSorted((left, right) => (left.epoch ?? 0) - (right.epoch ?? 0));
  const moments = knownMoments(entries, record.moments);
  const phases = incidentPhases(moments);
  const impact = (record.impact?.periods ?? []).flatMap(({ from, to }) =>
    from.instant === null
      ? []
      : [
          {
            from: instantToEpoch(from.instant),
            to: to?.instant === null || to === null ? null : instantToEpoch(to.instant),
          },
        ],
  );
  const epochs = [
    ...shown.flatMap(({ epoch, until, uncertain }) => [epoch, uncertain ? null : until]),
    ...moments.map(({ epoch }) => epoch),
    ...impact.flatMap(({ from, to }) => [from, to]),
  ].filter((epoch) => epoch !== null);
  const scale = timeScale(epochs, phases);
  return scale === null ? null : { entries: shown, scale, moments, phases, impact };
}

/** Sizes in pixels. */
export interface PictureSize {
  readonly length: number;
  readonly tickSpacing: number;
  readonly dot: number;
  readonly lanes: number;
}

/** Computes the drawing for a view. */
export function pictureGeometry(
  subject: PictureSubject,
  view: ViewWindow,
  options: PictureSize & { readonly zone: string },
): PictureGeometry {
  const pixel = (epoch: number): number => pixelOf(subject.scale, view, { epoch, length: options.length });
  const stretch = stretcher(options.length);
  const { entries, impact, moments, phases, scale } = subject;
  const ticks = timeTicks(scale, view, { zone: options.zone, length: options.length, spacing: options.tickSpacing });
  return {
    ticks: ticks.map((tick) => ({ ...tick, at: pixel(tick.epoch) })),
    phases: phases.flatMap((span) => stretch(pixel(span.from), pixel(span.to)).map((cut) => ({ ...span, ...cut }))),
    impact: impact.flatMap(({ from, to }) => stretch(pixel(from), pixel(to ?? scale.to))),
    breaks: scale.segments
      .filter(({ quiet }) => quiet)
      .flatMap(({ from, to }) => stretch(pixel(from), pixel(to)).map((cut) => ({ ...cut, ms: to - from }))),
    events: layEvents(seenDots(entries, pixel, options.length), { size: options.dot, lanes: options.lanes }),
    ranges: entries.flatMap(({ id, epoch, until, uncertain }) =>
      epoch === null || until === null || until <= epoch
        ? []
        : stretch(pixel(epoch), pixel(until)).map((cut) => ({ ...cut, id, uncertain })),
    ),
    moments: moments
      .map((moment) => ({ moment, at: pixel(moment.epoch), label: MOMENT_LABELS[moment.kind].label }))
      .filter(({ at }) => at >= -0.5 && at <= options.length + 0.5),
  };
}

/** Pixels of an instant along the axis; outside of 0 … length where it is not seen. */
export function pixelOf(
  scale: TimeScale,
  view: ViewWindow,
  { epoch, length }: { readonly epoch: number; readonly length: number },
): number {
  return ((placeOf(scale, epoch) - view.from) / (view.to - view.from)) * length;
}

/** Cuts to what is seen; nothing is left of what lies outside. */
function stretcher(length: number): (start: number, end: number) => Stretch[] {
  return (start, end) =>
    end < 0 || start > length || end <= start ? [] : [{ start: Math.max(0, start), end: Math.min(length, end) }];
}

function seenDots(
  entries: readonly TimelineEntry[],
  pixel: (epoch: number) => number,
  length: number,
): { id: string; at: number; keep: boolean }[] {
  return entries.flatMap(({ id, epoch, moments }) => {
    const at = epoch === null ? -1 : pixel(epoch);
    return at < -0.5 || at > length + 0.5 ? [] : [{ id, at, keep: moments.length > 0 }];
  });
}
