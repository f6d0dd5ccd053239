import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createContent, postmortemUseCases } from '#app/postmortems';
import { savedFilterUseCases } from '#app/saved-filters';
import { settingsUseCases } from '#app/settings';
import type { Actor } from '#core/workflow';

import { type AppWorkspace, appWorkspace } from '../support/app-workspace.ts';
import { request } from './request.ts';

let workspace: AppWorkspace;
let ana: Actor;
let bo: Actor;
beforeAll(async () => {
  workspace = await appWorkspace();
  ana = await workspace.person('Ana Ruiz', 'admin');
  bo = await workspace.person('Bo Lind', 'contributor');
});
afterAll(async () => {
  await workspace.close();
});

const settings = {
  workspaceName: 'Payments',
  zone: 'Europe/Berlin',
  dialect: 'sev' as const,
  severities: [{ label: 'Rot', rank: 1, meaning: 'everything is down' }],
  services: [{ name: 'api', team: 'core' }],
  teams: [{ name: 'core' }],
};

describe('settings', () => {
  it('have defaults, are changed as a whole, and are what new post-mortems start from', async () => {
    const { context } = workspace;
    const before = await settingsUseCases.getSettings(context, ana, request('getSettings'));
    expect(before).toMatchObject({ workspaceName: 'Tests', zone: 'UTC', dialect: 'standard', revision: 1 });
    const saved = await settingsUseCases.updateSettings(
      context,
      ana,
      request('updateSettings', { body: settings, ifMatch: 1 }),
    );
    expect(saved).toEqual({ ...settings, revision: 2 });
    expect(await settingsUseCases.getSettings(context, bo, request('getSettings'))).toEqual(saved);
    const stale = settingsUseCases.updateSettings(
      context,
      ana,
      request('updateSettings', { body: settings, ifMatch: 1 }),
    );
    await expect(stale).rejects.toMatchObject({ code: 'revision-stale', params: { current: 2 } });
    const made = await createContent(context, ana, { title: 'x', severity: 'rot', via: 'api' });
    expect(made).toMatchObject({ dialect: 'sev', severity: { label: 'rot', rank: 1 } });
  });

  it.each([
    ['an unknown zone', { zone: 'Moon/Crater' }, 'zone-unknown'],
    [
      'a severity twice',
      { severities: [...settings.severities, { label: 'ROT', rank: 2, meaning: '' }] },
      'setting-invalid',
    ],
    ['a team nobody listed', { services: [{ name: 'api', team: 'nobody' }] }, 'setting-invalid'],
  ])('refuse %s', async (_name, change, code) => {
    const body = { ...settings, ...change };
    const saving = settingsUseCases.updateSettings(workspace.context, ana, request('updateSettings', { body }));
    await expect(saving).rejects.toMatchObject({ code });
  });

  it('list the five templates', async () => {
    const { items } = await settingsUseCases.listDialects(workspace.context, bo, request('listDialects'));
    expect(items.map((item) => item.id)).toEqual(['operations', 'standard', 'sev', 'cycle', 'platform']);
  });
});

describe('saved filters', () => {
  it('belong to one person', async () => {
    const { context } = workspace;
    const body = { name: 'Mine', query: 'status=draft&mine=true' };
    const made = await savedFilterUseCases.createSavedFilter(context, ana, request('createSavedFilter', { body }));
    expect(await savedFilterUseCases.listSavedFilters(context, ana, request('listSavedFilters'))).toEqual({
      items: [made],
    });
    expect(await savedFilterUseCases.listSavedFilters(context, bo, request('listSavedFilters'))).toEqual({ items: [] });
    const path = { filterId: made.id };
    await expect(
      savedFilterUseCases.deleteSavedFilter(context, bo, request('deleteSavedFilter', { path })),
    ).rejects.toMatchObject({ code: 'saved-filter-missing' });
    await savedFilterUseCases.deleteSavedFilter(context, ana, request('deleteSavedFilter', { path }));
    expect(await savedFilterUseCases.listSavedFilters(context, ana, request('listSavedFilters'))).toEqual({
      items: [],
    });
  });
});

describe('the home page', () => {
  it('has what needs somebody: own drafts, own open actions, what changed', async () => {
    const { context } = workspace;
    const record = {
      title: 'For Bo',
      timeline: [],
      actions: [
        { text: 'Mine', owner: '@bo.lind', due: '2026-05-01' },
        { text: 'Sooner', owner: 'Ana, Bo Lind', due: '2026-04-01' },
        { text: 'Done', owner: 'Bo Lind', status: 'Done' },
        { text: 'Other', owner: 'Ana' },
      ],
      roles: { commander: 'Bo Lind' },
    };
    await createContent(context, ana, { title: 'x', record, via: 'api' });
    await createContent(context, ana, { title: 'Not for Bo', via: 'api' });
    const home = await postmortemUseCases.getHome(context, bo, request('getHome'));
    expect(home.drafts.map((each) => each.title)).toEqual(['For Bo']);
    expect(home.myActions.map((each) => each.text)).toEqual(['Sooner', 'Mine']);
    expect(home.recent[0]?.title).toBe('Not for Bo');
    expect(home.empty).toBe(false);
  });
});

describe('lists', () => {
  it('are filtered by every label, and any of several values', async () => {
    const { context } = workspace;
    const made = { record: { timeline: [], actions: [] }, via: 'api' as const };
    await createContent(context, bo, {
      ...made,
      title: 'one',
      services: ['a'],
      teams: ['t'],
      tags: ['x'],
      date: '2020-05-01',
      severity: 'P0',
    });
    await createContent(context, bo, { ...made, title: 'two', services: ['b'], date: '2020-05-02', severity: 'P3' });
    const titles = async (query: object) =>
      (await postmortemUseCases.listPostmortems(context, ana, request('listPostmortems', { query }))).items.map(
        ({ title }) => title,
      );
    expect(await titles({ service: ['a'] })).toEqual(['one']);
    expect(await titles({ service: ['a', 'b'] })).toEqual(['two', 'one']);
    expect(await titles({ team: ['t'] })).toEqual(['one']);
    expect(await titles({ tag: ['x'] })).toEqual(['one']);
    expect(await titles({ severity: [4] })).toEqual(['two']);
    expect(await titles({ from: '2020-05-01', to: '2020-05-01' })).toEqual(['one']);
    expect(await titles({ from: '2020-05-01', to: '2020-12-31', sort: 'title' })).toEqual(['one', 'two']);
    expect(await titles({ to: '2021-01-01', sort: 'severity' })).toEqual(['one', 'two']);
    expect(await titles({ status: ['closed'] })).toEqual([]);
    expect(await titles({ service: [] })).not.toEqual([]);
  });

  it.each(['incident', 'updated', 'title', 'severity'] as const)(
    'have every row once, page by page, by %s',
    async (sort) => {
      const { context } = workspace;
      const whole = await postmortemUseCases.listPostmortems(
        context,
        ana,
        request('listPostmortems', { query: { sort } }),
      );
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const query = { sort, limit: 2, ...(cursor !== undefined && { cursor }) };
        const page = await postmortemUseCases.listPostmortems(context, ana, request('listPostmortems', { query }));
        seen.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual(whole.items.map((item) => item.id));
    },
  );

  it('count what the filters can take', async () => {
    const facets = await postmortemUseCases.getFacets(workspace.context, ana, request('getFacets'));
    expect(facets.service).toEqual([
      { value: 'a', count: 1 },
      { value: 'b', count: 1 },
    ]);
    expect(facets.severity).toEqual([
      { value: 1, label: 'P0', count: 2 },
      { value: 4, label: 'P3', count: 1 },
    ]);
    expect(facets.status).toEqual([{ value: 'draft', count: facets.total }]);
  });
});
