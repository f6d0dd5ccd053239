import { toProse } from '#core/record';

import type { Chunk, ListItem } from '../document-tree.ts';
import { guardPlaceholder, isPlaceholder, unguardPlaceholder } from '../placeholder.ts';
import type { Block, Findings, Section, View } from '../spec.ts';
import { claim, itemsAt, normaliseLabel, slice, unclaimed } from '../spec.ts';

/** How one item of the record is written as one item of a list. */
export interface ItemCodec {
  /** The item's Markdown, or null if it has no place in this list. */
  print(item: Record<string, unknown>, index: number): string | null;
  /** Keys and values; `prompt` for one that is still to be filled in; null if the text is no such item. */
  parse(text: string): Record<string, unknown> | 'prompt' | null;
}

/** Items that are one text. */
const textItem: ItemCodec = {
  print: (item) => guardPlaceholder(String(item['text'])),
  parse: (text) => ({ text: unguardPlaceholder(text) }),
};

/** What the template says where people are to write something of their own. */
export interface Examples {
  readonly pattern: RegExp;
  /** Only as long as the section has a prompt left: words that might be somebody's own. */
  readonly whilePrompted?: boolean;
}

/** Settings of {@link list}. */
export interface ListOptions {
  readonly path: string;
  readonly codec?: ItemCodec;
  readonly numbered?: boolean;
  /** Items of the record are plain texts. */
  readonly plain?: boolean;
  /** Line before the list, as `**Key timestamps:**` or `Details:`. */
  readonly label?: string;
  /** Other wordings of the label, reduced to lower-case words. */
  readonly labelPattern?: RegExp;
  /** True where the list follows its label without a blank line. */
  readonly tightLabel?: boolean;
  readonly prompts?: readonly string[];
  /** Items that the template brings as examples. */
  readonly examples?: Examples;
}

/** A list whose items are items of a list in the record. */
export function list(options: ListOptions): Block {
  const codec = options.codec ?? textItem;
  return {
    order: options.label === undefined ? 6 : 4,
    render: (view) => renderList(view, options, codec),
    read(section, findings) {
      const chunks = chunksFor(section, options);
      for (const chunk of chunks) readList(section, chunk, { options, codec, findings });
    },
  };
}

function renderList(view: View, options: ListOptions, codec: ItemCodec): string | null {
  const items = itemsAt(view, options.path).flatMap((item, index) => {
    const text = codec.print(item, index);
    return text === null ? [] : [text];
  });
  if (items.length === 0 && !(view.prompts && options.prompts)) return null;
  const shown = items.length === 0 ? (options.prompts ?? []) : items;
  const body = drawList(shown, options.numbered === true);
  return options.label === undefined ? body : `${options.label}${options.tightLabel === true ? '\n' : '\n\n'}${body}`;
}

/** Draws a list; further lines of an item are indented under its text. */
function drawList(items: readonly string[], numbered: boolean): string {
  return items
    .map((text, index) => {
      const marker = numbered ? `${String(index + 1)}. ` : '- ';
      return marker + text.replaceAll(/\n(?=[^\n])/gu, `\n${' '.repeat(marker.length)}`);
    })
    .join('\n');
}

function chunksFor(section: Section, options: ListOptions): Chunk[] {
  if (options.label === undefined) return unclaimed(section, 'list');
  const wanted = normaliseLabel(options.label);
  const isLabel = (text: string): boolean => text === wanted || options.labelPattern?.test(text) === true;
  const at = section.chunks.findIndex(
    (chunk) =>
      ['label', 'paragraph'].includes(chunk.kind) &&
      !section.claimed.has(chunk) &&
      isLabel(normaliseLabel(slice(section, chunk))),
  );
  const next = section.chunks[at + 1];
  const label = section.chunks[at];
  if (label === undefined || next?.kind !== 'list') return [];
  claim(section, label);
  return [next];
}

function readList(
  section: Section,
  chunk: Chunk,
  reader: { options: ListOptions; codec: ItemCodec; findings: Findings },
): void {
  const { options, codec, findings } = reader;
  const items = (chunk.items ?? []).map((item) => ({ item, ...splitAside(item) }));
  const examples = examplesIn(section, options.examples);
  const parsed = items.map(({ text }) =>
    text === undefined ? null : examples?.test(text) === true ? 'prompt' : codec.parse(text),
  );
  if (
    options.label === undefined &&
    parsed.every((item, at) => item === null && items[at]?.text !== undefined) &&
    items.length > 0
  )
    return;
  claim(section, chunk);
  items.forEach((entry, index) => {
    findings.aside(entry.aside);
    const values = parsed[index];
    if (values === 'prompt') findings.aside(entry.text);
    else if (values) setItem(entry.item, values, reader);
    else if (entry.text !== undefined) findings.rest(section.tree.source.slice(entry.item.start, entry.item.end));
  });
}

/** Pattern of the examples that count here. */
function examplesIn(section: Section, examples: Examples | undefined): RegExp | undefined {
  return examples?.whilePrompted === true && !hasPrompt(section) ? undefined : examples?.pattern;
}

function hasPrompt(section: Section): boolean {
  return section.chunks.some((chunk) =>
    isPlaceholder(section.tree.source.slice(chunk.label?.valueStart ?? chunk.start, chunk.end)),
  );
}

/** What is left of `**{{CATEGORY}}:** {{TEXT}}` when its prompts are deleted. */
const WORDLESS = /^[\s*:.()[\]–—-]*$/u;

/** Takes a prompt or a trailing comment off the text of an item. */
function splitAside(item: ListItem): { text: string | undefined; aside?: string } {
  const whole = toProse(item.text);
  const comment = whole === undefined ? null : /[ \t\n]*(<!--(?:(?!<!--)[\s\S])*-->)$/u.exec(whole);
  const text = comment === null ? whole : toProse(whole?.slice(0, comment.index) ?? '');
  const kept = comment?.[1];
  if (text !== undefined && (isPlaceholder(text) || WORDLESS.test(text)))
    return { text: undefined, aside: whole ?? text };
  return kept === undefined ? { text } : { text, aside: kept };
}

function setItem(
  item: ListItem,
  values: Record<string, unknown>,
  { options, findings }: { options: ListOptions; findings: Findings },
): void {
  const path = `${options.path}.${String(findings.count(options.path))}`;
  const span = { start: item.contentStart, end: item.end };
  for (const [key, value] of Object.entries(values)) {
    const place = options.codec === undefined ? { span, encoding: 'item' as const } : undefined;
    findings.set(options.plain === true ? path : `${path}.${key}`, value, place);
  }
}
