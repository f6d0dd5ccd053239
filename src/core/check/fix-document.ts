import { withValue, writeDocument } from '#core/markdown';

import { type CheckedDocument, checkDocument, type CheckOptions } from './check-document.ts';
import type { CheckedFinding } from './checked-finding.ts';

/** A document with what could be put right. */
export interface FixedDocument {
  readonly markdown: string;
  /** What was put right, in the order it was done. */
  readonly fixed: readonly CheckedFinding[];
  /** The document as it stands now. */
  readonly checked: CheckedDocument;
}

/** Several fixes for one field are made one after another; nobody's document needs more rounds than this. */
const MOST_ROUNDS = 20;

/**
 * Puts right what needs no judgement: applies the mechanical fixes, again until there are none. Every other line stays
 * as it is; what is still found afterwards is left to a person.
 */
export function fixDocument(text: string, options: CheckOptions = {}): FixedDocument {
  let checked = checkDocument(text, options);
  const fixed: CheckedFinding[] = [];
  const tried = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const fixes = fixesOf(checked, tried);
    if (fixes.length === 0) break;
    for (const fix of fixes) tried.add(keyOf(fix));
    const next = checkDocument(applied(checked, fixes), options);
    // A fix that changes what the document is read as is none.
    if (next.document.dialect !== checked.document.dialect) break;
    const left = new Set(next.findings.map(keyOf));
    fixed.push(...fixes.filter((fix) => !left.has(keyOf(fix))));
    checked = next;
  }
  return { markdown: checked.document.source, fixed, checked };
}

/** Mechanical fixes that were not tried yet, one for each field: a second one is written for the text as it was. */
function fixesOf({ findings }: CheckedDocument, tried: ReadonlySet<string>): CheckedFinding[] {
  const fields = new Set<string>();
  return findings.filter(({ fix, ...finding }) => {
    if (fix?.mechanical !== true || tried.has(keyOf({ ...finding, fix }))) return false;
    return fields.size < fields.add(fix.path).size;
  });
}

function applied({ document }: CheckedDocument, fixes: readonly CheckedFinding[]): string {
  const record = fixes.reduce(
    (changed, { fix }) => (fix === undefined ? changed : withValue(changed, fix.path, fix.value)),
    document.record,
  );
  return writeDocument(document, record).markdown;
}

function keyOf({ code, fix }: CheckedFinding): string {
  return `${code} ${fix?.path ?? ''} ${fix?.value ?? ''}`;
}
