import { toLine, toProse } from '#core/record';

import { labelOf, type Chunk, type ListItem } from '../document-tree.ts';
import { guardPlaceholder, isPlaceholder, unguardPlaceholder } from '../placeholder.ts';
import type { Block, Findings, Section, View } from '../spec.ts';
import { claim, itemsAt, normaliseLabel, slice, textAt, unclaimed } from '../spec.ts';
import { decodeLine, encodeLine } from '../text-codec.ts';

/** One labelled value. */
export interface Field {
  readonly label: string;
  readonly path: string;
  /** What a new document shows in place of the value. */
  readonly prompt?: string;
  readonly aliases?: readonly string[];
  /** Absent from new documents: a field that the template itself does not have. */
  readonly unprompted?: boolean;
  /** `prose` may run over several paragraphs; the default is one line. */
  readonly type?: 'line' | 'prose';
}

/** `bold`: `**Label:** value` lines; `spaced`: the same as paragraphs; `bullet`: list items; `quote`: in a block quote. */
export type FieldStyle = 'bold' | 'spaced' | 'bullet' | 'quote';

/** Items of a list in the record that stand among the fields, numbered: `Contributing factor 1`. */
export interface Repeated {
  readonly label: string;
  readonly path: string;
  /** How many fields stand before them. */
  readonly after: number;
  readonly prompts: readonly string[];
}

interface Reader {
  readonly section: Section;
  readonly byLabel: ReadonlyMap<string, Field>;
  readonly findings: Findings;
  readonly repeated: Repeated | undefined;
}

/** Labelled values, written in one of four styles and read in any. */
export function fields(style: FieldStyle, entries: readonly Field[], repeated?: Repeated): Block {
  const byLabel = labelIndex(entries);
  return {
    order: 3,
    render: (view) => renderFields(view, style, { entries, repeated }),
    read(section, findings) {
      const reader = { section, byLabel, findings, repeated };
      for (const chunk of unclaimed(section, 'label')) readLabel(chunk, reader);
      for (const chunk of unclaimed(section, 'list')) readBullets(chunk, reader);
      for (const chunk of unclaimed(section, 'quote')) readQuote(chunk, reader);
    },
  };
}

/** Index of fields by every spelling of their label. */
export function labelIndex(entries: readonly Field[]): ReadonlyMap<string, Field> {
  return new Map(
    entries.flatMap((field) => [field.label, ...(field.aliases ?? [])].map((label) => [normaliseLabel(label), field])),
  );
}

function renderFields(
  view: View,
  style: FieldStyle,
  { entries, repeated }: { entries: readonly Field[]; repeated: Repeated | undefined },
): string | null {
  const lines = entries.flatMap((field, index) => [
    ...(repeated?.after === index ? renderRepeated(view, style, repeated) : []),
    ...renderField(view, style, field),
  ]);
  return lines.length === 0 ? null : lines.join(style === 'spaced' ? '\n\n' : '\n');
}

function renderField(view: View, style: FieldStyle, field: Field): string[] {
  const value = textAt(view, field.path);
  if (value === undefined)
    return view.prompts && field.unprompted !== true ? [labelled(style, field.label, field.prompt ?? '')] : [];
  return [labelled(style, field.label, field.type === 'prose' ? guardPlaceholder(value) : encodeLine(value))];
}

function renderRepeated(view: View, style: FieldStyle, repeated: Repeated): string[] {
  const items = itemsAt(view, repeated.path).map((item) => guardPlaceholder(String(item['text'])));
  const shown = items.length === 0 && view.prompts ? repeated.prompts : items;
  return shown.map((text, index) => labelled(style, `${repeated.label} ${String(index + 1)}`, text));
}

function labelled(style: FieldStyle, label: string, value: string): string {
  const line = `${label.endsWith('?') ? `**${label}**` : `**${label}:**`} ${value}`.trimEnd();
  if (style === 'quote') return `> ${line}`;
  return style === 'bullet' ? `- ${line.replaceAll(/\n(?=[^\n])/gu, '\n  ')}` : line;
}

function readLabel(chunk: Chunk, { section, byLabel, findings }: Reader): void {
  const field = byLabel.get(normaliseLabel(chunk.label?.text ?? ''));
  if (field === undefined || chunk.label === undefined) return;
  claim(section, chunk);
  const start = chunk.label.valueStart;
  const end = field.type === 'prose' ? extendOver(section, chunk) : chunk.end;
  setValue(findings, field, { raw: section.tree.source.slice(start, end), start });
}

/** A prose value goes on until the next label, heading, comment or anything that was read already. */
function extendOver(section: Section, chunk: Chunk): number {
  let end = chunk.end;
  for (const next of section.chunks.slice(section.chunks.indexOf(chunk) + 1)) {
    if (section.claimed.has(next) || ['label', 'heading', 'rule', 'comment'].includes(next.kind)) break;
    claim(section, next);
    end = next.end;
  }
  return end;
}

/** Sets one labelled value from its raw text. */
function setValue(findings: Findings, field: Field, value: { raw: string; start: number }): void {
  // The full stop behind a deleted prompt.
  if (value.raw.trim() === '.') {
    findings.aside('.');
    return;
  }
  if (field.type === 'prose') {
    const text = toProse(value.raw.trim());
    if (text !== undefined && isPlaceholder(text)) findings.aside(text);
    else findings.set(field.path, text === undefined ? undefined : unguardPlaceholder(text), placeOf(value, 'prose'));
    return;
  }
  const decoded = decodeLine(value.raw);
  findings.aside(decoded.aside);
  findings.set(field.path, decoded.text === undefined ? undefined : toLine(decoded.text), placeOf(value, 'line'));
}

function placeOf(value: { raw: string; start: number }, encoding: 'prose' | 'line') {
  const lead = value.raw.length - value.raw.trimStart().length;
  return { span: { start: value.start + lead, end: value.start + value.raw.trimEnd().length }, encoding };
}

function readBullets(chunk: Chunk, reader: Reader): void {
  const items = chunk.items ?? [];
  if (!items.some((item) => fieldOf(item, reader) !== null)) return;
  claim(reader.section, chunk);
  items.forEach((item) => {
    // Looked up again, because a repeated field's path depends on the items set before it.
    const entry = fieldOf(item, reader);
    if (entry) setItem(item, entry, reader.findings);
    else reader.findings.rest(reader.section.tree.source.slice(item.start, item.end));
  });
}

function fieldOf(item: ListItem, { byLabel, findings, repeated }: Reader): { field: Field; length: number } | null {
  const label = labelOf(item.text.split('\n', 1)[0] ?? '');
  if (label === null) return null;
  const name = normaliseLabel(label.text);
  const field = byLabel.get(name);
  if (field) return { field, length: label.length };
  if (repeated === undefined || name.replace(/ \d+$/u, '') !== normaliseLabel(repeated.label)) return null;
  const path = `${repeated.path}.${String(findings.count(repeated.path))}.text`;
  return { field: { label: repeated.label, type: 'prose', path }, length: label.length };
}

function setItem(item: ListItem, entry: { field: Field; length: number }, findings: Findings): void {
  const raw = item.text.slice(entry.length);
  setValue(findings, entry.field, { raw, start: item.contentStart + entry.length });
}

function readQuote(chunk: Chunk, { section, byLabel, findings }: Reader): void {
  const found: { field: Field; raw: string; start: number }[] = [];
  let at = chunk.start;
  for (const text of slice(section, chunk).split('\n')) {
    const label = labelOf(text);
    const field = label && byLabel.get(normaliseLabel(label.text));
    if (label && field) found.push({ field, raw: text.slice(label.length), start: at + label.length });
    else if (text.replace(/^>\s?/u, '').trim() !== '') return;
    at += text.length + 1;
  }
  if (found.length === 0) return;
  claim(section, chunk);
  for (const value of found) setValue(findings, value.field, value);
}
