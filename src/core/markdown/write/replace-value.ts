import { getAt } from '../record-path.ts';
import { alignText } from '../places/align-text.ts';
import { textOf } from '../places/value-places.ts';
import type { Span } from '../span.ts';
import { waysToWrite, writtenPart } from './encode-value.ts';
import type { Patch } from './patch.ts';
import type { Scene } from './scene.ts';

/** Ways to write another text where a value stands: first only the part that differs, then the whole. */
export function* replacements(scene: Scene, path: string, value: string): Generator<Patch[]> {
  const span = scene.spans.get(path);
  const old = textOf(getAt(scene.document.record, path));
  if (span === undefined || old === undefined) return;
  const part = changedPart(scene, { span, old, value });
  if (part !== null) yield [part];
  for (const text of waysToWrite(scene, value, span)) yield [{ ...span, text }];
  yield* quotedAnew(scene, span, value);
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
