import { isDeepStrictEqual } from 'node:util';

import type * as Y from 'yjs';

import type { Finding } from '#core/errors';
import { type Postmortem, resolveRecord } from '#core/record';
import {
  keepOriginals,
  readSharedDoc,
  rowById,
  type RowMeta,
  type Rows,
  setRowMeta,
  type SharedContent,
  withStanding,
} from '#core/shared-doc';

/** What a shared document says, ready to be stored. */
export interface ContentToSave extends SharedContent {
  readonly findings: readonly Finding[];
  /** True where the stored post-mortem says the same. */
  readonly isStored: boolean;
}

/**
 * Reads a shared document for storing: with the standing of the stored record, with resolved times, and with the originals
 * of events that were retimed or reworded, which are written back into the document.
 *
 * @param standing whose standing it gets
 */
export function contentToSave(doc: Y.Doc, stored: SharedContent, standing: Postmortem = stored.record): ContentToSave {
  const reading = readSharedDoc(doc);
  const rows = withOriginals(doc, stored, reading);
  const record = resolveRecord(withStanding(reading.record, standing));
  const content = { record, rows: withLinkedMoments(rows, reading.record, record) };
  return {
    ...content,
    findings: reading.findings,
    isStored: isDeepStrictEqual(content, { record: stored.record, rows: stored.rows }),
  };
}

function withOriginals(doc: Y.Doc, stored: SharedContent, now: SharedContent): Rows {
  const { timeline } = now.rows;
  if (timeline === undefined) return now.rows;
  const kept = keepOriginals(stored, now);
  kept.forEach(({ id, original }, index) => {
    if (original === undefined || original === timeline[index]?.original) return;
    const row = rowById(doc, 'timeline', id);
    if (row !== undefined) setRowMeta(row, { original });
  });
  return { ...now.rows, timeline: kept };
}

/** Resolving moves a moment to the event at its time; its row in the list of moments goes then. */
function withLinkedMoments(rows: Rows, before: Postmortem, after: Postmortem): Rows {
  const { moments, ...others } = rows;
  if (moments === undefined || before.moments?.length === after.moments?.length) return rows;
  const left = [...(after.moments ?? [])];
  const kept = moments.filter((_meta: RowMeta, index) => {
    const moment = before.moments?.[index];
    const found = left.findIndex(({ kind, at }) => kind === moment?.kind && at.written === moment.at.written);
    if (found === -1) return false;
    left.splice(found, 1);
    return true;
  });
  return kept.length === 0 ? others : { ...others, moments: kept };
}
