import { toLine, toProse } from '#core/record';

import { splitMoments, withMoments } from '../blocks/event-column.ts';
import type { ItemCodec } from '../blocks/list.ts';
import { guardPlaceholder, isPlaceholder, unguardPlaceholder } from '../placeholder.ts';
import { PROSE_KEYS } from './own-paths.data.ts';
import { literal, placeholdersIn } from './placeholders.ts';

/** One value of an item with the words in front of it. */
interface Part {
  readonly key: string;
  readonly before: string;
}

/** An item taken apart: what comes before its text, and behind it in parentheses or with words between. */
interface Shape {
  readonly boxed: boolean;
  readonly lead: readonly Part[];
  /** Words between the values in front and the text. */
  readonly gap: string;
  readonly required: string;
  readonly behind: readonly Part[];
  /** Parenthesis around what is behind. */
  readonly enclosed: boolean;
  readonly tail: string;
}

/**
 * How an item is written in a list of a team's template: `[ ] {{actions.text}} ({{actions.owner}}, due {{actions.due}})`.
 * A value that is absent takes the words before it along; a box is ticked for what is done.
 */
export function itemPattern(path: string, template: string, required: string): ItemCodec {
  const shape = shapeOf(path, template, required);
  const form = formOf(shape);
  return {
    print: (item) => printItem(item, { shape, path }),
    parse(text) {
      const match = form.exec(text);
      const groups = match?.groups ?? { [nameOf(required)]: text };
      return valuesOf(groups, { shape, path });
    },
  };
}

function shapeOf(path: string, template: string, required: string): Shape {
  const boxed = /^\[[ x]\] /u.test(template);
  const text = boxed ? template.slice(4) : template;
  const found = placeholdersIn(text);
  const at = found.findIndex((entry) => keyOf(entry.path, path) === required);
  const before = (index: number): string => {
    const last = found[index - 1];
    return text.slice(last === undefined ? 0 : last.index + last.raw.length, found[index]?.index);
  };
  const last = found.at(-1);
  const tail = last === undefined ? '' : text.slice(last.index + last.raw.length);
  const behind = found
    .slice(at + 1)
    .map((entry, index) => ({ key: keyOf(entry.path, path), before: before(at + 1 + index) }));
  const enclosed = behind[0]?.before.startsWith(' (') === true && tail === ')';
  return {
    boxed,
    lead: found.slice(0, at).map((entry, index) => ({ key: keyOf(entry.path, path), before: before(index) })),
    gap: before(at),
    required,
    behind: enclosed ? behind.map((part, index) => ({ ...part, before: bareWords(part.before, index) })) : behind,
    enclosed,
    tail,
  };
}

/** The words before a value in parentheses, without the comma. */
function bareWords(before: string, index: number): string {
  return index === 0 ? before.slice(2) : before.replace(/^,\s*/u, '');
}

function keyOf(placeholder: string, path: string): string {
  return placeholder === path ? 'text' : placeholder.slice(path.length + 1);
}

function nameOf(key: string): string {
  return `v_${key}`;
}

function capture(key: string): string {
  const form = PROSE_KEYS.has(key) ? String.raw`\S[\s\S]*?` : String.raw`\S(?:[^\n]*?\S)?`;
  return `(?<${nameOf(key)}>${form})`;
}

/** What stands in parentheses at the end, itself with parentheses in it or without. */
const ENCLOSED = String.raw` \((?<enclosed>[^()]*(?:\([^()]*\)[^()]*)*)\)`;

function formOf({ boxed, lead, gap, required, behind, enclosed, tail }: Shape): RegExp {
  const part = ({ key, before }: Part): string => `${literal(before)}${capture(key)}`;
  const box = boxed ? String.raw`(?:\[(?<box>[ xX*]?)\]\s+)?` : '';
  const front = lead.length === 0 ? '' : `(?:${lead.map(part).join('')}${literal(gap)})?`;
  const joined = enclosed ? `(?:${ENCLOSED})?` : behind.map((each) => `(?:${part(each)})?`).join('') + literal(tail);
  return new RegExp(`^${box}${front}${capture(required)}${joined}$`, 'u');
}

/**
 * What the pieces in parentheses are: one with the words of a value is that value, any other the next one that has no
 * words of its own. Undefined where they are something else, which then belongs to the text.
 */
function enclosedValues(text: string, parts: readonly Part[]): Record<string, string> | undefined {
  const open = [...parts];
  const values: Record<string, string> = {};
  let last: string | undefined;
  for (const piece of text.split(', ')) {
    const worded = open.findIndex(({ before }) => before !== '' && piece.startsWith(before));
    const found = worded === -1 ? open.findIndex(({ before }) => before === '') : worded;
    const [part] = found === -1 ? [] : open.splice(found, 1);
    if (part !== undefined) values[part.key] = piece.slice(part.before.length);
    else if (last !== undefined) values[last] = `${values[last] ?? ''}, ${piece}`;
    else return undefined;
    last = part?.key ?? last;
  }
  return values;
}

type Item = Record<string, unknown>;

function printItem(item: Item, { shape, path }: { shape: Shape; path: string }): string {
  const value = (key: string): string | undefined => textOf(item[key]);
  const front = shape.lead.every(({ key }) => value(key) !== undefined)
    ? shape.lead.map(({ key, before }) => `${before}${value(key) ?? ''}`).join('') +
      (shape.lead.length === 0 ? '' : shape.gap)
    : '';
  const parts = shape.behind.flatMap(({ key, before }) => {
    const text = value(key);
    return text === undefined ? [] : [`${before}${text}`];
  });
  const behind = shape.enclosed ? (parts.length === 0 ? '' : ` (${parts.join(', ')})`) : parts.join('') + shape.tail;
  const box = shape.boxed ? `[${isDone(item) ? 'x' : ' '}] ` : '';
  const own = guardPlaceholder(value(shape.required) ?? '');
  return `${box}${front}${path === 'timeline' ? withMoments(own, item['moments']) : own}${behind}`;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'written' in value ? String(value.written) : undefined;
}

function isDone(item: Item): boolean {
  return item['done'] === true || item['status'] === 'done';
}

function valuesOf(
  groups: Readonly<Record<string, string | undefined>>,
  { shape, path }: { shape: Shape; path: string },
): Record<string, unknown> | 'prompt' | null {
  const raw = groups[nameOf(shape.required)] ?? '';
  const { enclosed } = groups;
  const inside = enclosed === undefined ? {} : enclosedValues(enclosed, shape.behind);
  const text = toProse(inside === undefined ? `${raw} (${enclosed ?? ''})` : raw);
  if (text === undefined) return null;
  if (isPlaceholder(text)) return 'prompt';
  const written = (key: string): string => inside?.[key] ?? groups[nameOf(key)] ?? '';
  const others = [...shape.lead, ...shape.behind].map(({ key }) => [key, valueOf(key, written(key))] as const);
  const done = shape.boxed && (groups['box'] ?? ' ').trim() !== '' ? { status: 'done' } : {};
  const own = path === 'timeline' ? splitMoments(text) : { [shape.required]: text };
  const value = own[shape.required];
  return {
    ...done,
    ...Object.fromEntries(others.filter(([, each]) => each !== undefined)),
    ...own,
    ...(typeof value === 'string' ? { [shape.required]: unguardPlaceholder(value) } : {}),
  };
}

function valueOf(key: string, raw: string): string | undefined {
  if (isPlaceholder(raw)) return undefined;
  return PROSE_KEYS.has(key) ? toProse(raw) : toLine(raw);
}
