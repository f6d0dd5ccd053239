export { readBackup, type RestoreOptions } from './read-backup.ts';
export { type BackupHeader, writeBackup } from './write-backup.ts';
