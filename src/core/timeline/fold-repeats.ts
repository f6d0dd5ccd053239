import type { EvidenceEvent } from '#core/evidence';

import type { Arranged } from './arrange-events.ts';
import { MINUTE, QUIET, SURGE } from './folding.data.ts';
import type { Folded, Unit } from './unit.ts';

/** A run of equal chatter that may go on. */
interface Run {
  readonly event: EvidenceEvent;
  /** What it is told apart by, besides its template; of the evidence only where it has no time. */
  readonly service: string | undefined;
  readonly format: string;
  readonly evidence: string | undefined;
  start: number;
  unit: Unit;
  folded: Folded;
  /** As it was before the current minute; an object of its own. */
  before: Folded;
  minute: number;
  minuteCount: number;
  minuteFirst: number;
}

/** Takes events that repeat into one unit a run. */
export interface Folder {
  /**
   * The unit that the event at `position` goes into: an earlier one, or a new one at this position, which begins a run;
   * undefined for an event that does not fold. Events must come in timeline order.
   */
  fold(position: number): Unit | undefined;
  /** Must see every event before it is folded: an alert that fires again after it was resolved begins a new run. */
  note(position: number): void;
  /** Units that were split off where an error surged; they begin before the event that gave them away. */
  readonly surges: readonly Unit[];
}

/**
 * Folds in timeline order. Runs are told apart by template, format and service (and by evidence where there is no
 * time). A run ends when it has been silent for {@link QUIET}, and where an error surges, so that onsets stay visible.
 */
export function folder(arranged: Arranged): Folder {
  const runs = new Map<string, Run[]>();
  const surges: Unit[] = [];
  const over = new Map<string, number>();
  const wasOver = ({ event, folded }: Run): boolean =>
    event.kind === 'alert' && alertNames(event).some((name) => (over.get(name) ?? -1) > folded.last);
  const epochOf = (position: number): number => (position < arranged.timed ? arranged.epochs[position]! : 0);
  return {
    surges,
    note(position) {
      const event = arranged.events[position]!;
      if (event.kind === 'alert-resolved') for (const name of alertNames(event)) over.set(name, position);
    },
    fold(position) {
      const event = arranged.events[position]!;
      // What stands for many records already is told once.
      if (event.fold === undefined || event.counts !== undefined) return undefined;
      const siblings = runs.get(event.fold) ?? [];
      const epoch = epochOf(position);
      const place = placeOf(event, siblings, position < arranged.timed);
      const known = siblings[place];
      if (known !== undefined && epoch - epochOf(known.folded.last) <= QUIET && !wasOver(known)) {
        extend(known, position, Math.floor(epoch / MINUTE));
        if (isSurge(known, epoch)) surges.push(splitOff(known));
        return known.unit;
      }
      const run = begin(event, position, epoch);
      if (siblings.length === 0) runs.set(event.fold, siblings);
      siblings[place === -1 ? siblings.length : place] = run;
      return run.unit;
    },
  };
}

function alertNames({ hints, service }: EvidenceEvent): readonly string[] {
  return hints?.slice(0, 1) ?? (service === undefined ? [] : [service]);
}

/** A loop rather than a search with a function: this runs once for every record. */
function placeOf({ service, source }: EvidenceEvent, siblings: readonly Run[], timed: boolean): number {
  const evidence = timed ? undefined : source.evidence;
  for (let place = 0; place < siblings.length; place += 1) {
    const run = siblings[place]!;
    if (run.service === service && run.format === source.format && run.evidence === evidence) return place;
  }
  return -1;
}

function begin(event: EvidenceEvent, position: number, epoch: number): Run {
  const minute = Math.floor(epoch / MINUTE);
  const folded = { count: 1, last: position, peak: position, peakMinute: minute, peakCount: 1 };
  const unit = { position, folded };
  const { service, source, at } = event;
  const evidence = at.instant === null ? source.evidence : undefined;
  const chatter = { event, service, format: source.format, evidence };
  return {
    ...chatter,
    start: epoch,
    unit,
    folded,
    before: { ...folded },
    minute,
    minuteCount: 1,
    minuteFirst: position,
  };
}

function extend(run: Run, position: number, minute: number): void {
  const { folded } = run;
  if (minute !== run.minute) {
    remember(run.before, folded);
    run.minute = minute;
    run.minuteCount = 0;
    run.minuteFirst = position;
  }
  folded.count += 1;
  folded.last = position;
  run.minuteCount += 1;
  if (run.minuteCount > folded.peakCount) {
    folded.peakCount = run.minuteCount;
    folded.peakMinute = minute;
    folded.peak = run.minuteFirst;
  }
}

/** Copies into what is there already: a run has as many minutes as it lasts. */
function remember(before: Folded, folded: Folded): void {
  before.count = folded.count;
  before.last = folded.last;
  before.peak = folded.peak;
  before.peakMinute = folded.peakMinute;
  before.peakCount = folded.peakCount;
}

/** True where this minute has far more errors than the minutes before it had. */
function isSurge(run: Run, epoch: number): boolean {
  if (run.event.kind !== 'error' || run.minuteCount < SURGE.atLeast) return false;
  const minutes = Math.floor(epoch / MINUTE) - Math.floor(run.start / MINUTE);
  return minutes >= SURGE.afterMinutes && run.minuteCount * minutes >= SURGE.factor * run.before.count;
}

/** Ends the run before the current minute and lets a new one begin with it. */
function splitOff(run: Run): Unit {
  run.unit.folded = run.before;
  run.folded = {
    count: run.minuteCount,
    last: run.folded.last,
    peak: run.minuteFirst,
    peakMinute: run.minute,
    peakCount: run.minuteCount,
  };
  run.before = { ...run.folded };
  run.unit = { position: run.minuteFirst, folded: run.folded };
  run.start = run.minute * MINUTE;
  return run.unit;
}
