import type { UseCases } from '#app/context';
import { listPostmortems, type PostmortemOrder } from '#store/postmortems';

import { type PlacePart, readCursor, writeCursor } from './list-cursor.ts';
import { presentSummary } from './present-summary.ts';

const PAGE = 50;

const PLACES: Readonly<Record<PostmortemOrder, readonly PlacePart[]>> = {
  incident: ['instant', 'uuid'],
  updated: ['instant', 'uuid'],
  title: ['text', 'uuid'],
  severity: ['integer', 'instant', 'uuid'],
};

/** Lists of post-mortems. */
export const listUseCases: UseCases<'listPostmortems'> = {
  async listPostmortems(context, actor, { query }) {
    const { cursor, limit = PAGE, sort: order = 'incident', ...filters } = query;
    const after = readCursor(cursor, order, PLACES[order]);
    // One more than is shown tells whether there is another page.
    const found = await listPostmortems(context.db, { actor, filters, order, after, limit: limit + 1 });
    const last = found.length > limit ? found[limit - 1] : undefined;
    return {
      items: found.slice(0, limit).map(({ row }) => presentSummary(row)),
      nextCursor: last === undefined ? null : writeCursor(order, last.place),
    };
  },
};
