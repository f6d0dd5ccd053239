import type { ActionParts } from './action-parts.ts';
import { isDay, isOwner, tailFacts, type Names } from './action-owners.ts';

/** `Ana: …`, `**Ana** – …`, `[@ana](…): …`. */
const LEAD =
  /^(?:(?:\*\*|__)([^*_:\n]{2,60})(?:(?:\*\*|__)\s*[:–—-]?|:(?:\*\*|__)?)|(\[@[^\]\n]{1,40}\]\([^()\s]*\))\s*[:–—-]?|([^:*\n–—]{2,60}?)(?::|\s[–—-](?=\s)))\s+(?=\S)/u;
const HANDLE_LEAD = /^`?(@[\w.-]*\w)`?[,:]?\s+(?=\S)/u;
/** `Ana to look at it` says who, and needs the name to be read. */
const VERB = /^(?:to|will|should|is|are|has|and|&)\s/u;
const NAMED_VERB = /^([^\s,]+(?:\s+[^\s,]+){0,3}?)\s+(?:to|will)\s+\p{Ll}/u;
const BRACKET_TAIL = /\s*(?:\*\*|[*_])?[(\x5b]([^()[\]\n]{2,80})[)\]](?:\*\*|[*_])?\.?$/u;
const LINK_TAIL = /\s*[-–—]?\s*[(\x5b]?(\[@[^\]\n]{1,40}\]\([^()\s]*\))[)\]]?\.?$/u;
const DASH_TAIL = /\s+(?:[-–—]{1,3}|→|=>|->)\s+(?:\*\*|[*_])?([^\n–—→]{2,80}?)(?:\*\*|[*_])?\.?$/u;
const HANDLES_TAIL =
  /(?<!\b(?:with|by|to|from|ping|ask|via|and|at|of|for|like|thanks|using|in|on|the|cc))\s+((?:`?@[A-Za-z][\w-]*`?(?:,?\s+(?:and\s+|&\s+)?|$))+)$/iu;
const DAY_TAIL = /\s+(?:by|before)\s+([^()\n]{3,30}?)\.?$/iu;

/** Longer texts are paragraphs, whose ends say nothing of all of them. */
const LONGEST = 2_000;

/** Takes owner and due date of an action that no label tells, where people are known by their names. */
export function takeOwner(parts: ActionParts, names: Names): void {
  if (parts.text.length > LONGEST) return;
  if (parts.owner === undefined) takeFront(parts, names);
  takeTails(parts, names);
  if (parts.owner === undefined) takeHandles(parts);
  const day = DAY_TAIL.exec(parts.text);
  if (parts.due !== undefined || day?.[1] === undefined || !isDay(day[1])) return;
  parts.due = day[1];
  parts.words += ' by before';
  parts.text = parts.text.slice(0, day.index);
}

function takeFront(parts: ActionParts, names: Names): void {
  const { text } = parts;
  const handle = HANDLE_LEAD.exec(text);
  if (handle?.[1] !== undefined) {
    parts.owner = handle[1];
    const rest = text.slice(handle[0].length);
    if (!VERB.test(rest)) parts.text = rest;
    return;
  }
  const lead = LEAD.exec(text);
  const name = (lead?.[1] ?? lead?.[2] ?? lead?.[3])?.trim();
  if (lead !== null && name !== undefined && isOwner(name, names)) {
    parts.owner = name;
    parts.text = text.slice(lead[0].length);
    return;
  }
  const told = NAMED_VERB.exec(text)?.[1];
  if (told !== undefined && isOwner(told, names)) parts.owner = told;
}

function takeTails(parts: ActionParts, names: Names): void {
  for (const tail of [LINK_TAIL, BRACKET_TAIL, DASH_TAIL]) {
    const match = tail.exec(parts.text);
    const value = match?.[1];
    if (match === null || match.index === 0 || value === undefined) continue;
    const facts = tail === LINK_TAIL ? { owner: value } : tailFacts(value, names);
    if (facts === null || !addTail(parts, facts)) continue;
    parts.words += ` ${value.replaceAll(/[^\p{L}\p{N}\s]+/gu, ' ')}`;
    parts.text = parts.text.slice(0, match.index).trimEnd();
  }
}

/** Adds the facts behind an action, unless they are only what its text may as well say itself. */
function addTail(parts: ActionParts, facts: Readonly<Record<string, string>>): boolean {
  const keys = ['owner', 'due', 'priority', 'status', 'ticket'] as const;
  if (!keys.slice(0, 3).some((key) => facts[key] !== undefined)) return false;
  if (keys.some((key) => facts[key] !== undefined && parts[key] !== undefined && parts[key] !== 'open')) return false;
  for (const key of keys) {
    const value = facts[key];
    if (value !== undefined) parts[key] = value;
  }
  return true;
}

function takeHandles(parts: ActionParts): void {
  const match = HANDLES_TAIL.exec(parts.text);
  if (match?.[1] === undefined || match.index === 0) return;
  parts.owner = match[1].replaceAll('`', '').trim();
  parts.text = parts.text.slice(0, match.index);
}
