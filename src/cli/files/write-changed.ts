import { refuse } from '#core/errors';
import { encodeText } from '#integrations/file-bytes';

import type { DocumentText } from './read-document.ts';
import { writeOutput } from './write-output.ts';

/**
 * Writes a changed document back into its file, in its encoding and with its byte order mark, whole or not at all. Refuses a file
 * whose unchanged text would not give its own bytes: then some of them were not understood.
 */
export function writeChanged(path: string, document: DocumentText, text: string): void {
  const { bytes, encoded } = document;
  const before = encodeText(document.text, encoded);
  const after = encodeText(text, encoded);
  if (before === null || after === null || !Buffer.from(before).equals(bytes))
    refuse('encoding-limited', { path, encoding: encoded.encoding.toUpperCase() });
  writeOutput(path, after, true);
}
