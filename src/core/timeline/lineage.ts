import { disjointSets } from './disjoint-sets.ts';
import type { TimedEvent } from './incident.ts';
import { COMMON_SHARE, TRUNKS } from './lineage.data.ts';

/** Letters and digits mixed: hashes, replica sets, versions. */
const MIXED = /(?<![\w.])(?=[a-z0-9.-]*\d)(?=[a-z0-9.-]*[a-z])[a-z0-9][a-z0-9.-]{5,}[a-z0-9]/giu;
const HASH = /^[0-9a-f]{7,64}$/u;
const REQUEST = /\b(?:pull request|merge request|pr|mr) [#!]?(\d+)\b|\([#!](\d+)\)/giu;
const BRANCH = /\b(?:from|branch|on) ['"“]?(?:[\w.-]+\/)?([a-z][\w./-]{4,})/giu;

/**
 * Groups changes that are one change on its way: a commit, the merge that mentions its branch, the deployment that
 * mentions the merge, the rollout with its image. Events are linked by rare names that they share (hashes, versions,
 * replica sets, pull requests, branches); names that many of them have link nothing.
 */
export function lineages(changes: readonly TimedEvent[]): TimedEvent[][] {
  const bearers = new Map<string, number[]>();
  changes.forEach(({ event }, index) => {
    for (const name of rareNames(
      [event.text, event.key ?? '', ...(event.hints ?? []), ...(event.names ?? [])].join('\n'),
    )) {
      const list = bearers.get(name);
      if (list === undefined) bearers.set(name, [index]);
      else list.push(index);
    }
  });
  const sets = disjointSets(changes.length);
  const common = Math.max(COMMON_SHARE.atLeast, changes.length * COMMON_SHARE.share);
  for (const [first, ...others] of bearers.values()) {
    if (first === undefined || others.length >= common) continue;
    for (const other of others) sets.union(first, other);
  }
  return [...Map.groupBy(changes, (_, index) => sets.find(index)).values()];
}

/** Names in a text that are rare enough to mean one change. */
export function rareNames(text: string): Set<string> {
  const names = new Set<string>();
  for (const [word] of text.matchAll(MIXED)) {
    const lower = word.toLowerCase();
    if (!/^\d{4}-\d\d/u.test(lower)) names.add(HASH.test(lower) ? lower.slice(0, 7) : lower);
  }
  for (const [, request, bracketed] of text.matchAll(REQUEST)) names.add(`#${request ?? bracketed ?? ''}`);
  for (const [, branch] of text.matchAll(BRANCH)) {
    if (branch !== undefined && branch.includes('-') && !TRUNKS.has(branch.toLowerCase()))
      names.add(branch.toLowerCase());
  }
  return names;
}
