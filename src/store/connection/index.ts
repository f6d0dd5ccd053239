export { isConnectionLost } from './connection-lost.ts';
export type { Database, OpenDatabaseOptions } from './database.ts';
export { openDatabase } from './open-database.ts';
