import { originalOf } from './edit-rows.ts';
import type { RowMeta, SharedContent } from './content.ts';

/**
 * The side data of the timeline with the original of every event that came from evidence and was retimed or reworded
 * since `before`. An original that was kept once stays as it was, whatever a later version says.
 */
export function keepOriginals(before: SharedContent, now: SharedContent): readonly RowMeta[] {
  const earlier = new Map(
    before.rows['timeline']?.map((meta, index) => [meta.id, { meta, row: before.record.timeline[index] }]),
  );
  return (now.rows['timeline'] ?? []).map((meta, index) => {
    const known = earlier.get(meta.id);
    const row = now.record.timeline[index];
    if (known?.row === undefined || row === undefined) return meta;
    if (known.meta.original !== undefined) return { ...meta, original: known.meta.original };
    const isFromEvidence = known.meta.sources !== undefined || known.row.source !== undefined;
    const isSame = known.row.text === row.text && known.row.at?.written === row.at?.written;
    const original = isFromEvidence && !isSame ? originalOf(known.row) : undefined;
    return original === undefined ? meta : { ...meta, original };
  });
}
