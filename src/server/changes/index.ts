export { createChangeFeed } from './create-change-feed.ts';
export { type ChangeStreamPorts, mountChanges, type OpenStreams } from './mount-changes.ts';
export { databaseListener } from './open-listener.ts';
