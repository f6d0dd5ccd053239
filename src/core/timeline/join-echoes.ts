import type { EventKind, EvidenceEvent } from '#core/evidence';

import type { Arranged } from './arrange-events.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import { epochOrder } from './epoch-order.ts';
import { isChat } from './event-kinds.data.ts';
import { growingNumbers } from './growing-numbers.ts';
import { ECHO_GROUPS, ECHO_NEIGHBOURS, ECHO_WITHIN } from './join-echoes.data.ts';
import { type Comparison, comparison, type Telling } from './telling.ts';

const GROUP_OF = new Map<EventKind, number>(
  ECHO_GROUPS.flatMap((kinds, group) => kinds.map((kind) => [kind, group] as const)),
);

/** Posts and the facts that they may repeat, as positions; a storm has millions of pairs, so without objects. */
interface Pairs {
  readonly echoes: Uint32Array;
  readonly facts: Uint32Array;
}

/**
 * Joins what a chat retells with the fact itself: same kind, within two minutes, naming it by key, title or nearly all
 * of its words. Only posts that the reader classified as such a fact (those of bots and of commands) are retellings;
 * what a person says stays a message of its own. Each post joins one fact at most, each fact one post of each format.
 */
export function joinEchoes(arranged: Arranged, sets: DisjointSets): void {
  const { echoes, facts } = pairsOf(arranged);
  const told = new Set<number>();
  const taken = new Map<string, Set<number>>();
  const order = closestFirst({ echoes, facts }, arranged.epochs);
  for (let place = 0; place < order.length; place += 1) {
    const echo = echoes[order[place]!]!;
    const fact = facts[order[place]!]!;
    if (told.has(echo)) continue;
    const { format } = arranged.events[echo]!.source;
    const places = taken.get(format) ?? new Set<number>();
    if (places.has(sets.find(fact))) continue;
    told.add(echo);
    sets.union(echo, fact);
    taken.set(format, places.add(sets.find(fact)));
  }
}

/** Indices of pairs, those with the smallest gap first, equal ones in order of posts and facts. */
function closestFirst({ echoes, facts }: Pairs, epochs: Float64Array): Uint32Array {
  const gaps = new Float64Array(echoes.length);
  for (let index = 0; index < gaps.length; index += 1) {
    gaps[index] = Math.abs(epochs[echoes[index]!]! - epochs[facts[index]!]!);
  }
  return epochOrder(gaps);
}

/** Facts that posts of one group may repeat, in order of time. */
interface Facts {
  readonly positions: number[];
  /** What those that were looked at tell; empty again behind the posts. */
  readonly tellings: (Telling | undefined)[];
  /** Index of the first that is not too early for the posts that come. */
  start: number;
}

/** All possible retellings, by post and fact. */
function pairsOf(arranged: Arranged): Pairs {
  const groups = ECHO_GROUPS.map((): Facts => ({ positions: [], tellings: [], start: 0 }));
  const posts: number[] = [];
  for (let position = 0; position < arranged.timed; position += 1) {
    const { kind, source } = arranged.events[position]!;
    const group = GROUP_OF.get(kind);
    if (group !== undefined) (isChat(source.format) ? posts : groups[group]!.positions).push(position);
  }
  const [echoes, facts, compared] = [growingNumbers(), growingNumbers(), comparison()];
  for (const echo of posts) {
    const group = groups[GROUP_OF.get(arranged.events[echo]!.kind)!]!;
    skipEarly(group, arranged.epochs, arranged.epochs[echo]! - ECHO_WITHIN);
    retold(echo, group, {
      arranged,
      compared,
      found(fact) {
        echoes.push(echo);
        facts.push(fact);
      },
    });
  }
  return { echoes: echoes.all(), facts: facts.all() };
}

/** Leaves facts behind that are too early for this post, and so for all later ones. */
function skipEarly(facts: Facts, epochs: Float64Array, instant: number): void {
  const { positions, tellings } = facts;
  while (facts.start < positions.length && epochs[positions[facts.start]!]! < instant) {
    tellings[facts.start] = undefined;
    facts.start += 1;
  }
}

interface Search {
  readonly arranged: Arranged;
  readonly compared: Comparison;
  readonly found: (fact: number) => void;
}

/** Finds the neighbours that a post repeats. */
function retold(echo: number, { positions, tellings, start }: Facts, { arranged, compared, found }: Search): void {
  const { events, epochs } = arranged;
  const post = events[echo]!;
  const latest = epochs[echo]! + ECHO_WITHIN;
  const end = Math.min(positions.length, start + ECHO_NEIGHBOURS);
  for (let index = start; index < end && epochs[positions[index]!]! <= latest; index += 1) {
    if (index === start) compared.listen(post);
    const fact = events[positions[index]!]!;
    const telling = (tellings[index] ??= compared.read(fact));
    if (compared.retells(telling) || linksTo(post, fact)) found(positions[index]!);
  }
}

/** True where a post links to the fact by its key, or by what its key begins with up to a colon. */
function linksTo({ hints }: EvidenceEvent, { key }: EvidenceEvent): boolean {
  if (key === undefined || hints === undefined) return false;
  for (const hint of hints) {
    const isWhole = key.length === hint.length || key[hint.length] === ':';
    if (isWhole && key.startsWith(hint)) return true;
  }
  return false;
}
