import type { Finding } from '#core/errors';
import type { Postmortem } from '#core/record';

import type { ParsedDocument } from '../parse-postmortem.ts';
import { getAt, setAt } from '../record-path.ts';
import { renderPostmortem } from '../render-postmortem.ts';
import { applyChange, copyOf, itemsIn, type Change } from './change.ts';
import { changesBetween } from './record-changes.ts';
import { notWritten, rewritten } from './write-findings.ts';
import { writeAtOnce, writeChange, type Written } from './write-change.ts';

/** A document after a change. */
export interface WrittenDocument {
  readonly markdown: string;
  /** Changes that a person should look at: those that found no place of their own. */
  readonly findings: readonly Finding[];
}

/**
 * Writes a document again from its record. An unchanged record gives the same bytes. A changed value is written where it
 * stands, a new one beside its like in the document's own style; every other line keeps its bytes. What is written is read
 * back before it counts. A change that no place of the document can say goes under "Additional notes", with a finding.
 */
export function writeDocument(document: ParsedDocument, record: Postmortem): WrittenDocument {
  const changes = changesBetween(document.record, record);
  if (changes.length === 0) return { markdown: document.source, findings: [] };
  const atOnce = writeAtOnce(document, changes, record);
  return atOnce === null ? writeOneByOne(document, record) : { markdown: atOnce.source, findings: [] };
}

interface Progress {
  readonly document: ParsedDocument;
  readonly wanted: Postmortem;
  readonly findings: readonly Finding[];
}

/** Each change on its own, because what is written changes where the others stand. */
function writeOneByOne(document: ParsedDocument, record: Postmortem): WrittenDocument {
  let progress: Progress = { document, wanted: record, findings: [] };
  const tried = new Set<string>();
  for (;;) {
    const open = changesBetween(progress.document.record, progress.wanted).filter((next) => !isAttendant(next));
    const change = open.find((next) => !tried.has(JSON.stringify(next)));
    if (change === undefined) break;
    tried.add(JSON.stringify(change));
    const written = writeChange(progress.document, change);
    progress = written === null ? withoutChange(progress, change) : withChange(progress, written);
  }
  const lost = progress.findings.some(({ code }) => code === 'change-not-written');
  if (lost && document.template !== undefined) return renderAnew(document, record);
  return { markdown: progress.document.source, findings: progress.findings };
}

/** Prompts and wordings of headings that went along with another change. */
function isAttendant(change: Change): boolean {
  return /^(?:guidance|headings)(?:\.|$)/u.test(change.kind === 'set' ? change.path : change.list);
}

function withChange(progress: Progress, written: Written): Progress {
  const wanted = written.consequences.reduce(
    (record, [path, value]) => applyChange(record, { kind: 'set', path, value }),
    progress.wanted,
  );
  return { document: written.document, wanted, findings: [...progress.findings, ...written.findings] };
}

/** Goes on without a change that cannot be written. */
function withoutChange({ document, wanted, findings }: Progress, change: Change): Progress {
  const finding = notWritten(document, change);
  if (change.kind === 'set') {
    const undone: Change = { ...change, value: getAt(document.record, change.path) };
    return { document, wanted: applyChange(wanted, undone), findings: [...findings, finding] };
  }
  const copy = copyOf(wanted);
  setAt(copy, change.list, copyOf(itemsIn(document.record, change.list)));
  return { document, wanted: copy, findings: [...findings, finding] };
}

/** A document of one of our templates can be written anew in that template, which holds every record. */
function renderAnew(document: ParsedDocument, record: Postmortem): WrittenDocument {
  if (document.template === undefined) return { markdown: document.source, findings: [] };
  const { markdown, findings } = renderPostmortem(record, document.template);
  return { markdown, findings: [...findings, rewritten(document)] };
}

/** A copy of a record with one value changed; convenience for editors and tests. */
export function withValue(record: Postmortem, path: string, value: unknown): Postmortem {
  return applyChange(record, { kind: 'set', path, value });
}
