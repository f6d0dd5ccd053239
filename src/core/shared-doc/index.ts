export { applyToSharedDoc, fillSharedDoc } from './apply-to-shared-doc.ts';
export type { RowMeta, Rows, SharedContent } from './content.ts';
export {
  cellText,
  deleteRow,
  insertRow,
  keepOriginal,
  moveRow,
  type NewRow,
  rowById,
  setCell,
  setRowMeta,
} from './edit-rows.ts';
export { keepOriginals } from './keep-originals.ts';
export { observeRecord, type RecordChange } from './observe-record.ts';
export { orderedRows } from './ordered-rows.ts';
export { readRow, type RowProblem, type RowReading } from './read-row.ts';
export { readSharedDoc, type SharedReading } from './read-shared-doc.ts';
export { risingIndexes } from './rising-indexes.ts';
export { isTextPath, listAt, type SharedRow, textAt } from './roots.ts';
export { LISTS, STANDING_FIELDS } from './shared-fields.data.ts';
export { withoutStanding, withStanding } from './standing.ts';
export { getValue, setValue } from './values.ts';
export { LIVE_CLOSE, type LiveMessage } from './live-message.ts';
