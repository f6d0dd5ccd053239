/** A group of labels that touch: they stand in a row around the middle of where they want to be. */
interface Group {
  readonly first: number;
  count: number;
  /** Sum over the labels of where each wants the first one of the group to be. */
  wanted: number;
}

/**
 * Places for labels of one size, as close to where they want to be as they can without overlapping. Wanted places must
 * be in rising order; those given back are the starts of the labels. Where there is no room for all, they overlap evenly.
 */
export function spreadLabels(
  wanted: readonly number[],
  { size, from, to }: { readonly size: number; readonly from: number; readonly to: number },
): number[] {
  const step = Math.min(size, Math.max(0, to - from) / Math.max(1, wanted.length));
  const groups: Group[] = [];
  wanted.forEach((place, index) => {
    groups.push({ first: index, count: 1, wanted: place });
    mergeTouching(groups, { step, from, to });
  });
  return groups.flatMap((group) => {
    const start = startOf(group, { step, from, to });
    return Array.from({ length: group.count }, (_none, index) => start + index * step);
  });
}

interface Room {
  readonly step: number;
  readonly from: number;
  readonly to: number;
}

function startOf(group: Group, { step, from, to }: Room): number {
  return Math.max(from, Math.min(group.wanted / group.count, to - group.count * step));
}

function mergeTouching(groups: Group[], room: Room): void {
  for (;;) {
    const [before, last] = groups.slice(-2);
    if (before === undefined || last === undefined) return;
    if (startOf(before, room) + before.count * room.step <= startOf(last, room)) return;
    before.wanted += last.wanted - last.count * before.count * room.step;
    before.count += last.count;
    groups.pop();
  }
}
