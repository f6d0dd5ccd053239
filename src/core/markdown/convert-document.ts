import { type DialectChoice, dialectOf } from './dialects/index.ts';
import type { ParsedDocument } from './parse-postmortem.ts';
import { renderPostmortem, type RenderedDocument } from './render-postmortem.ts';

/**
 * Writes a document in another dialect. Into its own dialect it is the same document, byte for byte. What has no place
 * stands under "Additional notes", with findings.
 */
export function convertDocument(document: ParsedDocument, dialect: DialectChoice): RenderedDocument {
  if (document.dialect === dialectOf(dialect).id) return { markdown: document.source, findings: [] };
  return renderPostmortem(document.record, dialect);
}
