import type { EvidenceEvent } from '#core/evidence';
import { instantToEpoch } from '#core/time';

import type { Arranged } from './arrange-events.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import { isChat, PRECISION_RANK } from './event-kinds.data.ts';
import { folder } from './fold-repeats.ts';
import type { Unit } from './unit.ts';

/** How to make units: which instants to keep (epoch milliseconds), and whether to fold. */
export interface GatherOptions {
  readonly from: number;
  readonly to: number;
  readonly fold: boolean;
}

/** What there is to show, and how much is not. */
export interface Gathered {
  /** In timeline order; those without an instant after the one that holds the event before them in their evidence. */
  readonly units: readonly Unit[];
  /** Evidence events outside the window. */
  readonly leftOut: number;
}

/** Makes one unit of every fact inside the window and of every run of chatter. */
export function gatherUnits(arranged: Arranged, sets: DisjointSets, options: GatherOptions): Gathered {
  const facts = joinedFacts(arranged, sets);
  const anchors = untimedAnchors(arranged);
  const anchored = new Map<number, Unit>();
  const folds = options.fold ? folder(arranged) : null;
  const anchor = (positions: readonly number[], unit: Unit): void => {
    for (const position of positions) if (anchors.needed.has(position)) anchored.set(position, unit);
  };
  const timed: Unit[] = [];
  const untimed: Unit[] = [];
  let leftOut = 0;
  for (let position = 0; position < arranged.events.length; position += 1) {
    folds?.note(position);
    const fact = facts.get(position);
    if (fact === null) continue;
    if (isOutside(arranged, position, options)) {
      leftOut += fact?.members?.length ?? 1;
      continue;
    }
    const run = fact === undefined ? folds?.fold(position) : undefined;
    const unit = run ?? fact ?? { position };
    if (run === undefined || run.position === position) (position < arranged.timed ? timed : untimed).push(unit);
    if (anchors.needed.size > 0) anchor(unit.members ?? [position], unit);
  }
  if (folds !== null && folds.surges.length > 0) {
    for (const surge of folds.surges) timed.push(surge);
    timed.sort((a, b) => a.position - b.position);
  }
  return { units: weave(timed, untimed, (unit) => anchored.get(anchors.before.get(unit.position) ?? -1)), leftOut };
}

function isOutside(arranged: Arranged, position: number, { from, to }: GatherOptions): boolean {
  if (position >= arranged.timed) return false;
  const epoch = arranged.epochs[position]!;
  if (epoch > to) return true;
  return epoch < from && !countsWithin(arranged.events[position]!, { from, to });
}

const MINUTE_MS = 60_000;

/** True where one event stands for many records, some of them in the window: it began before, and goes on. */
function countsWithin(
  { counts }: EvidenceEvent,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  if (counts === undefined) return false;
  const { perMinute } = counts;
  const [first, width] = [instantToEpoch(perMinute.from), perMinute.width * MINUTE_MS];
  return perMinute.counts.some((count, index) => {
    const start = first + index * width;
    return count > 0 && start <= to && start + width > from;
  });
}

/** For every event of a joined fact: its unit at the event that speaks for it, null at the others. */
function joinedFacts(arranged: Arranged, sets: DisjointSets): Map<number, Unit | null> {
  const groups = new Map<number, number[]>();
  for (let position = 0; position < arranged.events.length; position += 1) {
    const root = sets.find(position);
    if (root === position) continue;
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [root, position]);
    else group.push(position);
  }
  const facts = new Map<number, Unit | null>();
  for (const members of groups.values()) {
    const speaker = members.reduce((best, member) =>
      authority(arranged, member) > authority(arranged, best) ? member : best,
    );
    for (const member of members) facts.set(member, member === speaker ? { position: speaker, members } : null);
  }
  return facts;
}

/** Which of several tellings counts: one with an instant, the system itself before a chat about it, the finer time. */
function authority(arranged: Arranged, position: number): number {
  const { at, kind, source } = arranged.events[position]!;
  const told = kind === 'message' || isChat(source.format);
  return (position < arranged.timed ? 100 : 0) + (told ? 0 : 10) + PRECISION_RANK[at.precision];
}

/** The timed event before each untimed one in its evidence, by position. */
function untimedAnchors(arranged: Arranged): { before: Map<number, number>; needed: Set<number> } {
  const { events, timed } = arranged;
  const before = new Map<number, number>();
  const evidences = new Set(events.slice(timed).map((event) => event.source.evidence));
  const timedOf = new Map<string, number[]>();
  for (let position = 0; position < timed && evidences.size > 0; position += 1) {
    const { evidence } = events[position]!.source;
    if (!evidences.has(evidence)) continue;
    const list = timedOf.get(evidence);
    if (list === undefined) timedOf.set(evidence, [position]);
    else list.push(position);
  }
  for (const list of timedOf.values())
    list.sort((a, b) => events[a]!.source.offset - events[b]!.source.offset || a - b);
  for (let position = timed; position < events.length; position += 1) {
    const { evidence, offset } = events[position]!.source;
    const anchor = lastBefore(timedOf.get(evidence) ?? [], (other) => events[other]!.source.offset < offset);
    if (anchor !== undefined) before.set(position, anchor);
  }
  return { before, needed: new Set(before.values()) };
}

/** The last of `positions` for which `isBefore` holds, which holds for the first ones and not for the others. */
function lastBefore(positions: readonly number[], isBefore: (position: number) => boolean): number | undefined {
  let [low, high] = [0, positions.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(positions[middle]!)) low = middle + 1;
    else high = middle;
  }
  return positions[low - 1];
}

/** Puts each untimed unit after its anchor (later ones after earlier ones), those without an anchor at the end. */
function weave(
  timed: readonly Unit[],
  untimed: readonly Unit[],
  anchorOf: (unit: Unit) => Unit | undefined,
): readonly Unit[] {
  if (untimed.length === 0) return timed;
  const followers = Map.groupBy(untimed, anchorOf);
  const woven: Unit[] = [];
  const visit = (unit: Unit): void => {
    woven.push(unit);
    const after = followers.get(unit) ?? [];
    followers.delete(unit);
    after.forEach(visit);
  };
  timed.forEach(visit);
  for (const rest of followers.values()) for (const unit of rest) woven.push(unit);
  return woven;
}
