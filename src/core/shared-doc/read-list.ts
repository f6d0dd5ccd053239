import type * as Y from 'yjs';
import { Map as YMap } from 'yjs';

import type { Finding } from '#core/errors';

import type { RowMeta } from './content.ts';
import { orderedRows } from './ordered-rows.ts';
import { readRow, type RowReading } from './read-row.ts';
import { membersOf, ringsIn } from './rings.ts';
import { listAt, type SharedRow } from './roots.ts';

/** A row of a list as it goes into the record. */
export interface ListedRow {
  readonly row: SharedRow;
  readonly reading: RowReading;
  /** Its side data, with an id that is its own in the list. */
  readonly meta: RowMeta;
}

/** Rows of a list that are complete, in order; the others are told as findings. */
export function readList(doc: Y.Doc, list: string, findings: Finding[]): ListedRow[] {
  const rows = ownIds(orderedRows(doc, list), list, findings).filter(({ reading, meta }) => {
    if (!reading.complete) findings.push(incomplete(list, meta.id));
    return reading.complete;
  });
  reportStrangers(doc, list, findings);
  rows.forEach(({ reading }, index) => {
    for (const problem of reading.problems) findings.push(misfit(`${list}.${index}.${problem.key}`, problem.kind));
  });
  return withoutLostFolds(rows, list, findings);
}

/** Ids of a list are unique: a row without one of its own gets the same one in every copy of the document. */
function ownIds(rows: readonly SharedRow[], list: string, findings: Finding[]): ListedRow[] {
  const readings = rows.map((row) => readRow(row));
  const freeId = freeIds(new Set(readings.map(({ meta }) => meta.id)));
  const seen = new Set<string>();
  return readings.map((reading, index) => {
    const { id } = reading.meta;
    const own = id !== '' && !seen.has(id) ? id : freeId(id === '' ? 'row' : id);
    if (own !== id) findings.push(renamed(list, id, own));
    seen.add(own);
    return { row: rows[index] as SharedRow, reading, meta: own === id ? reading.meta : { ...reading.meta, id: own } };
  });
}

/** Makes ids that nobody has out of those that are taken: `t1-2`, `t1-3` … */
function freeIds(taken: Set<string>): (id: string) => string {
  const numbers = new Map<string, number>();
  return (id) => {
    const stem = id.slice(0, 56);
    let number = numbers.get(stem) ?? 2;
    while (taken.has(`${stem}-${number}`)) number += 1;
    numbers.set(stem, number + 1);
    taken.add(`${stem}-${number}`);
    return `${stem}-${number}`;
  };
}

/** A row is folded under another row of its list, and rows are not folded under each other in a ring. */
function withoutLostFolds(rows: ListedRow[], list: string, findings: Finding[]): ListedRow[] {
  const foldOf = new Map(rows.map(({ meta }) => [meta.id, meta.fold]));
  const ringed = new Set(ringsIn(foldOf).flatMap((id) => membersOf(foldOf, id)));
  return rows.map((listed) => {
    const { fold, ...meta } = listed.meta;
    if (fold === undefined || (foldOf.has(fold) && !ringed.has(meta.id))) return listed;
    findings.push({
      code: 'shared-fold-lost',
      severity: 'info',
      message: `Row "${meta.id}" is folded under "${fold}", which is not in the list or folded under it in turn.`,
      place: { path: list },
      help: 'Fold it again if that was meant.',
    });
    return { ...listed, meta };
  });
}

function reportStrangers(doc: Y.Doc, list: string, findings: Finding[]): void {
  const strangers = listAt(doc, list)
    .toArray()
    .filter((item: unknown) => !(item instanceof YMap)).length;
  if (strangers > 0) findings.push(misfit(list, 'invalid'));
}

/** Says that something in the shared document is left out of the record. */
export function misfit(path: string, kind: 'invalid' | 'unknown'): Finding {
  return kind === 'invalid'
    ? {
        code: 'shared-value-invalid',
        severity: 'warning',
        message: `What the shared document has at "${path}" does not fit the record and is left out.`,
        place: { path },
        help: 'Write it again.',
      }
    : {
        code: 'shared-field-unknown',
        severity: 'warning',
        message: `The record has no field "${path}"; what the shared document has there is left out.`,
        place: { path },
        help: 'Nothing, unless something is missing.',
      };
}

function incomplete(list: string, id: string): Finding {
  return {
    code: 'shared-row-incomplete',
    severity: 'info',
    message: `Row "${id}" of ${list} is not filled in yet; the record leaves it out until then.`,
    place: { path: list },
    help: 'Fill it in, or delete it.',
  };
}

function renamed(list: string, id: string, own: string): Finding {
  return {
    code: 'shared-row-id-repeated',
    severity: 'info',
    message:
      id === ''
        ? `A row of ${list} has no id; it is called "${own}".`
        : `Two rows of ${list} have the id "${id}"; the second is called "${own}".`,
    place: { path: list },
    help: 'Nothing.',
  };
}
