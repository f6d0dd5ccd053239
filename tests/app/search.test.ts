import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createContent } from '#app/postmortems';
import { searchUseCases } from '#app/search';
import type { Postmortem } from '#core/record';
import type { Actor } from '#core/workflow';

import { type AppWorkspace, appWorkspace } from '../support/app-workspace.ts';
import { request } from './request.ts';

let workspace: AppWorkspace;
let ana: Actor;

const time = (written: string) =>
  ({ written, instant: null, precision: 'unknown', approximate: false, zone: null, zoneStated: false }) as const;

async function create(title: string, more: Partial<Postmortem> = {}, labels: object = {}): Promise<string> {
  const record = { title, timeline: [], actions: [], ...more };
  const created = await createContent(workspace.context, ana, {
    title,
    record,
    dialect: 'standard',
    via: 'api',
    ...labels,
  });
  return created.id;
}

async function titles(q: string, query: object = {}): Promise<string[]> {
  const found = await searchUseCases.search(workspace.context, ana, request('search', { query: { q, ...query } }));
  return found.items.map((item) => item.postmortem.title);
}

beforeAll(async () => {
  workspace = await appWorkspace();
  ana = await workspace.person('Ana Ruiz', 'contributor');
  await create(
    'Checkout outage',
    {
      summary: { text: 'The connection pool was **exhausted**.' },
      incident: { date: time('2026-02-23') },
      timeline: [{ at: time('12:05'), text: 'Rolled back checkout-api to v41' }],
      actions: [{ text: 'Alert on pool saturation', owner: '@bo' }],
      factors: [{ text: 'Nobody watched OutOfMemoryError' }],
    },
    { services: ['payments'], tags: ["o'brien\\x"] },
  );
  await create('Slow search', {
    summary: { text: 'Caches were cold after the checkout deployment.' },
    incident: { date: time('2020-05-01') },
  });
  await create('Störung im Café', { summary: { text: 'Die Kühlung fiel aus.' } });
  await create('検索の障害', { summary: { text: '東京リージョンで接続が失敗した。' } });
});
afterAll(async () => {
  await workspace.close();
});

describe('the search', () => {
  it('finds words of any language, with or without accents, in every part', async () => {
    expect(await titles('exhausted')).toEqual(['Checkout outage']);
    expect(await titles('kuhlung')).toEqual(['Störung im Café']);
    expect(await titles('CAFÉ')).toEqual(['Störung im Café']);
    expect(await titles('東京')).toEqual(['検索の障害']);
    expect(await titles('接続')).toEqual(['検索の障害']);
    expect(await titles('saturation ')).toEqual(['Checkout outage']);
    expect(await titles('rolled back')).toEqual(['Checkout outage']);
    expect(await titles('memory ')).toEqual(['Checkout outage']);
    expect(await titles('payments')).toEqual(['Checkout outage']);
  });

  it('finds inflections, and words that are still being typed', async () => {
    expect(await titles('connections ')).toEqual(['Checkout outage']);
    expect(await titles('deployed ')).toEqual(['Slow search']);
    expect(await titles('cache ')).toEqual(['Slow search']);
    expect(await titles('satur')).toEqual(['Checkout outage']);
    expect(await titles('satur ')).toEqual([]);
  });

  it('puts what has the word in its title first', async () => {
    expect(await titles('checkout')).toEqual(['Checkout outage', 'Slow search']);
  });

  it('understands phrases, exclusions and alternatives, and takes anything else as words', async () => {
    expect(await titles('"connection pool"')).toEqual(['Checkout outage']);
    expect(await titles('"pool connection"')).toEqual([]);
    expect(await titles('checkout -pool')).toEqual(['Slow search']);
    expect(await titles('exhausted or cold')).toHaveLength(2);
    for (const odd of [
      `'`,
      `''`,
      '"',
      '\\',
      ':*',
      '& |',
      '!',
      '<->',
      '((',
      `'; drop table postmortems; --`,
      '\u0000',
      '-',
      '--',
      'a:*b',
      "o'brien\\x",
      '=status:draft',
      '😀',
    ])
      await expect(titles(odd)).resolves.toBeInstanceOf(Array);
  });

  it('is narrowed by labels and days', async () => {
    expect(await titles('checkout', { service: ['payments'] })).toEqual(['Checkout outage']);
    expect(await titles('checkout', { service: ['nothing'] })).toEqual([]);
    expect(await titles('checkout', { tag: ["o'brien\\x"] })).toEqual(['Checkout outage']);
    expect(await titles('checkout', { status: ['draft'] })).toHaveLength(2);
    expect(await titles('checkout', { status: ['published', 'closed'] })).toEqual([]);
    expect(await titles('checkout', { from: '2020-04-30', to: '2020-05-01' })).toEqual(['Slow search']);
    expect(await titles('checkout', { to: '2020-04-30' })).toEqual([]);
    expect(await titles('checkout', { from: '2021-01-01' })).toEqual(['Checkout outage']);
    expect(await titles('checkout', { mine: true })).toHaveLength(2);
  });

  it('shows where the words stand, as plain text in pieces', async () => {
    const { items, total, atLeast } = await searchUseCases.search(
      workspace.context,
      ana,
      request('search', { query: { q: 'pool rolled exhausted' } }),
    );
    expect([total, atLeast]).toEqual([1, false]);
    const [hit] = items;
    expect(hit?.passages.map(({ where, path }) => [where, path])).toEqual([
      ['Summary', 'summary.text'],
      ['Timeline', 'timeline.0'],
      ['Actions', 'actions.0'],
    ]);
    expect(hit?.passages[0]?.pieces).toEqual([
      { text: 'The connection ', hit: false },
      { text: 'pool', hit: true },
      { text: ' was ', hit: false },
      { text: 'exhausted', hit: true },
      { text: '.', hit: false },
    ]);
  });

  it('goes on page by page', async () => {
    const first = await searchUseCases.search(
      workspace.context,
      ana,
      request('search', { query: { q: 'checkout', limit: 1 } }),
    );
    expect(first).toMatchObject({ total: 2, atLeast: false });
    const query = { q: 'checkout', limit: 1, cursor: first.nextCursor ?? '' };
    const second = await searchUseCases.search(workspace.context, ana, request('search', { query }));
    expect(second.nextCursor).toBeNull();
    expect(second.items[0]?.postmortem.id).not.toBe(first.items[0]?.postmortem.id);
  });
});
