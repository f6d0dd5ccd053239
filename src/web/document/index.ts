export { DocumentSkeleton } from './document-skeleton.tsx';
export { PostmortemDocument } from './postmortem-document.tsx';
