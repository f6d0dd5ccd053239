import * as Y from 'yjs';

/** Updates up to this size, as deleting makes them, get through when a document is full. */
const SMALL = 256;

/** Says whether a document may take another update. Exact sizes are looked up only when they could matter. */
export interface DocumentSize {
  allows(updateBytes: number): boolean;
}

/** @param limit bytes of the document as it is stored */
export function documentSize(doc: Y.Doc, limit: number): DocumentSize {
  let estimate = Y.encodeStateAsUpdate(doc).byteLength;
  return {
    allows(updateBytes) {
      estimate += updateBytes;
      if (estimate <= limit) return true;
      const exact = Y.encodeStateAsUpdate(doc).byteLength;
      estimate = exact + updateBytes;
      if (estimate <= limit || (updateBytes <= SMALL && exact <= limit)) return true;
      estimate = exact;
      return false;
    },
  };
}
