export { rankIn, workspaceSettings, type WorkspaceSettings } from './workspace-settings.ts';
