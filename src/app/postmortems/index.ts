import { listUseCases } from './list-use-cases.ts';
import { recordUseCases } from './record-use-cases.ts';

export { createContent, type NewContent } from './create-content.ts';
export { findPostmortem, requirePostmortem } from './find-postmortem.ts';
export {
  keepStateOfLive,
  liveAccess,
  type LiveContentSave,
  type LivePostmortem,
  loadForLive,
  saveFromLive,
} from './live-ports.ts';

/** Everything about post-mortems. */
export const postmortemUseCases = { ...listUseCases, ...recordUseCases };
