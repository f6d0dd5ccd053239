import { toLine, toProse } from '#core/record';

import type { Chunk, DocumentTree } from '../document-tree.ts';
import { hasBox } from './action-text.ts';
import { headingWords } from './classify-heading.ts';
import type { Names } from './action-owners.ts';
import type { GroupKind } from './group.ts';
import type { Keeper } from './keeper.ts';
import { columnKeys } from './read-action-table.ts';
import { INLINE_ACTION, readActions } from './read-actions.ts';
import { timelineLayout } from './timeline-table.ts';

/** What actions outside of a section of their own are read with. */
export interface ActionReading {
  readonly tree: DocumentTree;
  readonly keeper: Keeper;
  /** Names that the document gives people. */
  readonly names: Names;
  /** True where a heading names actions, so that task boxes elsewhere are something else. */
  readonly actions: boolean;
}

function readLoose(chunks: readonly Chunk[], group: string | undefined, { keeper, names, tree }: ActionReading): void {
  readActions(chunks, { source: tree.source, real: true }, { keeper, names, group });
}

/** Titles of a column that hold nothing else than what is still to be done. */
const ACTION_TITLE =
  /^(?:(?:corrective |preventive |preventative |remediation |follow ?up )?action (?:items?|points?)|(?:corrective|preventive|preventative|remediation|follow ?up|required|proposed|next) actions?|follow ups?|next steps?|todos?|to dos?)$/u;

/** Titles that are those of actions where no heading names any, and where somebody or a day is given for each. */
const LIKELY_TITLE = /^(?:actions?|tasks?|recommendations?|improvements?|measures?)$/u;

/** Reads the tables whose head says that they list actions, wherever they stand; returns the other chunks. */
export function readActionTables(chunks: readonly Chunk[], reading: ActionReading): readonly Chunk[] {
  const tables = chunks.filter((chunk) => chunk.kind === 'table' && listsActions(chunk, reading.actions));
  if (tables.length === 0) return chunks;
  readLoose(tables, undefined, reading);
  return chunks.filter((chunk) => !tables.includes(chunk));
}

function listsActions(chunk: Chunk, named: boolean): boolean {
  const [header = [], ...body] = chunk.rows ?? [];
  const keys = columnKeys(header);
  const title = headingWords(header[keys.indexOf('text')]?.raw ?? '');
  if (body.length === 0 || keys.filter((key) => key !== undefined && key !== 'id').length < 2) return false;
  if (ACTION_TITLE.test(title)) return true;
  const told = keys.includes('owner') && (keys.includes('due') || keys.includes('status') || keys.includes('priority'));
  return !named && told && LIKELY_TITLE.test(title) && timelineLayout(chunk) === null;
}

/** Lists of task boxes are actions where no heading names any. */
export function withoutBoxes(
  chunks: readonly Chunk[],
  heading: string | undefined,
  reading: ActionReading,
): readonly Chunk[] {
  const boxed = chunks.filter(
    ({ kind, items = [] }) => kind === 'list' && items.length > 1 && items.every((item) => hasBox(item.text)),
  );
  if (reading.actions || boxed.length === 0) return chunks;
  readLoose(boxed, toLine(heading ?? ''), reading);
  return chunks.filter((chunk) => !boxed.includes(chunk));
}

/** Where a bold "Action" says what follows from what was learnt; elsewhere it may be what was done. */
const LEARNING: ReadonlySet<GroupKind> = new Set(['lessons', 'went-poorly', 'went-well', 'lucky', 'factors']);
const ACTION_ITEM = /^[^\n]*action item/iu;
const BOLD_START = /^(?:\*\*|__)|^[^\n]*action item/iu;

/** `**Action item:** …` as a paragraph or an item of a list in any section. */
export function readInlineActions(chunks: readonly Chunk[], kind: GroupKind, { keeper, tree }: ActionReading): void {
  for (const chunk of chunks) {
    const texts =
      chunk.kind === 'list'
        ? (chunk.items ?? []).map((item) => item.text)
        : chunk.kind === 'paragraph' || chunk.kind === 'label'
          ? [tree.source.slice(chunk.start, chunk.end)]
          : [];
    for (const text of texts) {
      if (!INLINE_ACTION.test(text) || !(LEARNING.has(kind) ? BOLD_START : ACTION_ITEM).test(text.trimStart()))
        continue;
      const line = toProse(text.replace(/^\s*(?:[*_]{0,2}\[?action(?: item)?\]?[*_]{0,2}:?[*_]{0,2})\s+/iu, ''));
      if (line !== undefined) keeper.builder.set(`actions.${String(keeper.count('actions'))}.text`, line);
    }
  }
}
