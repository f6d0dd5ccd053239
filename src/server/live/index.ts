export { createLive } from './create-live.ts';
export {
  type Live,
  LIVE_DEFAULTS,
  type LiveIdentity,
  type LiveLog,
  type LiveMetrics,
  type LivePorts,
  type LiveSave,
  type LiveSettings,
  type LiveStatus,
  type LiveTarget,
  type LiveUser,
  type StoredPostmortem,
} from './live-ports.ts';
