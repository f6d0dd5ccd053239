import type { AppContext } from '#app/context';
import type { RouteAnswer } from '#contract/client';
import { loadSettings } from '#store/settings';

import { DEFAULT_SETTINGS } from './default-settings.data.ts';

/** Settings of a workspace with their revision. */
export type WorkspaceSettings = RouteAnswer<'getSettings'>;

/** The settings of a workspace; what nobody has set yet is as in `default-settings.data.ts`. */
export async function workspaceSettings(
  context: Pick<AppContext, 'db'>,
  workspaceId: string,
): Promise<WorkspaceSettings> {
  const stored = await loadSettings(context.db, workspaceId);
  const value = (stored?.value ?? {}) as Partial<WorkspaceSettings>;
  return {
    ...DEFAULT_SETTINGS,
    ...value,
    workspaceName: stored?.workspaceName ?? '',
    revision: stored?.revision ?? 1,
  };
}

/** Rank of a severity label on the scale of the workspace; null where the scale does not have it. */
export function rankIn(settings: Pick<WorkspaceSettings, 'severities'>, label: string): number | null {
  const wanted = label.trim().toLowerCase();
  return settings.severities.find((each) => each.label.trim().toLowerCase() === wanted)?.rank ?? null;
}
