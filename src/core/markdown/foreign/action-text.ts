import { factsIn, type Facts } from './action-facts.ts';
import { takeOwner } from './take-owner.ts';
import type { Names } from './action-owners.ts';
import type { ActionParts } from './action-parts.ts';
import {
  CATEGORY_WORDS,
  DONE_SIGNS,
  DONE_WORDS,
  OPEN_SIGNS,
  OPEN_WORDS,
  PRIORITY_WORDS,
  TICKET_WORDS,
} from './action-words.data.ts';

const BOX = /^\s*\[([ xX*✓✔]?)\](?=\s|$)\s*/u;
const TAG =
  /^\s*(?:\[((?:[^[\]]|\[[^[\]]*\]\([^()]*\))+)\](?![([:])|\(([^()]{1,60})\)|\*\*\[([^[\]]+)\]\*\*)\s*[:–—-]?\s*/u;
const HANDLE = /^\s*(?:\*\*)?`?(@[\w.-]+)`?(?:\*\*)?\s*(?::\**|[–—]|-(?=\s))\s*/u;
const HANDLE_TAIL = /\s*(?:[-–—(\x5b]\s*)`?(@[\w.-]+(?:\s*(?:,|&|and|\/)\s*`?@[\w.-]+`?)*)`?\s*[)\]]?\.?$/u;
const BARE_HANDLE_TAIL = /\s+`(@[\w.-]+)`$/u;
const DUE_TAIL =
  /\s*(?:[-–—,;]\s*|\(\s*|\[\s*)?(?<![\p{L}\p{N}])(?:due(?! to\b)(?: date| by| on)?|eta|deadline|target date)\s*:?\s+([^()[\]\n]{2,40}?)\s*[)\]]?\.?$/iu;
const STATUS_TAIL =
  /(?:\s+[-–—]{1,2}\s+|\s*[–—]\s*|\s*\(\s*|\s*\[\s*)(?:\*\*)?((?:done|completed?|closed|fixed|resolved|finished|shipped|merged|in progress|todo|wip|pending)\b[^()[\]\n]{0,30}?)(?:\*\*)?\s*[)\]]?\.?$/iu;

/** `DONE: …`, `**DONE:** …`, `TODO - …`: in capitals, so that it is no verb. */
const STATUS_WORD =
  /^(?:\*\*)?(DONE|TODO|WIP|FIXED|COMPLETED?|PENDING|CLOSED|IN PROGRESS)(?:\*\*)?\s*(?:[:–—-](?:\*\*)?\s*|\s)(?=\S)/u;
/** `**In progress:** …`. */
const BOLD_STATUS =
  /^\*\*(done|todo|completed|pending|in progress|planned|fixed|open|closed)(?::\*\*|\*\*\s*:|\*\*\s+[–—-])\s*(?=\S)/iu;

/**
 * Takes an action's text apart: box, tags and handle in front, labelled facts, owner, due date and status behind. Names
 * without a label are looked for only where `names` says which people the document knows.
 */
export function readActionText(raw: string, names?: Names): ActionParts {
  const parts: ActionParts = { text: raw.trim(), marks: '', words: '' };
  takeBox(parts);
  for (let round = 0; round < 4; round += 1) if (!takeFront(parts)) break;
  takeStrike(parts);
  takeLabelled(parts);
  for (let round = 0; round < 4; round += 1) if (!takeTail(parts)) break;
  if (names !== undefined) takeOwner(parts, names);
  const ticket = parts.ticket ?? ticketIn(parts.text);
  if (ticket !== undefined) parts.ticket = ticket;
  return parts;
}

/** True for text that starts with a task box, be it malformed. */
export function hasBox(text: string): boolean {
  return BOX.test(text);
}

function takeBox(parts: ActionParts): void {
  const box = BOX.exec(parts.text);
  if (box === null) return;
  const ticked = (box[1] ?? '').trim() !== '';
  parts.status = ticked ? 'done' : 'open';
  parts.marks += ` ${box[1] ?? ''}`;
  parts.text = parts.text.slice(box[0].length).trim();
}

function takeFront(parts: ActionParts): boolean {
  const { text } = parts;
  const sign = DONE_SIGNS.exec(text) ?? OPEN_SIGNS.exec(text);
  if (sign !== null && sign[0].length < text.length) {
    parts.status ??= DONE_SIGNS.test(text) ? 'done' : 'open';
    parts.marks += ` ${sign[0]}`;
    parts.text = text.slice(sign[0].length).replace(/^[\uFE0F\s:–—-]+/u, '');
    parts.marks += ' \uFE0F';
    return true;
  }
  const word = STATUS_WORD.exec(text) ?? BOLD_STATUS.exec(text);
  if (word?.[1] !== undefined) {
    // A ticked box says it already.
    if (parts.status === undefined) parts.status = word[1];
    else parts.words += ` ${word[1]}`;
    parts.text = text.slice(word[0].length);
    return true;
  }
  const handle = HANDLE.exec(text);
  if (handle?.[1] !== undefined && parts.owner === undefined && handle[0].length < text.length) {
    parts.owner = handle[1];
    parts.text = text.slice(handle[0].length);
    return true;
  }
  return takeTag(parts);
}

function takeTag(parts: ActionParts): boolean {
  const match = TAG.exec(parts.text);
  const tag = (match?.[1] ?? match?.[2] ?? match?.[3])?.trim();
  if (match === null || tag === undefined || tag === '' || match[0].length >= parts.text.length) return false;
  const key = tagKey(tag, match[2] !== undefined);
  if (key === undefined || parts[key] !== undefined) return false;
  parts[key] = tag.replaceAll(/\s*\n\s*/gu, ' ');
  parts.text = parts.text.slice(match[0].length);
  return true;
}

/** What a tag in front of an action says; a name unless it is a known word of another kind. */
function tagKey(tag: string, round: boolean): 'status' | 'priority' | 'category' | 'ticket' | 'owner' | undefined {
  if (DONE_WORDS.test(tag) || OPEN_WORDS.test(tag)) return 'status';
  if (PRIORITY_WORDS.test(tag)) return 'priority';
  if (CATEGORY_WORDS.test(tag)) return 'category';
  if (TICKET_WORDS.test(tag)) return 'ticket';
  const words = tag.split(/[\s,&/+]+/u);
  const nameLike = words.length <= (round ? 4 : 5) && /^[\p{L}@][\p{L}\p{N}@ .,&/'?+_-]*$/u.test(tag);
  return nameLike && !/\b(?:optional|maybe|if|when|the|for|see|not|also|e\.g)\b/iu.test(tag) ? 'owner' : undefined;
}

function takeStrike(parts: ActionParts): void {
  const struck = /^~~([\s\S]+?)~~(?=\s*$|\s*[(\x5b–—-])/u.exec(parts.text);
  if (struck?.[1] === undefined) return;
  parts.status ??= 'done';
  parts.text = `${struck[1].trim()}${parts.text.slice(struck[0].length)}`;
}

/** `Owner: Ana — do it` and `do it (Owner: Ana, Due: May)`. */
function takeLabelled(parts: ActionParts): void {
  const found = factsIn(parts.text);
  if (found === null) return;
  if (found.start > 0) {
    parts.text = parts.text.slice(0, found.start).trimEnd();
    addFacts(parts, found);
    return;
  }
  const lead = /^[^\n]{3,90}?\s+[—–|-]\s+(?=\S)/u.exec(parts.text)?.[0];
  const front = lead === undefined ? null : factsIn(lead.trim());
  if (lead === undefined || front?.start !== 0) return;
  parts.text = parts.text.slice(lead.length);
  addFacts(parts, front);
}

/** Adds what labels tell; a value that is known already stays, and the other is kept as words. */
export function addFacts(parts: ActionParts, { values, words }: Facts): void {
  parts.words += ` ${words}`;
  for (const [key, value] of Object.entries(values) as [keyof Facts['values'], string][]) {
    if (parts[key] === undefined || (key === 'status' && parts.status === 'open')) parts[key] = value;
    else parts.words += ` ${value}`;
  }
  const due = /^(.+?)[,;]?\s+(?:due|by)(?: by| on)?[ :]\s*(\S.*)$/iu.exec(parts.owner ?? '');
  if (due?.[1] === undefined || due[2] === undefined || parts.due !== undefined) return;
  [parts.owner, parts.due] = [due[1], due[2]];
  parts.words += ' due by on';
}

function takeTail(parts: ActionParts): boolean {
  return (
    cutCategory(parts) ||
    cut(parts, 'owner', HANDLE_TAIL) ||
    cut(parts, 'owner', BARE_HANDLE_TAIL) ||
    cut(parts, 'due', DUE_TAIL) ||
    cut(parts, 'status', STATUS_TAIL) ||
    cutSign(parts)
  );
}

function cut(parts: ActionParts, key: 'owner' | 'due' | 'status', pattern: RegExp): boolean {
  if (parts[key] !== undefined && parts[key] !== 'open') return false;
  const match = pattern.exec(parts.text.length > 2_000 ? '' : parts.text);
  const value = match?.[1]?.trim();
  if (match === null || match.index === 0 || value === undefined || value === '') return false;
  parts[key] = value;
  parts.words += ` ${match[0].replace(value, ' ')}`;
  parts.text = parts.text.slice(0, match.index).trimEnd();
  return true;
}

/** The `[detect]` behind an action. */
function cutCategory(parts: ActionParts): boolean {
  const match = /(?<!\s)\s*\[([^[\]]{2,30})\]$/u.exec(parts.text);
  const tag = match?.[1];
  if (match === null || match.index === 0 || tag === undefined || parts.category !== undefined) return false;
  if (!CATEGORY_WORDS.test(tag)) return false;
  parts.category = tag;
  parts.text = parts.text.slice(0, match.index);
  return true;
}

function cutSign(parts: ActionParts): boolean {
  const match = /(?:✅|☑️?|✔️?|✓)\uFE0F?$/u.exec(parts.text);
  if (match === null || match.index === 0) return false;
  parts.status ??= 'done';
  parts.marks += ` ${match[0]}`;
  parts.text = parts.text.slice(0, match.index).trimEnd();
  return true;
}

const TICKET =
  /https?:\/\/[^\s()<>\x5d]+(?:\/issues\/\d+|\/pull\/\d+|\/browse\/[A-Z]+-\d+|show_bug\.cgi\?id=\d+|\/merge_requests\/\d+|\/work_items\/\d+)|(?<![\w/&])#\d{1,7}\b|(?<![\w-])[A-Z][A-Z0-9]{1,9}-\d{1,6}(?![\w-])|\b[bB]ug \d{4,8}\b/u;
const NO_TICKET = /^(?:UTF|SHA|ISO|RFC|CVE|SEV|TLS|HTTP|IPV|AES|RSA|UTC|GMT|COVID|GPT|MD|P|H)-/iu;

function ticketIn(text: string): string | undefined {
  const found = TICKET.exec(text.slice(0, 4_000))?.[0];
  return found === undefined || NO_TICKET.test(found) ? undefined : found;
}
