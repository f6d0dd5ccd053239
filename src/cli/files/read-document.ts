import { refuse } from '#core/errors';
import { decodeText, type Encoded } from '#integrations/file-bytes';

import { LARGEST_DOCUMENT, nameOf, readBytes } from './read-bytes.ts';

/** A document with the bytes it was read from. */
export interface DocumentText {
  readonly file: string;
  /** How the text stands in the bytes. */
  readonly encoded: Encoded;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** Reads one document; refuses what is missing, unreadable, not text or far too large for one. */
export async function readDocument(path: string): Promise<DocumentText> {
  const bytes = await readBytes(path, LARGEST_DOCUMENT);
  const decoded = decodeText(bytes);
  const file = nameOf(path);
  if ('binary' in decoded) return refuse('file-binary', { path: file, what: decoded.binary });
  const { bomBytes, encoding, text } = decoded;
  return { file, bytes, text, encoded: { bomBytes, encoding } };
}
