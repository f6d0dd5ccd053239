import type { AppContext, UseCases } from '#app/context';
import type { RouteRequest } from '#contract/client';
import { refuse } from '#core/errors';
import { DIALECT_IDS, dialects } from '#core/markdown';
import { isZone } from '#core/time';
import { appendAudit } from '#store/audit';
import { loadSettings, saveSettings } from '#store/settings';

import { DIALECT_DESCRIPTIONS } from './dialect-descriptions.data.ts';
import { workspaceSettings } from './workspace-settings.ts';

type Settings = RouteRequest<'updateSettings'>['body'];

/** Settings of the workspace, and the templates there are. */
export const settingsUseCases: UseCases<'getSettings' | 'updateSettings' | 'listDialects'> = {
  getSettings: (context, actor) => workspaceSettings(context, actor.workspaceId),

  async updateSettings(context, actor, { body, ifMatch }) {
    check(body);
    const { workspaceId, userId } = actor;
    const revision = await context.db.transaction().execute(async (trx) => {
      const current = (await loadSettings(trx, workspaceId))?.revision ?? 1;
      const expected = ifMatch ?? current;
      const change = { workspaceId, expected, ...split(body), at: context.now(), by: userId };
      if (expected !== current || !(await saveSettings(trx, change))) {
        return refuse('revision-stale', { expected, current: await revisionNow(context, workspaceId) });
      }
      const details = { revision: expected + 1 };
      await appendAudit(trx, { workspaceId, subject: 'workspace', action: 'settings-changed', details, by: userId });
      return expected + 1;
    });
    context.changes.announce({ workspaceId, type: 'settings', id: workspaceId, revision });
    return { ...body, revision };
  },

  listDialects: () =>
    Promise.resolve({
      items: DIALECT_IDS.map((id) => ({
        id,
        name: dialects[id].label,
        description: DIALECT_DESCRIPTIONS[id],
        zone: dialects[id].zone,
      })),
    }),
};

async function revisionNow(context: AppContext, workspaceId: string): Promise<number> {
  return (await loadSettings(context.db, workspaceId))?.revision ?? 1;
}

function split({ workspaceName, ...value }: Settings): { workspaceName: string; value: unknown } {
  return { workspaceName, value };
}

function check(settings: Settings): void {
  const { services, severities, teams, workspaceName, zone } = settings;
  if (!isZone(zone)) refuse('zone-unknown', { zone });
  if (workspaceName.trim() === '') {
    refuse('setting-invalid', { setting: 'name', value: workspaceName, expected: 'it needs at least one letter' });
  }
  refuseDoubles(
    'severities',
    severities.map(({ label }) => label),
  );
  refuseDoubles(
    'services',
    services.map(({ name }) => name),
  );
  refuseDoubles(
    'teams',
    teams.map(({ name }) => name),
  );
  const known = new Set(teams.map(({ name }) => name));
  for (const { name, team } of services) {
    if (team === null || known.has(team)) continue;
    const expected = `the service "${name}" names a team that is not in the list of teams`;
    refuse('setting-invalid', { setting: 'services', value: team, expected });
  }
}

function refuseDoubles(setting: string, names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const key = name.trim().toLowerCase();
    if (seen.has(key)) refuse('setting-invalid', { setting, value: name, expected: 'it is there twice' });
    seen.add(key);
  }
}
