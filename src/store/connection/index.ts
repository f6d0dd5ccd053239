export { isConnectionLost } from './connection-lost.ts';
export type { Database, OpenDatabaseOptions } from './database.ts';
export { openBeside, openDatabase } from './open-database.ts';
