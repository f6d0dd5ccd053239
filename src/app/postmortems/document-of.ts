import { isDialectId, parsePostmortem, renderPostmortem, writeDocument } from '#core/markdown';
import type { Postmortem } from '#core/record';
import type { SourceDocument } from '#store/postmortems';

/** Dialect for writing what has neither a template nor an original. */
const FALLBACK = 'cycle';

/**
 * The Markdown of a record in its dialect. What was imported in that dialect is written back as it came, changed only where
 * the record was changed; the rest is rendered.
 */
export function documentOf(record: Postmortem, dialect: string, source: SourceDocument | null): string {
  if (source !== null) {
    const parsed = parsePostmortem(source.markdown, source.name === null ? {} : { file: source.name });
    if (dialect === 'foreign' || parsed.dialect === dialect) return writeDocument(parsed, record).markdown;
  }
  return renderPostmortem(record, isDialectId(dialect) ? dialect : FALLBACK).markdown;
}
