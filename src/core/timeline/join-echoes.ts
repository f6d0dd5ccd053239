import type { EvidenceEvent, EventKind } from '#core/evidence';

import type { Arranged } from './arrange-events.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import { isChat } from './event-kinds.data.ts';
import { ECHO_GROUPS, ECHO_NEIGHBOURS, ECHO_WITHIN, TITLE_LENGTH, WORD_OVERLAP } from './join-echoes.data.ts';

/** Titles and posts say what they are about in their first characters. */
const READ_AT_MOST = 600;

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

interface Telling {
  readonly arranged: Arranged;
  /** What the event at a position tells. */
  readonly told: (position: number) => Told;
}

/** All possible retellings, the closest first. */
function pairsOf(arranged: Arranged): Pair[] {
  const groups = ECHO_GROUPS.map((): { echoes: number[]; facts: number[] } => ({ echoes: [], facts: [] }));
  for (let position = 0; position < arranged.timed; position += 1) {
    const { kind, source } = arranged.events[position]!;
    const group = groups[GROUP_OF.get(kind) ?? -1];
    if (group !== undefined) (isChat(source.format) ? group.echoes : group.facts).push(position);
  }
  const known = new Map<number, Told>();
  const told = (position: number): Told => {
    const telling = known.get(position) ?? toldBy(arranged.events[position]!);
    known.set(position, telling);
    return telling;
  };
  return groups
    .flatMap(({ echoes, facts }) => echoes.flatMap((echo) => retold(echo, facts, { arranged, told })))
    .toSorted((a, b) => a.gap - b.gap || a.echo - b.echo || a.fact - b.fact);
}

function retold(echo: number, facts: readonly number[], { arranged, told }: Telling): Pair[] {
  const { events, epochs } = arranged;
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
    const same = linksTo(events[echo]!, events[fact]!) || tellsSame(told(echo), told(fact));
    if (same) pairs.push({ echo, fact, gap: Math.abs(at - epochs[fact]!) });
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

/** What the words of a post and of a fact are compared by. */
interface Told {
  /** Text and hints as plain words, between blanks. */
  readonly post: string;
  readonly words: ReadonlySet<string>;
  readonly titles: readonly string[];
}

function toldBy(event: EvidenceEvent): Told {
  const text = plainWords(event.text);
  const hints = (event.hints ?? []).map(plainWords);
  return {
    post: ` ${[text, ...hints].join(' ')} `,
    words: new Set(text.split(' ')),
    titles: hints.filter((title) => title.includes(' ') || title.length >= TITLE_LENGTH),
  };
}

function tellsSame(echo: Told, fact: Told): boolean {
  return fact.titles.some((title) => echo.post.includes(` ${title} `)) || overlaps(echo.words, fact.words);
}

/** True where a post links to the fact by its key. */
function linksTo(echo: EvidenceEvent, { key }: EvidenceEvent): boolean {
  return key !== undefined && echo.hints?.some((hint) => hint === key || key.startsWith(`${hint}:`)) === true;
}

function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = a.intersection(b).size;
  return shared >= WORD_OVERLAP.atLeast && shared >= WORD_OVERLAP.share * Math.min(a.size, b.size);
}

function plainWords(text: string): string {
  return text
    .slice(0, READ_AT_MOST)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
