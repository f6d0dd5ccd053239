import type { UseCases } from '#app/context';
import type { RouteAnswer } from '#contract/client';
import { type Facet, hasPostmortems, listActions, listPostmortems, type PostmortemOrder } from '#store/postmortems';

import { facetsFor } from './facet-cache.ts';
import { type PlacePart, readCursor, writeCursor } from './list-cursor.ts';
import { presentAction } from './present-action.ts';
import { presentSummary } from './present-summary.ts';

const PAGE = 50;
/** Rows of each list of the home page. */
const HOME = { drafts: 10, actions: 20, recent: 10 };

const PLACES: Readonly<Record<PostmortemOrder, readonly PlacePart[]>> = {
  incident: ['instant', 'uuid'],
  updated: ['instant', 'uuid'],
  title: ['text', 'uuid'],
  severity: ['integer', 'instant', 'uuid'],
};

/** Lists across post-mortems. */
export const listUseCases: UseCases<'getHome' | 'listPostmortems' | 'getFacets' | 'listActions'> = {
  async getHome(context, actor) {
    const drafts = { status: ['draft'], mine: true };
    const [own, actions, recent, hasAny] = await Promise.all([
      listPostmortems(context.db, { actor, filters: drafts, order: 'updated', limit: HOME.drafts }),
      listActions(context.db, { actor, mine: true, open: true, limit: HOME.actions }),
      listPostmortems(context.db, { actor, filters: {}, order: 'updated', limit: HOME.recent }),
      hasPostmortems(context.db, actor),
    ]);
    return {
      drafts: own.map(({ row }) => presentSummary(row)),
      myActions: actions.map(({ row }) => presentAction(row)),
      recent: recent.map(({ row }) => presentSummary(row)),
      empty: !hasAny,
    };
  },

  async listPostmortems(context, actor, { query }) {
    const { cursor, limit = PAGE, sort: order = 'incident', ...filters } = query;
    const after = readCursor(cursor, order, PLACES[order]);
    const found = await listPostmortems(context.db, { actor, filters, order, after, limit: limit + 1 });
    return pageOf(found, { limit, kind: order }, presentSummary);
  },

  async getFacets(context, actor) {
    const found = Map.groupBy(await facetsFor(context, actor), ({ facet }) => facet);
    const values = (facet: Facet['facet']) => (found.get(facet) ?? []).map(({ count, value }) => ({ value, count }));
    return {
      total: found.get('total')?.[0]?.count ?? 0,
      status: values('status') as RouteAnswer<'getFacets'>['status'],
      severity: (found.get('severity') ?? [])
        .map(({ count, label, value }) => ({ value: Number(value), label: label ?? value, count }))
        .toSorted((a, b) => a.value - b.value),
      service: values('service'),
      team: values('team'),
      tag: values('tag'),
    };
  },

  async listActions(context, actor, { query }) {
    const { cursor, limit = PAGE, ...filters } = query;
    const after = readCursor(cursor, 'due', ['day', 'uuid', 'text']);
    const found = await listActions(context.db, { ...filters, actor, after, limit: limit + 1 });
    return pageOf(found, { limit, kind: 'due' }, presentAction);
  },
};

/** A page of what was found; one more than it shows was asked for, which tells whether there is another. */
function pageOf<Row, Item>(
  found: readonly { readonly row: Row; readonly place: readonly string[] }[],
  { kind, limit }: { readonly limit: number; readonly kind: string },
  present: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    items: found.slice(0, limit).map(({ row }) => present(row)),
    nextCursor: last === undefined ? null : writeCursor(kind, last.place),
  };
}
