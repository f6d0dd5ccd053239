export { settingsUseCases } from './settings-use-cases.ts';
export { rankIn, workspaceSettings, type WorkspaceSettings } from './workspace-settings.ts';
