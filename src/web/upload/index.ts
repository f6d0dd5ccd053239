export { type ChosenFile, filesOfField } from './chosen-file.ts';
export { DropZone } from './drop-zone.tsx';
export type { EvidenceItem } from './send-file.ts';
export { sizeText, UploadList } from './upload-list.tsx';
export { type Upload, UploadQueue, useUploads } from './upload-queue.ts';
