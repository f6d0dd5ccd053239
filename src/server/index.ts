export { backupLines, type DatabasePlace, restoreLines } from './maintain-database.ts';
export { startServer } from './start-server.ts';
export type { RunningServer, ServerSettings } from './server-settings.ts';
