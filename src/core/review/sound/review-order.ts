import { type TimeBounds, timeBounds } from '#core/metrics';
import type { Postmortem } from '#core/record';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';
import { longestRising } from './longest-rising.ts';

interface Row {
  readonly index: number;
  readonly written: string;
  readonly bounds: TimeBounds;
}

/**
 * Events that stand where their time does not belong. Tables may run upwards or downwards; of the rows that contradict each
 * other the fewest are named, and neighbours together. What “about”, a range or a bare day leaves open is no contradiction.
 */
export function reviewOrder(record: Postmortem): ReviewFinding[] {
  const rows = timedRows(record);
  const down = runsDown(rows);
  const ordered = down ? rows.toReversed() : rows;
  const kept = longestRising(ordered.map(({ bounds }) => bounds.point));
  const odd = between(ordered, kept).flatMap((stray) => {
    const contradicted = contradictionOf(stray);
    return contradicted === undefined ? [] : [{ row: stray.row, contradicted }];
  });
  return inRuns(odd.toSorted((a, b) => a.row.index - b.row.index)).flatMap((run) => misplaced(run, down));
}

function timedRows(record: Postmortem): Row[] {
  return record.timeline.flatMap(({ at }, index) => {
    const bounds = at === null ? null : timeBounds(at);
    return at === null || bounds === null ? [] : [{ index, written: at.written, bounds }];
  });
}

/** True for a table with the newest event on top: more steps go back in time than forth. */
function runsDown(rows: readonly Row[]): boolean {
  const steps = rows.slice(1).map(({ bounds }, index) => Math.sign(bounds.point - (rows[index]?.bounds.point ?? 0)));
  return steps.filter((step) => step < 0).length > steps.filter((step) => step > 0).length;
}

interface Contradicted {
  readonly row: Row;
  readonly by: 'later' | 'earlier';
}

/** A row that is not in order, between the two nearest ones that are. */
interface Stray {
  readonly row: Row;
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

function between(rows: readonly Row[], kept: readonly number[]): Stray[] {
  return [-1, ...kept].flatMap((place, index) => {
    const next = kept[index] ?? rows.length;
    return rows.slice(place + 1, next).map((row) => ({ row, before: rows[place], after: rows[next] }));
  });
}

/** The neighbour that certainly contradicts a row, if one does. */
function contradictionOf({ after, before, row }: Stray): Contradicted | undefined {
  if (before !== undefined && row.bounds.max <= before.bounds.min) return { row: before, by: 'later' };
  if (after !== undefined && after.bounds.max <= row.bounds.min) return { row: after, by: 'earlier' };
  return undefined;
}

interface Odd {
  readonly row: Row;
  readonly contradicted: Contradicted;
}

function inRuns(odd: readonly Odd[]): Odd[][] {
  const runs: Odd[][] = [];
  for (const each of odd) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && each.row.index === last.row.index + 1) runs.at(-1)?.push(each);
    else runs.push([each]);
  }
  return runs;
}

function misplaced(run: readonly Odd[], down: boolean): ReviewFinding[] {
  const [first] = run;
  if (first === undefined) return [];
  const { contradicted, row } = first;
  const below = (contradicted.by === 'later') !== down;
  const subject =
    run.length === 1
      ? `The event at ${row.written} stands`
      : `${String(run.length)} events from ${row.written} on stand`;
  return [
    findingOf('event-out-of-order', {
      path: `timeline.${String(row.index)}.at`,
      message: `${subject} ${below ? 'below' : 'above'} one at ${contradicted.row.written}, which is ${contradicted.by}.`,
    }),
  ];
}
