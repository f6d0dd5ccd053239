export { blobSize, readBlob, storeBlob, type StoredBlob, wholeBlob } from './blobs.ts';
export { readImage, storeImage } from './images.ts';
export { poolFacets, type PoolEvent, type PoolFilter, poolSettings, readPool, replacePool } from './pool.ts';
export { storableJson } from './storable-json.ts';
export { evidenceOf, noteUpload, saveUses, uploadedBy } from './uses.ts';
