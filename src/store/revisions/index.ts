export { annotateRevision, type FullRevision, listRevisions, loadRevision, type RevisionRow } from './revisions.ts';
export { keepDocument, unwrittenDocuments, type UnwrittenDocument } from './unwritten-documents.ts';
