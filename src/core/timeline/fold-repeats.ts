import type { EvidenceEvent } from '#core/evidence';

import type { Arranged } from './arrange-events.ts';
import { MINUTE, QUIET } from './folding.data.ts';
import type { Unit } from './unit.ts';

type Folded = NonNullable<Unit['folded']>;

/** A run of equal chatter that may go on. */
interface Run {
  readonly unit: Unit;
  readonly folded: Folded;
  minute: number;
  minuteCount: number;
  minuteFirst: number;
}

/** Takes events that repeat into one unit a run; a run ends when it has been silent for 15 minutes. */
export interface Folder {
  /** The earlier unit that the event at `position` goes into, if there is one. */
  absorb(position: number): Unit | undefined;
  /** Opens a run at the event that `unit` stands for, if its kind of chatter folds. */
  open(unit: Unit): void;
}

/** Folds in timeline order; runs are told apart by template, format and service (and by evidence where there is no time). */
export function folder(arranged: Arranged): Folder {
  const runs = new Map<string, Run>();
  const chatter = chatterNames();
  const nameOf = (position: number): string | null => {
    const event = arranged.events[position]!;
    return chatter(event, position < arranged.timed);
  };
  const epochOf = (position: number): number => (position < arranged.timed ? arranged.epochs[position]! : 0);
  return {
    absorb(position) {
      const name = nameOf(position);
      const run = name === null ? undefined : runs.get(name);
      if (run === undefined) return undefined;
      const epoch = epochOf(position);
      if (epoch - epochOf(run.folded.last) > QUIET) return undefined;
      extend(run, position, Math.floor(epoch / MINUTE));
      return run.unit;
    },
    open(unit) {
      const name = nameOf(unit.position);
      if (name === null) return;
      const minute = Math.floor(epochOf(unit.position) / MINUTE);
      const folded = { count: 1, last: unit.position, peak: unit.position, peakMinute: minute, peakCount: 1 };
      unit.folded = folded;
      runs.set(name, { unit, folded, minute, minuteCount: 1, minuteFirst: unit.position });
    },
  };
}

function extend(run: Run, position: number, minute: number): void {
  const { folded } = run;
  folded.count += 1;
  folded.last = position;
  if (minute !== run.minute) {
    run.minute = minute;
    run.minuteCount = 0;
    run.minuteFirst = position;
  }
  run.minuteCount += 1;
  if (run.minuteCount > folded.peakCount) {
    folded.peakCount = run.minuteCount;
    folded.peakMinute = minute;
    folded.peak = run.minuteFirst;
  }
}

/** Names chatter by template, format and service; null for events that never fold. */
function chatterNames(): (event: EvidenceEvent, timed: boolean) => string | null {
  // Templates are long and repeat: a short number for each keeps the composite names cheap to build and to compare.
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    let number = numbers.get(text);
    if (number === undefined) numbers.set(text, (number = numbers.size));
    return number;
  };
  return (event, timed) => {
    if (event.fold === undefined) return null;
    const { format, evidence } = event.source;
    const service = event.service ?? '';
    return `${numberOf(event.fold)} ${numberOf(format)} ${numberOf(service)} ${timed ? '' : numberOf(evidence)}`;
  };
}
