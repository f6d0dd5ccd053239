import { guardPlaceholder } from '../placeholder.ts';
import { encodeCell, encodeLine } from '../text-codec.ts';
import { blocksAround } from '../places/source-blocks.ts';
import { lineEnd } from './source-lines.ts';
import { blockAt, leadOf, type Scene } from './scene.ts';
import type { Span } from '../span.ts';

/** Ways to write a value over what stands at a span, the likeliest first. */
export function waysToWrite(scene: Scene, value: string, span: Span): string[] {
  const inRow = isInRow(scene, span);
  const frontMatter = blockAt(scene, span.start, ['front-matter']) !== undefined;
  const indented = indent(value, continuation(scene, span));
  const ways = inRow
    ? [encodeCell(value)]
    : frontMatter
      ? [escapeQuoted(scene, value, span)]
      : value.includes('\n')
        ? [indented, guardPlaceholder(indented), value]
        : [encodeLine(value), value];
  return [...new Set(ways)];
}

/** A part of a value, as it is written in the middle of one. */
export function writtenPart(scene: Scene, part: string, span: Span): string {
  if (isInRow(scene, span)) return part.replaceAll('|', '\\|').replaceAll('\n', '<br>');
  if (blockAt(scene, span.start, ['front-matter']) !== undefined) return escapeQuoted(scene, part, span);
  return indent(part, continuation(scene, span));
}

/** True for what stands in one row of a table; a text may hold whole tables, too. */
function isInRow({ blocks }: Scene, span: Span): boolean {
  return blocksAround(blocks, span).some(({ kind }) => kind === 'row');
}

/** Further lines with a prefix; blank ones without the blanks at its end. */
export function indent(value: string, prefix: string): string {
  return value.replaceAll(
    /\n([^\n]?)/gu,
    (_all, next: string) => `\n${next === '' ? prefix.trimEnd() : prefix}${next}`,
  );
}

/** What stands before the further lines of a value: indentation of its list item, marks of its quote. */
function continuation(scene: Scene, { start, end }: Span): string {
  const { source } = scene;
  const next = lineEnd(source, start);
  // What the second line of the old value has in front.
  const second = next < end ? (/^(?:[ \t]*>)*[ \t]*/u.exec(source.slice(next, end))?.[0] ?? '') : undefined;
  if (second !== undefined && source.slice(next, end).trim() !== '') return second;
  const lead = leadOf(source, start);
  const quote = /^(?:[ \t]*>[ \t]?)+/u.exec(lead)?.[0] ?? '';
  const item = blockAt(scene, start, ['item']);
  const marker = item === undefined ? null : MARKER.exec(source.slice(item.start, item.end));
  if (item === undefined || marker === null) return quote;
  return leadOf(source, item.start).replaceAll(/[^>\s]/gu, ' ') + ' '.repeat(marker[0].length);
}

/** The marker of a list item with the blanks behind it. */
export const MARKER = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]{1,4}(?=\S)|[ \t]|$)/u;

function escapeQuoted({ source }: Scene, value: string, { start }: Span): string {
  const quote = /["'](?=[^"']*$)/u.exec(leadOf(source, start))?.[0];
  if (quote === '"') return value.replaceAll(/["\\]/gu, '\\$&');
  if (quote === "'") return value.replaceAll("'", "''");
  return value;
}
