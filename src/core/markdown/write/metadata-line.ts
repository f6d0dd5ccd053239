import type { Span } from '../span.ts';
import { encodeCell, encodeLine } from '../text-codec.ts';
import { METADATA_LABELS } from './foreign-wordings.data.ts';
import type { Patch } from './patch.ts';
import { blockAt, type Scene } from './scene.ts';
import { lineEnd, lineStart } from './source-lines.ts';
import { cellsIn } from './table-cells.ts';

/** Ways to write a labelled value into the head of a document: as its neighbours are written, else in bold below the title. */
export function* metadataLines(scene: Scene, path: string, value: string): Generator<Patch[]> {
  const label = METADATA_LABELS[path];
  if (label === undefined || value.includes('\n')) return;
  for (const span of siblingsOf(scene, path)) yield* likeSibling(scene, { span, label, value });
  yield* inFrontMatter(scene, label, value);
  if (path === 'title') yield [{ ...headOf(scene), text: `# ${value}\n\n` }];
  for (const line of [`**${label}:** ${encodeLine(value)}`, `- **${label}:** ${encodeLine(value)}`])
    for (const at of headPlaces(scene)) yield [{ start: at, end: at, text: at === 0 ? `${line}\n\n` : `\n${line}\n` }];
}

/** Other values of the head, those of its own kind first (durations, all else), the last one first. */
function siblingsOf({ spans }: Scene, path: string): Span[] {
  const kind = path.startsWith('durations.');
  const placed = Object.keys(METADATA_LABELS).flatMap((other) => {
    const span = spans.get(other);
    return span === undefined ? [] : [{ span, far: other.startsWith('durations.') === kind ? 0 : 1 }];
  });
  return placed.toSorted((a, b) => a.far - b.far || b.span.start - a.span.start).map(({ span }) => span);
}

interface Labelled {
  readonly span: Span;
  readonly label: string;
  readonly value: string;
}

/** The mark of an item, what opens the label, the label, what closes it. */
const LABEL =
  /^([ \t>]*(?:[-+*][ \t]+)?)((?:\*\*|__)?)([\p{L}][^:=：|\n]*?)((?:\*\*|__)?[ \t]*[:=：](?:\*\*|__)?[ \t]*["']?)$/u;

/** A line or row below a sibling, with the same marks. */
function* likeSibling(scene: Scene, { span, label, value }: Labelled): Generator<Patch[]> {
  const { source } = scene;
  const row = blockAt(scene, span.start, ['row']);
  const [start, end] = [lineStart(source, span.start), lineEnd(source, span.end)];
  if (row !== undefined) {
    yield* likeRow(scene, row, { span, label, value });
    return;
  }
  const lead = LABEL.exec(source.slice(start, span.start));
  if (lead === null) return;
  const [, marker = '', open = '', name = '', close = ''] = lead;
  const own = blockAt(scene, span.start, ['front-matter']) === undefined ? label : keyLike(name, label);
  const tail = source.slice(span.end, end).replace(/\r?\n$/u, '');
  const line = `${marker}${open}${own}${close}${close.endsWith('"') ? value.replaceAll(/["\\]/gu, '\\$&') : value}${tail}`;
  const ended = source[end - 1] === '\n';
  yield [{ start: end, end, text: ended ? `${line}\n` : `\n${line}` }];
  // As a paragraph of its own, where its neighbours are.
  yield [{ start: end, end, text: ended ? `\n${line}\n` : `\n\n${line}` }];
}

function* likeRow(scene: Scene, row: Span, { span, label, value }: Labelled): Generator<Patch[]> {
  const cells = cellsIn(scene.source, row);
  const [name, second] = cells;
  if (name === undefined || second?.start !== span.start) return;
  const marks = /^(\*\*|__|`)?[\s\S]*?(:?(?:\*\*|__|`)?:?)$/u.exec(scene.source.slice(name.start, name.end));
  const texts = [`${marks?.[1] ?? ''}${label}${marks?.[2] ?? ''}`, encodeCell(value), ...cells.slice(2).map(() => '')];
  const source = scene.source.slice(row.start, row.end).trim();
  const lead = source.startsWith('|') ? '| ' : '';
  yield [{ start: row.end, end: row.end, text: `\n${lead}${texts.join(' | ')}${source.endsWith('|') ? ' |' : ''}` }];
}

/** `incident_type`, `incident-type` or `Type`, as the other keys are spelled. */
function keyLike(other: string, label: string): string {
  const words = /^[A-Z]/u.test(other) ? label : label.toLowerCase();
  return words.replaceAll(' ', other.includes('-') ? '-' : '_');
}

/** A key at the end of front matter. */
function* inFrontMatter(scene: Scene, label: string, value: string): Generator<Patch[]> {
  const block = scene.blocks.find(({ kind }) => kind === 'front-matter');
  if (block === undefined) return;
  const toml = scene.source.startsWith('+++', block.start);
  const at = lineStart(scene.source, block.end);
  const key = keyLike('', label);
  const quoted = `"${value.replaceAll(/["\\]/gu, '\\$&')}"`;
  for (const text of toml ? [`${key} = ${quoted}\n`] : [`${key}: ${value}\n`, `${key}: ${quoted}\n`])
    yield [{ start: at, end: at, text }];
}

function headOf({ source, blocks }: Scene): Span {
  const front = blocks.find(({ kind }) => kind === 'front-matter');
  const mark = source.startsWith('\uFEFF') ? 1 : 0;
  const at = front === undefined ? mark : lineEnd(source, front.end);
  return { start: at, end: at };
}

/** Below the first heading; at the very start. */
function headPlaces(scene: Scene): number[] {
  const heading = scene.blocks.find(({ kind }) => kind === 'heading');
  return [
    ...(heading === undefined ? [] : [lineEnd(scene.source, Math.max(heading.start, heading.end - 1))]),
    headOf(scene).start,
  ];
}
