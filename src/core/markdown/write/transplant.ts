import type { Postmortem } from '#core/record';

import { renderPostmortem } from '../render-postmortem.ts';
import { alignLines, hunksBetween, type Hunk } from './line-alignment.ts';
import type { Patch } from './patch.ts';
import type { Scene } from './scene.ts';

/** Longer documents are not compared line by line. */
const MOST_LINES = 3000;

/**
 * Ways to bring a change into a document of one of our templates: the record is drawn before and after it, and the lines that
 * differ are put where their neighbours stand in the document.
 */
export function* transplants({ document, source }: Scene, wanted: Postmortem): Generator<Patch[]> {
  const { template } = document;
  if (template === undefined) return;
  const [before, after] = [document.record, wanted].map((record) =>
    renderPostmortem(record, template).markdown.split('\n'),
  ) as [string[], string[]];
  const lines = source.split('\n');
  if (lines.length > MOST_LINES || before.length > MOST_LINES) return;
  const matches = alignLines(before.map(plain), lines.map(plain));
  const hunks = hunksBetween(before, after);
  for (const side of ['behind', 'before'] as const) {
    const patches = hunks.map((hunk) => patchFor(hunk, { matches, lines, side }));
    if (patches.every((patch) => patch !== null)) yield patches;
  }
}

/** A line without what may be drawn otherwise: blanks, the length of rules, the sign of a bullet. */
function plain(line: string): string {
  return line
    .trim()
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ ?\| ?/gu, '|')
    .replaceAll(/-{3,}/gu, '---')
    .replace(/^[*+] /u, '- ')
    .toLowerCase();
}

interface Ground {
  /** Line of the document for each line that was drawn before. */
  readonly matches: readonly number[];
  readonly lines: readonly string[];
  readonly side: 'behind' | 'before';
}

function patchFor({ start, gone, come }: Hunk, { matches, lines, side }: Ground): Patch | null {
  const own = matches.slice(start, start + gone);
  const solid = own.filter((line) => line !== -1);
  if (gone > 0 && solid.length === gone && isRun(solid))
    return linesPatch(lines, { from: solid[0] ?? 0, to: (solid.at(-1) ?? 0) + 1, come });
  if (gone > 0 && matches.slice(start, start + gone).some((line, index) => line === -1 && come[index] !== undefined))
    return null;
  const above = matches.slice(0, start).findLast((line) => line !== -1);
  const below = matches.slice(start + gone).find((line) => line !== -1);
  const at = side === 'behind' ? (above === undefined ? below : above + 1) : (below ?? lines.length);
  return at === undefined ? null : linesPatch(lines, { from: at, to: at, come });
}

function isRun(lines: readonly number[]): boolean {
  return lines.every((line, index) => line === (lines[0] ?? 0) + index);
}

function linesPatch(
  lines: readonly string[],
  { from, to, come }: { from: number; to: number; come: readonly string[] },
): Patch {
  const offset = (line: number): number => lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
  const [start, end] = [offset(from), offset(to)];
  const whole = lines.reduce((sum, text) => sum + text.length + 1, 0) - 1;
  const text = come.map((line) => `${line}\n`).join('');
  return start > whole
    ? { start: whole, end: whole, text: `\n${text.slice(0, -1)}` }
    : { start, end: Math.min(end, whole), text: end > whole ? text.slice(0, -1) : text };
}
