import { diffArrays, diffWordsWithSpace } from 'diff';

import { splitSections } from './split-sections.ts';

/** A piece of a line, and what happened to it. */
interface DiffPiece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A line of the document. A changed one says what went and what came. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed' | 'changed';
  readonly pieces: readonly DiffPiece[];
}

/** A section of the document between two revisions. */
export interface SectionDiff {
  readonly heading: string;
  readonly kind: 'same' | 'added' | 'removed' | 'changed';
  readonly lines: readonly DiffLine[];
}

/** What changed from one Markdown document to another, by section, down to words. Text in, data out. */
export function diffDocuments(older: string, newer: string): SectionDiff[] {
  const before = splitSections(older);
  const after = splitSections(newer);
  const changes = diffArrays(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
  );
  const diffs: SectionDiff[] = [];
  let [oldAt, newAt] = [0, 0];
  for (const { added, count, removed } of changes) {
    for (let step = 0; step < count; step += 1) {
      const old = added ? undefined : before[oldAt++];
      const next = removed ? undefined : after[newAt++];
      diffs.push(diffSection({ heading: (next ?? old)?.heading ?? '', old: old?.lines, next: next?.lines }));
    }
  }
  return diffs;
}

interface SectionPair {
  readonly heading: string;
  readonly old: readonly string[] | undefined;
  readonly next: readonly string[] | undefined;
}

function diffSection({ heading, next, old }: SectionPair): SectionDiff {
  const lines = diffLines(old ?? [], next ?? []);
  if (old === undefined) return { heading, kind: 'added', lines };
  if (next === undefined) return { heading, kind: 'removed', lines };
  return { heading, kind: lines.every(({ kind }) => kind === 'same') ? 'same' : 'changed', lines };
}

function diffLines(old: readonly string[], next: readonly string[]): DiffLine[] {
  const lines: DiffLine[] = [];
  let gone: string[] = [];
  const flush = (come: readonly string[]): void => {
    lines.push(...pairLines(gone, come));
    gone = [];
  };
  for (const { added, removed, value } of diffArrays([...old], [...next])) {
    if (removed) gone = value;
    else if (added) flush(value);
    else {
      flush([]);
      lines.push(...value.map((text): DiffLine => ({ kind: 'same', pieces: [{ kind: 'same', text }] })));
    }
  }
  flush([]);
  return lines;
}

/** Lines that went and lines that came at the same place: paired as long as they have enough in common. */
function pairLines(gone: readonly string[], come: readonly string[]): DiffLine[] {
  const lines: DiffLine[] = [];
  for (let index = 0; index < Math.max(gone.length, come.length); index += 1) {
    const [old, next] = [gone[index], come[index]];
    const pieces = old === undefined || next === undefined ? undefined : diffWords(old, next);
    if (pieces !== undefined) lines.push({ kind: 'changed', pieces });
    else {
      if (old !== undefined) lines.push({ kind: 'removed', pieces: [{ kind: 'removed', text: old }] });
      if (next !== undefined) lines.push({ kind: 'added', pieces: [{ kind: 'added', text: next }] });
    }
  }
  return lines;
}

/** Pieces of a line; undefined where so little stayed that two whole lines read better. */
function diffWords(old: string, next: string): DiffPiece[] | undefined {
  const pieces = diffWordsWithSpace(old, next).map(({ added, removed, value }): DiffPiece => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
  const kept = pieces.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.trim().length : 0), 0);
  return kept * 4 < Math.min(old.length, next.length) ? undefined : pieces;
}
