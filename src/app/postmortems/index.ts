import { exportUseCases } from './export-use-cases.ts';
import { findingUseCases } from './finding-use-cases.ts';
import { listUseCases } from './list-use-cases.ts';
import { recordUseCases } from './record-use-cases.ts';
import { revisionUseCases } from './revision-use-cases.ts';
import { rowUseCases } from './row-use-cases.ts';
import { standingUseCases } from './standing-use-cases.ts';

export { plainText } from './plain-text.ts';
export { presentSummary } from './present-summary.ts';
export { readCursor, writeCursor } from './list-cursor.ts';
export { createContent, type NewContent } from './create-content.ts';
export { findPostmortem, requirePostmortem } from './find-postmortem.ts';
export { requireSize } from './require-size.ts';
export {
  keepStateOfLive,
  liveAccess,
  type LiveContentSave,
  type LivePostmortem,
  loadForLive,
  saveFromLive,
} from './live-ports.ts';

/** Everything about post-mortems. */
export const postmortemUseCases = {
  ...listUseCases,
  ...recordUseCases,
  ...standingUseCases,
  ...rowUseCases,
  ...revisionUseCases,
  ...exportUseCases,
  ...findingUseCases,
};
export { stopWritingDocuments, writeDocumentsSoon } from './write-documents.ts';
