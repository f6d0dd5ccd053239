export { contentChanges, type ContentChanges } from './content-changes.ts';
export { ownersOf } from './content-parts.ts';
export { type Facet, hasPostmortems, postmortemFacets } from './facets.ts';
export { type ActionQuery, type ActionRow, listActions } from './list-actions.ts';
export {
  namesOfActor,
  listPostmortems,
  type PostmortemFilters,
  type PostmortemOrder,
  type ListPlace,
} from './list-postmortems.ts';
export { type LatestRevision, loadPostmortem, type SourceDocument, type StoredPostmortem } from './load-postmortem.ts';
export { confidentialityOf, currentRevision, type StoredConfidentiality } from './confidentiality.ts';
export { keepLiveState, loadLiveState } from './live-state.ts';
export type { PostmortemContent, PostmortemTarget } from './postmortem-content.ts';
export { storableInstant } from './storable-instant.ts';
export { SUMMARY_COLUMNS, type SummaryRow } from './summary-row.ts';
export { hasIncidentId, takeIncidentNumber } from './take-incident-number.ts';
export { visibleTo } from './visible-to.ts';
export { type NewRevision, type PostmortemColumns, type PostmortemWrite, writePostmortem } from './write-postmortem.ts';
