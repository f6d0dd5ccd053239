import type { EvidenceEvent } from '#core/evidence';
import { instantToEpoch } from '#core/time';

import type { SkewOf } from './clock-skew.ts';
import { epochOrder } from './epoch-order.ts';
import { KIND_RANK, PRECISION_RANK } from './event-kinds.data.ts';

/** Evidence events in their one order; every later step speaks of positions in it. */
export interface Arranged {
  /** Those with an instant in timeline order, then those without by evidence and offset. */
  readonly events: readonly EvidenceEvent[];
  /** How many have an instant. */
  readonly timed: number;
  /** Corrected epoch milliseconds of the first `timed` events. */
  readonly epochs: Float64Array;
}

/**
 * Puts events into an order that does not depend on the order they come in: instant, then precision, then (in the same
 * evidence) the place there, otherwise causes before effects.
 */
export function arrangeEvents(events: readonly EvidenceEvent[], skewOf: SkewOf): Arranged {
  const arranged = events.every(isTimed) ? [...events] : events.filter(isTimed);
  const timed = arranged.length;
  const epochs = new Float64Array(timed);
  for (let index = 0; index < timed; index += 1) {
    const event = arranged[index]!;
    epochs[index] = instantToEpoch(event.at.instant!) - Math.round(skewOf(event) * 1000);
  }
  rearrange(arranged, epochs, epochOrder(epochs));
  settleTies(arranged, epochs);
  if (timed < events.length) {
    const untimed = events.filter((event) => !isTimed(event)).toSorted(compareInFull);
    for (const event of untimed) arranged.push(event);
  }
  return { events: arranged, timed, epochs };
}

function isTimed({ at }: EvidenceEvent): boolean {
  return at.instant !== null;
}

/**
 * Puts what stands at `order[place]` at every place. In the arrays themselves, cycle by cycle, because copies of a
 * million events would stay in memory until everything is merged; `order` is used up.
 */
function rearrange(events: EvidenceEvent[], epochs: Float64Array, order: Uint32Array): void {
  for (let start = 0; start < order.length; start += 1) {
    if (order[start] === start) continue;
    const event = events[start]!;
    const epoch = epochs[start]!;
    let place = start;
    while (order[place] !== start) {
      const from = order[place]!;
      events[place] = events[from]!;
      epochs[place] = epochs[from]!;
      order[place] = place;
      place = from;
    }
    events[place] = event;
    epochs[place] = epoch;
    order[place] = place;
  }
}

/** Sorts each run of equal instants in place. */
function settleTies(events: EvidenceEvent[], epochs: Float64Array): void {
  let start = 0;
  while (start < epochs.length) {
    let end = start + 1;
    while (end < epochs.length && epochs[end] === epochs[start]) end += 1;
    if (end - start === 2) settlePair(events, start);
    else if (end - start > 2) {
      const tied = settleTie(events.slice(start, end));
      for (let index = 0; index < tied.length; index += 1) events[start + index] = tied[index]!;
    }
    start = end;
  }
}

/** The most frequent tie, without the bookkeeping of larger ones. */
function settlePair(events: EvidenceEvent[], start: number): void {
  const [a, b] = [events[start]!, events[start + 1]!];
  if (compareTied(a, b, KIND_RANK[a.kind] - KIND_RANK[b.kind]) <= 0) return;
  events[start] = b;
  events[start + 1] = a;
}

/** Files follow each other by the most causal kind that they have at that instant. */
function settleTie(events: EvidenceEvent[]): EvidenceEvent[] {
  const ranks = new Map<string, number>();
  for (const { kind, source } of events) {
    const rank = KIND_RANK[kind];
    if (rank < (ranks.get(source.evidence) ?? Infinity)) ranks.set(source.evidence, rank);
  }
  return events.toSorted((a, b) => compareTied(a, b, ranks.get(a.source.evidence)! - ranks.get(b.source.evidence)!));
}

/**
 * Events of one instant. Lines of one file keep their order there: a conversation written to the minute must not be
 * shuffled.
 */
function compareTied(a: EvidenceEvent, b: EvidenceEvent, byEvidence: number): number {
  const byPrecision = PRECISION_RANK[a.at.precision] - PRECISION_RANK[b.at.precision];
  if (byPrecision !== 0) return byPrecision;
  return a.source.evidence === b.source.evidence ? compareInFull(a, b) : byEvidence || compareInFull(a, b);
}

/** By evidence and place there, and in the end by everything: only equal events compare as equal. */
function compareInFull(a: EvidenceEvent, b: EvidenceEvent): number {
  return (
    compareText(a.source.evidence, b.source.evidence) ||
    a.source.offset - b.source.offset ||
    KIND_RANK[a.kind] - KIND_RANK[b.kind] ||
    compareText(a.text, b.text) ||
    compareText(a.at.written, b.at.written) ||
    compareText(a.source.format, b.source.format) ||
    compareText(a.source.file, b.source.file) ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

/** By UTF-16 code units: the same everywhere, unlike a locale's order. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
