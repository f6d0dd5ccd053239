export { createChangeFeed } from './create-change-feed.ts';
export { mountChanges } from './mount-changes.ts';
export { databaseListener } from './open-listener.ts';
