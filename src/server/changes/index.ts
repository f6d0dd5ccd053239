export { createChangeFeed, type RunningChangeFeed } from './create-change-feed.ts';
export { type ChangeStreamPorts, mountChanges } from './mount-changes.ts';
