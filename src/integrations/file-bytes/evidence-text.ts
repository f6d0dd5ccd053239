import { createHash } from 'node:crypto';

import { type Finding, refusal } from '#core/errors';
import type { EvidenceText } from '#core/evidence';

import { decodeText } from './decode-text.ts';

/** A piece of evidence out of its bytes, decoded and hashed, or the finding that says why they are none. */
export function evidenceText(file: string, bytes: Uint8Array, modified?: string): EvidenceText | Finding {
  const decoded = decodeText(bytes);
  if ('binary' in decoded) {
    const finding = refusal('file-binary', { path: file, what: decoded.binary }).toFinding({ file });
    // A picture among the evidence is no reason to stop.
    return { ...finding, severity: 'warning', ...(decoded.help !== undefined && { help: decoded.help }) };
  }
  const evidence = createHash('sha256').update(bytes).digest('hex');
  return { file, evidence, ...decoded, ...(modified !== undefined && { modified }) };
}
