import type { MomentKind } from '#core/record';

import { boxItem, fixed, sentence } from '../blocks/checks.ts';
import { eventColumn } from '../blocks/event-column.ts';
import { categorisedItem, questionItem } from '../blocks/factors.ts';
import { fields, type Field, type FieldStyle } from '../blocks/fields.ts';
import { list, type ItemCodec } from '../blocks/list.ts';
import { markerColumn } from '../blocks/moments.ts';
import { prose } from '../blocks/prose.ts';
import { keyTable, rows, type Column } from '../blocks/table.ts';
import { whyList, whyTable } from '../blocks/whys.ts';
import { labelOf } from '../additional-notes.ts';
import { RECORD_LISTS } from '../record-fields.data.ts';
import type { Block, Findings, View } from '../spec.ts';
import { textAt } from '../spec.ts';
import { inGroup } from '../dialects/horizons.ts';
import { MARKER_NAMES } from '../dialects/moment-names.data.ts';
import { fieldTypeAt } from './field-type.ts';
import { itemPattern } from './item-pattern.ts';
import { withMomentFields } from './moment-fields.ts';
import type { OwnBlock, OwnField, OwnFieldStyle } from './own-dialect.ts';
import { ITEM_NOUNS, OWN_LISTS, PROMPTS, PROSE_KEYS } from './own-paths.data.ts';
import { literal, placeholdersIn } from './placeholders.ts';

/** What the blocks of one template know of each other. */
export interface BlockContext {
  /** Horizons of its groups of actions, in order. */
  readonly groups: readonly string[];
  /** Moments that have a field of their own. */
  readonly moments: readonly MomentKind[];
}

/** The part of a section that a template's own words describe, both ways. */
export function compileBlock(block: OwnBlock, context: BlockContext): Block {
  switch (block.kind) {
    case 'text':
      return compileText(block);
    case 'fields':
      return withMomentFields(compileFields(block));
    case 'list':
      return compileList(block);
    case 'table':
      return compileTable(block, context);
    case 'sentence':
      return compileSentence(block.text);
    case 'fixed':
      return compileFixed(block.text);
  }
}

type Of<Kind extends OwnBlock['kind']> = Extract<OwnBlock, { kind: Kind }>;

function compileText({ path, prompt = bracketed(labelOf(path)) }: Of<'text'>): Block {
  if (fieldTypeAt(path) === 'prose') return prose(path, prompt);
  return sentence({ path, pattern: /^([^\n]+)$/u, print: (value) => value, prompt });
}

/** `[Root cause]`: what a new document shows where the template has no words of its own. */
function bracketed(name: string): string {
  return `[${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll(/[[\]]/gu, '')}]`;
}

const STYLES: Readonly<Record<Exclude<OwnFieldStyle, 'table'>, FieldStyle>> = {
  bold: 'bold',
  paragraphs: 'spaced',
  list: 'bullet',
  quote: 'quote',
};

function compileFields({ style, header, fields: own }: Of<'fields'>): Block {
  const entries = own.map(fieldOf);
  return style === 'table'
    ? keyTable({ header, entries, style: 'short', bold: own.every(({ label }) => label.startsWith('**')) })
    : fields(STYLES[style], entries);
}

function fieldOf({ label, aliases, path, prompt }: OwnField): Field {
  const words = label.replaceAll('**', '');
  return { label: words, aliases, path, type: fieldTypeAt(path), prompt: prompt ?? PROMPTS[path] ?? `[${words}]` };
}

function compileList({ path, numbered, item, label, prompt }: Of<'list'>): Block {
  if (path === 'whys') return whyList(' → ', [`**Why?** ${prompt ?? '[Because …]'}`]);
  const codec = codecOf(path, item);
  const plain = RECORD_LISTS.some((known) => known.path === path && known.plain === true);
  return list({
    path,
    numbered,
    prompts: [item === undefined ? (prompt ?? bracketed(nounOf(path))) : promptItem(path, item, prompt)],
    ...(codec === undefined ? {} : { codec }),
    ...(plain ? { plain } : {}),
    ...(label === undefined ? {} : { label }),
  });
}

/** What one item of a list is called. */
function nounOf(path: string): string {
  return ITEM_NOUNS[path] ?? labelOf(path);
}

/** How items are written where the template does not say. */
const DEFAULT_ITEMS: Readonly<Record<string, string>> = {
  timeline: '{{timeline.at}} – {{timeline.text}}',
  actions: '{{actions.text}} (owner: {{actions.owner}}, due: {{actions.due}}, status: {{actions.status}})',
};

function codecOf(path: string, item: string | undefined): ItemCodec | undefined {
  if (path === 'publication' || path === 'exitCriteria') return boxItem;
  if (path === 'questions') return questionItem([]);
  const required = OWN_LISTS.find((known) => known.path === path)?.required ?? 'text';
  const pattern = item ?? DEFAULT_ITEMS[path];
  if (pattern !== undefined && placeholdersIn(pattern).length > 1) return itemPattern(path, pattern, required);
  if (pattern?.startsWith('[') === true) return itemPattern(path, pattern, required);
  return ['factors', 'wentWell', 'wentPoorly', 'lucky'].includes(path) ? categorisedItem : undefined;
}

/** An item of a new document: a prompt for every value. */
function promptItem(owner: string, item: string, prompt: string | undefined): string {
  return placeholdersIn(item).reduce((text, { raw, path, prompt: own }) => {
    const key = path === owner ? 'text' : path.slice(owner.length + 1);
    const usual = key === 'text' ? (prompt ?? bracketed(nounOf(owner))) : (PROMPTS[key] ?? bracketed(key));
    return text.replace(raw, own === undefined ? usual : bracketed(own));
  }, item);
}

function compileTable({ path, horizon, columns }: Of<'table'>, { groups, moments }: BlockContext): Block {
  const required = OWN_LISTS.find((known) => known.path === path)?.required ?? 'text';
  if (path === 'whys') return whyTable('short', whyHeaders(columns));
  return rows({
    path,
    required,
    style: 'short',
    columns: columns.map((column) => columnOf(column, { path, columns, moments })),
    ...overflowOf(path),
    ...(path === 'timeline' ? { readHeader: zoneReader(columns) } : {}),
    ...(horizon === undefined ? {} : { filter: inGroup(horizon, groups) }),
    prompts: [columns.map((column) => promptCell(column))],
  });
}

function overflowOf(path: string): { overflow?: string } {
  const key = { timeline: 'notes', actions: 'details', factors: 'details' }[path];
  return key === undefined ? {} : { overflow: key };
}

function whyHeaders(columns: readonly OwnField[]): { parent: string; question: string; answer: string } {
  const of = (key: string, fallback: string): string => columns.find(({ path }) => path === key)?.label ?? fallback;
  return {
    parent: of('#', of('parent', 'Why #')),
    question: of('question', 'Question'),
    answer: of('answer', 'Answer'),
  };
}

function promptCell({ label, path, prompt }: OwnField): string {
  if (path === '#') return '1';
  return prompt ?? PROMPTS[path] ?? bracketed(plainHeader(label));
}

function columnOf(
  { label, path: key, aliases }: OwnField,
  table: { path: string; columns: readonly OwnField[]; moments: readonly MomentKind[] },
): Column {
  const header = headerOf(label);
  const names = [...aliases, ...(header.zoned ? [plainHeader(label)] : [])];
  if (key === '#') return { header: label, key: null };
  if (table.path === 'timeline' && key === 'moments') return markerColumn(label, MARKER_NAMES);
  const marked = table.columns.some((column) => column.path === 'moments');
  if (table.path === 'timeline' && key === 'text' && !marked)
    return { ...eventColumn(table.moments), header: header.header, aliases: names };
  return { header: header.header, key, aliases: names, ...(PROSE_KEYS.has(key) ? { type: 'prose' as const } : {}) };
}

const ZONE = '{{timelineZone}}';

/** `Time ({{timelineZone}})` states the zone, or leaves it out with its parentheses. */
function headerOf(label: string): { header: Column['header']; zoned: boolean } {
  if (!label.includes(ZONE)) return { header: label, zoned: false };
  const header = (view: View): string => {
    const zone = textAt(view, 'timelineZone');
    return zone === undefined ? plainHeader(label) : label.replace(ZONE, zone);
  };
  return { header, zoned: true };
}

function plainHeader(label: string): string {
  return label.replace(/\s*\(?\{\{[^{}]*\}\}\)?/u, '').trim();
}

function zoneReader(columns: readonly OwnField[]): (text: string, findings: Findings) => void {
  const zoned = columns.find(({ label }) => label.includes(ZONE));
  const form =
    zoned === undefined ? undefined : new RegExp(`^${literal(zoned.label).replace(literal(ZONE), '(.+?)')}$`, 'iu');
  return (text, findings) => {
    const zone = form?.exec(text.trim())?.[1];
    if (zone !== undefined) findings.set('timelineZone', zone);
  };
}

function compileSentence(text: string): Block {
  const [placeholder] = placeholdersIn(text);
  if (placeholder === undefined) return compileFixed(text);
  const { path, raw, index, prompt } = placeholder;
  const [before, after] = [text.slice(0, index), text.slice(index + raw.length)];
  return sentence({
    path,
    pattern: new RegExp(String.raw`^${literal(before)}([^\n]+?)${literal(after)}$`, 'iu'),
    print: (value) => `${before}${value}${after}`,
    prompt: prompt === undefined ? (PROMPTS[path] ?? bracketed(labelOf(path))) : bracketed(prompt),
  });
}

/** Words of the template itself; a document keeps the ones it has. */
function compileFixed(text: string): Block {
  const words = text
    .trim()
    .split(/\s+/u)
    .map(literal)
    .join(String.raw`\s+`);
  return fixed({
    text,
    opening: new RegExp(String.raw`^${words}\s*$`, 'iu'),
    kinds: ['paragraph', 'label', 'list', 'quote', 'code', 'table', 'other'],
  });
}
