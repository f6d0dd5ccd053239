import type { Span } from '../span.ts';
import { behindBlank, beforeBlank, lineEnd, lineStart, wholeLines } from './source-lines.ts';
import type { Patch } from './patch.ts';
import { blockAt, type Scene } from './scene.ts';

/** Ways to take a value away: out of its cell, with its label, with the signs that part it from its neighbours. */
export function* clearances(scene: Scene, path: string): Generator<Patch[]> {
  const span = scene.spans.get(path);
  if (span === undefined) return;
  const { source } = scene;
  if (blockAt(scene, span.start, ['row']) !== undefined) yield [{ ...span, text: '' }];
  else if (standsAlone(source, span)) yield* lines(scene, span);
  yield* withSigns(source, span);
  yield [{ ...span, text: '' }];
  yield* lines(scene, span);
}

/** True for a value behind a label or nothing, up to the end of its line. */
function standsAlone(source: string, { start, end }: Span): boolean {
  const lead = source.slice(lineStart(source, start), start);
  return (
    /^[ \t>]*(?:[-+*][ \t]+)?(?:[^\s][^\n]{0,80}[:=][ \t*_"'`]*)?$/u.test(lead) &&
    /^["'`*_]*[ \t]*\r?(?:\n|$)/u.test(source.slice(end, end + 12))
  );
}

/** The lines of a value: with the blank ones behind it, before it, or with the heading that nothing is left under. */
function* lines({ source, ...scene }: Scene, span: Span): Generator<Patch[]> {
  const own = wholeLines(source, span);
  const labelled = /[:=?][ \t*_"'`]*$/u.test(source.slice(lineStart(source, span.start), span.start));
  if (labelled) {
    yield [{ ...own, text: '' }];
    const label = source.slice(own.start, span.start).trimEnd();
    yield [{ start: own.start + label.length, end: span.end, text: '' }];
  }
  yield [{ start: own.start, end: behindBlank(source, own.end), text: '' }];
  yield [{ ...own, text: '' }];
  const heading = blockAt({ source, ...scene }, beforeBlank(source, own.start) - 1, ['heading']);
  if (heading !== undefined && heading.end >= beforeBlank(source, own.start) - 2)
    yield [{ start: lineStart(source, heading.start), end: behindBlank(source, own.end), text: '' }];
}

const BEFORE = [
  // In brackets, with or without a word that says what it is.
  /[ \t]*[([{](?:\*\*|`)?(?:[\p{L} ]{2,20}:?(?:\*\*)?[ \t]+)?`?$/u,
  // Behind a sign and a word.
  /[ \t]*(?:[-–—,;:|][ \t]*)?(?:\*\*)?(?:owners?|assignees?|assigned to|responsible|dri|due(?: date| by| on)?|eta|deadline|status|priority|ticket)(?:\*\*)?:?(?:\*\*)?[ \t]+`?$/iu,
  /[ \t]*[-–—,;:|→][ \t]*`?$/u,
  /[ \t]+`?$/u,
];
const BEHIND = [/^`?(?:\*\*)?[)\x5d}](?:\*\*)?/u, /^`?(?:\*\*)?[ \t]*(?:[:,;|]|[-–—](?=\s))[ \t]*/u, /^`?[ \t]*/u];

/** An inline value with the brackets around it, or the signs before or behind it. */
function* withSigns(source: string, { start, end }: Span): Generator<Patch[]> {
  const lead = source.slice(Math.max(lineStart(source, start), start - 60), start);
  const tail = source.slice(end, Math.min(lineEnd(source, end), end + 60)).replace(/[\r\n]+$/u, '');
  for (const before of BEFORE) {
    for (const behind of BEHIND) {
      const [left, right] = [before.exec(lead)?.[0].length, behind.exec(tail)?.[0].length];
      if (left === undefined || right === undefined) continue;
      yield [{ start: start - left, end: end + right, text: '' }];
      yield [{ start: start - left, end: end + right, text: ' ' }];
    }
  }
}
