export { annotateRevision, type FullRevision, listRevisions, loadRevision, type RevisionRow } from './revisions.ts';
