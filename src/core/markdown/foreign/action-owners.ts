import { peopleIn } from '#core/record';
import { resolveTime } from '#core/time';

import { CATEGORY_WORDS, DONE_WORDS, OPEN_WORDS, PRIORITY_WORDS, TICKET_WORDS } from './action-words.data.ts';
import { GIVEN_NAMES, ROLE_LINE, TEAM, TEAM_NAMES } from './person-words.data.ts';

/** Names that a document gives people, in lower case. */
export type Names = ReadonlySet<string>;

/** Everybody whom a document names in a role, by whole name and by given name. */
export function namesIn(source: string): Names {
  const names = new Set<string>();
  for (const match of source.matchAll(ROLE_LINE)) {
    for (const { name, handle } of peopleIn(match[1]?.replaceAll(/[*_`|]/gu, ' '))) {
      if (handle !== undefined) names.add(handle.slice(1).toLowerCase());
      if (name === undefined || !isNameShaped(name)) continue;
      names.add(name.toLowerCase());
      names.add(name.split(/\s/u)[0]?.toLowerCase() ?? name);
    }
  }
  return names;
}

const HANDLE = /^@[\w.-]*\w$/u;
const LINKED_HANDLE = /^\[@?[\w .-]+\]\([^()]*\)$/u;
const SHAPE =
  /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:van|von|de|der|den|da|dos|di|la|le|bin|al)\s+)*\p{Lu}[\p{L}'’.-]*){0,3}$/u;
const SEVERAL = /\s*(?:,|&|\+|\/|\band\b)\s*/u;

function isNameShaped(text: string): boolean {
  return SHAPE.test(text) && text.length <= 40 && !text.split(/\s+/u).some((word) => isOtherWord(word));
}

function isOtherWord(word: string): boolean {
  return [CATEGORY_WORDS, DONE_WORDS, OPEN_WORDS, PRIORITY_WORDS, TICKET_WORDS].some((words) => words.test(word));
}

/** Whether a text is nothing but people or teams: handles, names that the document or everybody knows, "… team". */
export function isOwner(text: string, names: Names): boolean {
  const parts = text
    .replaceAll(/[*_`]{1,3}/gu, '')
    .trim()
    .split(SEVERAL);
  return parts.length <= 6 && parts.every((part) => isOne(part.trim(), names));
}

function isOne(part: string, names: Names): boolean {
  if (HANDLE.test(part) || (LINKED_HANDLE.test(part) && part.startsWith('[@'))) return true;
  if (part.length > 40 || part.length < 2) return false;
  const first = part.split(/\s+/u)[0]?.toLowerCase() ?? '';
  if (names.has(part.toLowerCase())) return true;
  if (TEAM.test(part)) return /^[\p{L}\p{N}][\p{L}\p{N} &/+-]*$/u.test(part) && part.split(/\s+/u).length <= 4;
  return isNameShaped(part) && (GIVEN_NAMES.has(first) || names.has(first));
}

/** What a bracket behind an action says, piece by piece; null where some piece is none of these. */
export function tailFacts(text: string, names: Names): Readonly<Record<string, string>> | null {
  const facts: Record<string, string> = {};
  const people: string[] = [];
  for (const piece of text.split(/\s*[,;|]\s*|\s+[·–—-]\s+/u)) {
    const key = kindOf(piece, names);
    if (key === undefined || facts[key] !== undefined) return null;
    if (key === 'owner') people.push(piece.replace(OWNER_WORD, ''));
    else facts[key] = piece.replace(DUE_WORD, '');
  }
  return people.length === 0 ? facts : { ...facts, owner: people.join(', ') };
}

const DUE_WORD = /^(?:due|by|before|until|eta|deadline|target)(?: on| by| date)?[ :]\s*/iu;

const OWNER_WORD = /^(?:assigned to|owned by|owner|assignee|dri) (?=[\p{L}@])/iu;

function kindOf(piece: string, names: Names): 'due' | 'status' | 'priority' | 'ticket' | 'owner' | undefined {
  if (DONE_WORDS.test(piece) || OPEN_WORDS.test(piece)) return piece.length <= 20 ? 'status' : undefined;
  if (/^p\d$|^prio/iu.test(piece)) return 'priority';
  if (TICKET_WORDS.test(piece)) return 'ticket';
  if (isDay(piece.replace(DUE_WORD, ''))) return 'due';
  return OWNER_WORD.test(piece) || isOwner(piece, names) || (/^\p{Lu}/u.test(piece) && TEAM_NAMES.test(piece))
    ? 'owner'
    : undefined;
}

/** Whether a text is a calendar day, be it without a year. */
export function isDay(text: string): boolean {
  return resolveTime(text, { year: 2000 }).precision === 'day';
}

const TAILS: readonly RegExp[] = [
  /\s(?:[-–—]{1,3}|→|=>|->)\s+[*_]{0,2}([^\n–—→()[\]]{2,60}?)[*_]{0,2}\.?$/u,
  /[(\x5b]([^()[\]\n]{2,60})[)\]][*_]{0,2}\.?$/u,
];

/**
 * Names that stand in the same place behind most actions of a list; they are those of people, be they known or not. Words
 * all in capitals are abbreviations.
 */
export function namesBehind(actions: readonly string[]): string[] {
  return TAILS.flatMap((tail) => {
    const found = actions.flatMap((text) => tail.exec(text.slice(-200))?.[1] ?? []);
    const parts = found.flatMap((text) => text.split(SEVERAL));
    const even = found.length >= 2 && found.length * 3 >= actions.length * 2;
    return even && parts.every((part) => isNameShaped(part) && /\p{Ll}/u.test(part)) ? parts : [];
  }).map((name) => name.toLowerCase());
}

/** The owner that a heading or label names for the actions below it. */
export function ownerOfGroup(group: string, names: Names): string | undefined {
  const told = /^(?:owners?|assigned to|assignees?|responsible)\s*:\s*(\S.*)$/iu.exec(group)?.[1];
  if (told !== undefined) return told;
  return isOwner(group, names) ? group : undefined;
}
