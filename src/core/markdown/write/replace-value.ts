import { getAt } from '../record-path.ts';
import { alignText } from '../places/align-text.ts';
import { textOf } from '../places/value-places.ts';
import type { Span } from '../span.ts';
import { waysToWrite, writtenPart } from './encode-value.ts';
import { itemOf } from '../places/item-path.ts';
import type { Patch } from './patch.ts';
import { ownSpans, type Scene } from './scene.ts';

/** Ways to write another text where a value stands: first only the part that differs, then the whole. */
export function* replacements(scene: Scene, path: string, value: string): Generator<Patch[]> {
  const span = scene.spans.get(path);
  const old = textOf(getAt(scene.document.record, path));
  if (span === undefined || old === undefined) return;
  const part = changedPart(scene, { span, old, value });
  if (part !== null) yield [part];
  const ways = waysToWrite(scene, value, span);
  for (const text of ways) yield* withMarks(scene, { span, old, value: text });
  for (const text of ways) yield [{ ...span, text }];
  for (const inner of innerTexts(scene, path, span))
    for (const text of ways) yield [{ ...span, text: `[${inner}] ${text}` }];
  yield* quotedAnew(scene, span, value);
}

/** Emphasis that opens before the value and closes in it, or the other way round, stays in pairs. */
function* withMarks({ source }: Scene, { span, old, value }: Replacement): Generator<Patch[]> {
  const written = source.slice(span.start, span.end);
  const opened = /^(?:\*\*|__)/u.exec(old)?.[0];
  if (opened !== undefined && !written.startsWith(opened)) {
    // `**10:05: all down**`: the emphasis of the text begins at its time.
    yield [{ ...span, text: value.startsWith(opened) ? value.slice(opened.length) : `${opened} ${value}` }];
    const blanks = /[ \t]*$/u.exec(source.slice(0, span.start))?.[0].length ?? 0;
    yield [{ start: span.start - blanks, end: span.end, text: `${opened} ${value}` }];
  }
  // `1 May **10:05** all down`, of which the time ends before the marks.
  const dangling = /^[^*]*\*\*[^*]*$/u.test(written) && source.startsWith('**', span.end);
  if (dangling) yield [{ ...span, text: `**${value}` }];
}

/** Values of the item that are words of the old text: they are kept in front, as a tag. */
function innerTexts(scene: Scene, path: string, span: Span): string[] {
  const item = itemOf(path);
  return item === undefined
    ? []
    : ownSpans(scene, item)
        .filter(([other, { start, end }]) => other !== path && start >= span.start && end <= span.end)
        .map(([, { start, end }]) => scene.source.slice(start, end));
}

interface Replacement {
  readonly span: Span;
  readonly old: string;
  readonly value: string;
}

/** The old text but for what both texts begin and end with, so that everything else keeps its bytes. */
function changedPart(scene: Scene, { span, old, value }: Replacement): Patch | null {
  const offsets = alignText(scene.source, span.start, old);
  if (offsets?.at(-1) !== span.end) return null;
  const most = Math.min(old.length, value.length);
  let head = 0;
  while (head < most && old[head] === value[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === value.at(-1 - tail)) tail += 1;
  const [start = span.start, end = span.end] = [offsets[head], offsets[old.length - tail]];
  if (start > end) return null;
  return { start, end, text: writtenPart(scene, value.slice(head, value.length - tail), { start, end: span.end }) };
}

/** A value of front matter that only holds in quotes. */
function* quotedAnew({ source }: Scene, { start, end }: Span, value: string): Generator<Patch[]> {
  const lead = /[:=][ \t]*$/u.test(source.slice(Math.max(0, start - 8), start));
  if (lead && /^\r?(?:\n|$)/u.test(source.slice(end, end + 2)))
    yield [{ start, end, text: `"${value.replaceAll(/["\\]/gu, '\\$&')}"` }];
}
