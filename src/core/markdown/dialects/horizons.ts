import type { Filter } from '../blocks/table.ts';

/** Where an action of a foreign horizon stands in a template that has other ones. */
const NEAREST: Readonly<Record<string, readonly string[]>> = {
  week: ['week', 'two-weeks', 'sprint'],
  'two-weeks': ['two-weeks', 'sprint', 'week'],
  sprint: ['sprint', 'two-weeks', 'week'],
  month: ['month', 'quarter'],
  quarter: ['quarter', 'backlog', 'month'],
  backlog: ['backlog', 'quarter'],
  process: ['process', 'month', 'quarter'],
};

/** The group of a template in which an action stands; undefined for an action without a horizon. */
export function groupOf(item: Record<string, unknown>, groups: readonly string[]): string | undefined {
  const horizon = item['horizon'];
  return typeof horizon === 'string' ? NEAREST[horizon]?.find((group) => groups.includes(group)) : undefined;
}

/** The actions of one group. */
export function inGroup(group: string, groups: readonly string[]): Filter {
  return { key: 'horizon', value: group, accepts: (item) => groupOf(item, groups) === group };
}

/** The actions that stand in no group. */
export function ungrouped(groups: readonly string[]): Filter {
  return { key: 'horizon', accepts: (item) => groupOf(item, groups) === undefined };
}
