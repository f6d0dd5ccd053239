import { toLine, toProse } from '#core/record';

import type { Chunk, DocumentTree } from '../document-tree.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { Keeper } from './keeper.ts';
import type { Group, GroupKind } from './group.ts';
import type { Known } from './read-metadata.ts';

/** Fields that take the running text of a section. */
const PROSE_PATHS: Readonly<Partial<Record<GroupKind, string>>> = {
  summary: 'summary.text',
  'what-happened': 'summary.whatHappened',
  'root-cause': 'rootCause.systemic',
  technical: 'rootCause.technical',
  trigger: 'rootCause.trigger',
  resolution: 'resolution.immediateFix',
};

/** Where a section is read from, and where to. */
interface ProseSource {
  readonly tree: DocumentTree;
  readonly keeper: Keeper;
  readonly known: Known;
}

/**
 * Reads the running text of a section. The text up to the first thing that was read otherwise is the field's; what
 * follows remarks on it. Comments before and behind are guidance.
 */
export function readProse(group: Group, open: ReadonlySet<Chunk>, { tree, keeper, known }: ProseSource): void {
  runsOf(group.chunks, open).forEach((run, index) => {
    const text = trimmed(run);
    for (const chunk of run) {
      if (chunk.kind === 'comment' && !text.includes(chunk)) keeper.aside(tree.source.slice(chunk.start, chunk.end));
    }
    const [first, last] = [text[0], text.at(-1)];
    if (first === undefined || last === undefined) return;
    const span = { start: lineStart(tree.source, first.start), end: last.end };
    const raw = tree.source.slice(span.start, span.end);
    const prose = toProse(raw);
    if (prose === undefined) return;
    if (isPlaceholder(prose)) keeper.aside(prose);
    else if (index > 0) keeper.remark(prose);
    else setProse(group.kind, prose, { keeper, span: prose === raw ? span : undefined, known });
  });
}

/** Neighbouring chunks that nothing else has read. */
function runsOf(chunks: readonly Chunk[], open: ReadonlySet<Chunk>): Chunk[][] {
  const runs: Chunk[][] = [];
  let run: Chunk[] = [];
  for (const chunk of chunks) {
    if (open.has(chunk)) {
      if (run.length === 0) runs.push(run);
      run.push(chunk);
    } else run = [];
  }
  return runs;
}

function isText({ kind }: Chunk): boolean {
  return kind !== 'comment' && kind !== 'rule';
}

/** A run without the comments and rules at its ends. */
function trimmed(run: readonly Chunk[]): readonly Chunk[] {
  const from = run.findIndex(isText);
  return from === -1 ? [] : run.slice(from, run.findLastIndex(isText) + 1);
}

/** Indentation in front of a chunk belongs to it where it is code. */
function lineStart(source: string, start: number): number {
  const from = source.lastIndexOf('\n', start - 1) + 1;
  return source.slice(from, start).trim() === '' ? from : start;
}

interface ProseTarget {
  readonly keeper: Keeper;
  readonly span: { start: number; end: number } | undefined;
  readonly known: Known;
}

function setProse(kind: GroupKind, text: string, { keeper, span, known }: ProseTarget): void {
  const path = prosePath(kind, text);
  if (path === undefined || known.has(path)) {
    keeper.remark(text);
    return;
  }
  known.add(path);
  if (path === 'detection.methods') keeper.push(path, { kind: 'other', text: toLine(text) });
  else if (path === 'impact.statement') {
    const line = toLine(text);
    keeper.set(path, line, span === undefined || line !== text ? undefined : { span, encoding: 'line' });
  } else keeper.set(path, text, span === undefined ? undefined : { span, encoding: 'prose' });
}

function prosePath(kind: GroupKind, text: string): string | undefined {
  if (kind === 'impact') return text.includes('\n') ? 'impact.customer' : 'impact.statement';
  // How it was found is one line in the record; a longer story is kept as it is.
  if (kind === 'detection')
    return /\n\s*(?:\n|[-*+>|#]|\d+[.)]\s|```)/u.test(text) || text.length > 1_000 ? undefined : 'detection.methods';
  return PROSE_PATHS[kind];
}
