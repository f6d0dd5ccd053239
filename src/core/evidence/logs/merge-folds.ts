import type { EvidenceEvent } from '../types.ts';
import { WILD } from './fold-text.ts';
import { levelOf } from './level.ts';

/** Templates that differ in one word only are one template if there are at least this many. */
const LEAST_VARIANTS = 5;
/** Words that must be equal, so that what is left is still a message. */
const LEAST_WORDS = 2;
const MOST_WORDS = 24;
const ROUNDS = 3;

/**
 * Finds names that vary in the templates of one log: where five or more templates differ in the same single word
 * (`Invalid user admin from <*>`, `Invalid user oracle from <*>`, …) that word becomes `<*>`. Returns what becomes of
 * each template that changes. Depends on the set of templates only, not on their order.
 */
export function mergeFolds(templates: Iterable<string>): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  let current = new Set(templates);
  for (let round = 0; round < ROUNDS; round += 1) {
    const changes = mergeOnce(current);
    if (changes.size === 0) break;
    for (const [from, to] of renamed) renamed.set(from, changes.get(to) ?? to);
    for (const [from, to] of changes) if (!renamed.has(from)) renamed.set(from, to);
    current = new Set([...current].map((template) => changes.get(template) ?? template));
  }
  return renamed;
}

/** The events of one log with the names that vary in it left open in their patterns. */
export function withMergedFolds(events: readonly EvidenceEvent[]): readonly EvidenceEvent[] {
  const merged = mergeFolds(new Set(events.map((event) => event.fold ?? '')));
  if (merged.size === 0) return events;
  return events.map((event) => {
    const fold = merged.get(event.fold ?? '');
    return fold === undefined ? event : { ...event, fold };
  });
}

function mergeOnce(templates: ReadonlySet<string>): ReadonlyMap<string, string> {
  const variants = new Map<string, number>();
  for (const template of templates)
    for (const key of generalisations(template)) variants.set(key, (variants.get(key) ?? 0) + 1);
  const changes = new Map<string, string>();
  for (const template of templates) {
    let best: string | null = null;
    let most = LEAST_VARIANTS - 1;
    for (const key of generalisations(template)) {
      const count = variants.get(key) ?? 0;
      if (count > most) [best, most] = [key, count];
    }
    if (best !== null) changes.set(template, best);
  }
  return changes;
}

/** The template with one of its words, each in turn, left open. The level in front is never open. */
function* generalisations(template: string): Generator<string> {
  const words = template.split(' ');
  if (words.length > MOST_WORDS) return;
  const plain = words.filter((word) => isPlain(word)).length;
  if (plain <= LEAST_WORDS) return;
  for (let index = levelOf(words[0] ?? '') === null ? 0 : 1; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (isPlain(word)) yield words.with(index, WILD + (/[:;,.)\]]+$/u.exec(word)?.[0] ?? '')).join(' ');
  }
}

function isPlain(word: string): boolean {
  return word !== WILD && /[A-Za-z]/u.test(word);
}
