import type { Finding } from '#core/errors';
import { locateValue, type ParsedDocument } from '#core/markdown';
import type { ReviewFinding } from '#core/review';

import type { CheckedFinding } from './checked-finding.ts';
import type { LineIndex, Region } from './line-index.ts';

/** Where a finding stands in a document: at its words, its value, the row or section that holds it, or the first line. */
export function placeFinding(
  finding: Finding & Pick<ReviewFinding, 'range'>,
  document: ParsedDocument,
  lines: LineIndex,
): CheckedFinding['place'] {
  const { file } = document;
  return {
    ...finding.place,
    ...(file === undefined ? {} : { file }),
    ...regionOf(finding, document, lines),
  };
}

function regionOf(
  { place, range }: Finding & Pick<ReviewFinding, 'range'>,
  document: ParsedDocument,
  lines: LineIndex,
): Region {
  const span = place?.path === undefined || place.path === '' ? null : locateValue(document, place.path, range);
  if (span !== null) return lines.region(span);
  const line = Math.min(Math.max(place?.line ?? 1, 1), lines.count);
  const text = lines.text(line);
  const column = place?.column ?? text.length - text.trimStart().length + 1;
  return { line, column, endLine: line, endColumn: Math.max(column, text.trimEnd().length + 1) };
}
