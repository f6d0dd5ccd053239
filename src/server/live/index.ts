export { createLive } from './create-live.ts';
export type {
  Live,
  LiveIdentity,
  LiveMetrics,
  LivePorts,
  LiveSettings,
  LiveTarget,
  StoredPostmortem,
} from './live-ports.ts';
