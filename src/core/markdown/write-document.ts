import type { Postmortem } from '#core/record';

import type { ParsedDocument } from './parse-postmortem.ts';
import { parsePostmortem } from './parse-postmortem.ts';
import { guardPlaceholder } from './placeholder.ts';
import type { ValuePlace } from './record-builder.ts';
import { leavesOf, setAt } from './record-path.ts';
import { renderPostmortem } from './render-postmortem.ts';
import { encodeCell, encodeLine } from './text-codec.ts';
import { addRow, removeRow, type Patch } from './table-rows.ts';

/** Leaves that follow from others. */
const DERIVED = /^(?:dialect|severity\.rank|people(?:\..*)?|guidance(?:\..*)?)$/u;

/**
 * Writes a document again from its record. An unchanged record gives the same bytes. A changed text is replaced in
 * its place, a row added or taken away where its table stands; every other line stays as it was. What has no place in
 * the document yet is written by rendering the whole record in the document's dialect.
 */
export function writeDocument(document: ParsedDocument, record: Postmortem): string {
  const before = contentOf(document.record);
  const after = contentOf(record);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => !same(before.get(path), after.get(path)),
  );
  if (changed.length === 0) return document.source;
  const patches = patchesFor(document, { before, after, changed });
  const patched = patches === null ? null : applyPatches(document.source, patches);
  if (patched !== null && readsAs(patched, document, after)) return patched;
  return renderPostmortem(record, document.template ?? 'cycle').markdown;
}

function contentOf(record: Postmortem): Map<string, unknown> {
  return new Map([...leavesOf(record)].filter(([path]) => !DERIVED.test(path)));
}

function same(a: unknown, b: unknown): boolean {
  return writtenOf(a) === writtenOf(b);
}

/** Instants follow from what is written, so only that counts. */
function writtenOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'object' && value !== null && 'written' in value
    ? String(value.written)
    : JSON.stringify(value);
}

interface Change {
  readonly before: ReadonlyMap<string, unknown>;
  readonly after: ReadonlyMap<string, unknown>;
  readonly changed: readonly string[];
}

/** Patches for every change, or null if one of them has no place in the document. */
function patchesFor(document: ParsedDocument, change: Change): Patch[] | null {
  const rows = rowChanges(change);
  const patches: Patch[] = [];
  for (const row of rows) {
    const patch = row.added ? addRow(document, row.path, change.after) : removeRow(document, row.path);
    if (patch === null) return null;
    patches.push(patch);
  }
  for (const path of change.changed) {
    if (rows.some((row) => path.startsWith(`${row.path}.`))) continue;
    const patch = replaceText(document, path, change.after.get(path));
    if (patch === null) return null;
    patches.push(patch);
  }
  return patches;
}

/** Items at the end of a list that came or went. */
function rowChanges({ before, after, changed }: Change): { path: string; added: boolean }[] {
  const items = new Set(
    changed.flatMap((path) => /^(?:timeline|actions|factors|signOffs|targets)\.\d+(?=\.)/u.exec(path)?.[0] ?? []),
  );
  return [...items].flatMap((path) => {
    const [was, is] = [hasItem(before, path), hasItem(after, path)];
    return was === is ? [] : [{ path, added: is }];
  });
}

function hasItem(leaves: ReadonlyMap<string, unknown>, item: string): boolean {
  return [...leaves.keys()].some((path) => path.startsWith(`${item}.`));
}

function replaceText(document: ParsedDocument, path: string, value: unknown): Patch | null {
  const place = document.places.get(path) ?? document.places.get(path.replace(/\.written$/u, ''));
  if (place === undefined || value === null || typeof value === 'boolean') return null;
  const text =
    value === undefined
      ? ''
      : encode(String(typeof value === 'object' && 'written' in value ? value.written : value), place, document.source);
  return { ...place.span, text };
}

function encode(value: string, place: ValuePlace, source: string): string {
  if (place.encoding === 'cell') return encodeCell(value);
  if (place.encoding === 'line') return encodeLine(value);
  const column = place.span.start - (source.lastIndexOf('\n', place.span.start - 1) + 1);
  return place.encoding === 'item'
    ? guardPlaceholder(value).replaceAll(/\n(?=[^\n])/gu, `\n${' '.repeat(column)}`)
    : guardPlaceholder(value);
}

/** Applies patches from the end, in the line ends of the document. Overlapping ones cannot be applied. */
function applyPatches(source: string, patches: readonly Patch[]): string | null {
  const ordered = patches.toSorted((a, b) => b.start - a.start || b.end - a.end);
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  let text = source;
  let limit = source.length + 1;
  for (const patch of ordered) {
    if (patch.end > limit) return null;
    text = text.slice(0, patch.start) + patch.text.replaceAll('\n', lineEnd) + text.slice(patch.end);
    limit = patch.start;
  }
  return text;
}

function readsAs(markdown: string, document: ParsedDocument, wanted: ReadonlyMap<string, unknown>): boolean {
  const again = parsePostmortem(markdown, document.template === undefined ? {} : { dialect: document.template });
  const leaves = contentOf(again.record);
  return leaves.size === wanted.size && [...wanted].every(([path, value]) => same(leaves.get(path), value));
}

/** A copy of a record with one value changed; convenience for editors and tests. */
export function withValue(record: Postmortem, path: string, value: unknown): Postmortem {
  const copy = structuredCloneOf(record);
  setAt(copy, path, value);
  return copy;
}

function structuredCloneOf(record: Postmortem): Postmortem {
  return JSON.parse(JSON.stringify(record)) as Postmortem;
}
