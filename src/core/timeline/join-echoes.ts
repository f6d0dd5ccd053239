import type { EvidenceEvent, EventKind } from '#core/evidence';

import type { Arranged } from './arrange-events.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import { isChat } from './event-kinds.data.ts';
import { ECHO_GROUPS, ECHO_NEIGHBOURS, ECHO_WITHIN, TITLE_LENGTH, WORD_OVERLAP } from './join-echoes.data.ts';

const GROUP_OF = new Map<EventKind, number>(
  ECHO_GROUPS.flatMap((kinds, group) => kinds.map((kind) => [kind, group] as const)),
);

/** A post that repeats a fact, and how far apart they are (milliseconds). */
interface Pair {
  readonly echo: number;
  readonly fact: number;
  readonly gap: number;
}

/**
 * Joins what a chat retells with the fact itself: same kind, within two minutes, naming it by key, title or nearly all
 * of its words. Only posts that the reader classified as such a fact (those of bots and of commands) are retellings;
 * what a person says stays a message of its own. Each post joins one fact at most, each fact one post of each format.
 */
export function joinEchoes(arranged: Arranged, sets: DisjointSets): void {
  const told = new Set<number>();
  const taken = new Set<string>();
  for (const { echo, fact } of pairsOf(arranged)) {
    const place = `${String(sets.find(fact))} ${arranged.events[echo]!.source.format}`;
    if (told.has(echo) || taken.has(place)) continue;
    told.add(echo);
    sets.union(echo, fact);
    taken.add(`${String(sets.find(fact))} ${arranged.events[echo]!.source.format}`);
  }
}

/** All possible retellings, the closest first. */
function pairsOf(arranged: Arranged): Pair[] {
  const groups = ECHO_GROUPS.map((): { echoes: number[]; facts: number[] } => ({ echoes: [], facts: [] }));
  for (let position = 0; position < arranged.timed; position += 1) {
    const { kind, source } = arranged.events[position]!;
    const group = groups[GROUP_OF.get(kind) ?? -1];
    if (group !== undefined) (isChat(source.format) ? group.echoes : group.facts).push(position);
  }
  return groups
    .flatMap(({ echoes, facts }) => echoes.flatMap((echo) => retold(echo, facts, arranged)))
    .toSorted((a, b) => a.gap - b.gap || a.echo - b.echo || a.fact - b.fact);
}

function retold(echo: number, facts: readonly number[], { events, epochs }: Arranged): Pair[] {
  const at = epochs[echo]!;
  const pairs: Pair[] = [];
  let looked = 0;
  for (
    let index = firstFrom(facts, epochs, at - ECHO_WITHIN);
    index < facts.length && looked < ECHO_NEIGHBOURS;
    index += 1
  ) {
    const fact = facts[index]!;
    if (epochs[fact]! > at + ECHO_WITHIN) break;
    looked += 1;
    if (tellsSame(events[echo]!, events[fact]!)) pairs.push({ echo, fact, gap: Math.abs(at - epochs[fact]!) });
  }
  return pairs;
}

/** Index of the first of `facts` (in order of time) at or after an instant. */
function firstFrom(facts: readonly number[], epochs: Float64Array, instant: number): number {
  let [low, high] = [0, facts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (epochs[facts[middle]!]! < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function tellsSame(echo: EvidenceEvent, fact: EvidenceEvent): boolean {
  if (
    fact.key !== undefined &&
    echo.hints?.some((hint) => hint === fact.key || fact.key!.startsWith(`${hint}:`)) === true
  )
    return true;
  const post = plainWords([echo.text, ...(echo.hints ?? [])].join(' '));
  const titles = (fact.hints ?? [])
    .map(plainWords)
    .filter((title) => title.includes(' ') || title.length >= TITLE_LENGTH);
  if (titles.some((title) => ` ${post} `.includes(` ${title} `))) return true;
  return overlaps(new Set(post.split(' ')), new Set(plainWords(fact.text).split(' ')));
}

function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = a.intersection(b).size;
  return shared >= WORD_OVERLAP.atLeast && shared >= WORD_OVERLAP.share * Math.min(a.size, b.size);
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
