export type { ChosenFile } from './chosen-file.ts';
export { DropZone } from './drop-zone.tsx';
export { sizeText, UploadList } from './upload-list.tsx';
export { UploadQueue, useUploads } from './upload-queue.ts';
