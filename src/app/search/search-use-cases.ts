import type { UseCases } from '#app/context';
import { presentSummary, readCursor, writeCursor } from '#app/postmortems';
import type { RouteRequest } from '#contract/client';
import type { Actor } from '#core/workflow';
import { namesOfActor } from '#store/postmortems';
import { loadTexts, parseQuery, type QueryLabels, queryTexts, searchPostmortems } from '#store/search';

import { findPassages } from './find-passages.ts';
import { monthsBetween } from './months-between.ts';
import { passageTexts } from './passage-texts.ts';

const PAGE = 20;
/** Hits that are counted; more are said to be more. */
const COUNTED = 1000;

/** Full-text search over everything one may see. */
export const searchUseCases: UseCases<'search'> = {
  async search(context, actor, { query }) {
    const { cursor, limit = PAGE } = query;
    const offset = Number(readCursor(cursor, 'search', ['integer'])?.[0] ?? 0);
    const parsed = parseQuery(query.q);
    if (parsed === undefined) return { items: [], nextCursor: null, total: 0, atLeast: false };
    const names = query.mine === true ? await namesOfActor(context.db, actor) : undefined;
    const texts = queryTexts(parsed, labelsOf(query, { actor, names, now: context.now() }));
    const { from, to } = query;
    const hits = await searchPostmortems(context.db, { actor, texts, from, to, offset, limit });
    const shown = await loadTexts(
      context.db,
      actor,
      hits.rows.map(({ id }) => id),
    );
    const byId = Map.groupBy(shown.texts, ({ postmortemId }) => postmortemId);
    const next = offset + hits.rows.length;
    return {
      items: hits.rows.map((row) => ({
        postmortem: presentSummary(row),
        passages: findPassages(parsed, passageTexts(byId.get(row.id) ?? [], shown.bodies.get(row.id))),
      })),
      nextCursor: next < hits.total ? writeCursor('search', [String(next)]) : null,
      total: Math.min(hits.total, COUNTED),
      atLeast: hits.isMore || hits.total > COUNTED,
    };
  },
};

function labelsOf(
  query: RouteRequest<'search'>['query'],
  { actor, names, now }: { readonly actor: Actor; readonly names: readonly string[] | undefined; readonly now: string },
): QueryLabels {
  const { from, service, severity, status, tag, team, to } = query;
  const months = from === undefined && to === undefined ? undefined : monthsBetween(from, to, now);
  const people = names === undefined ? undefined : [...(actor.userId === null ? [] : [actor.userId]), ...names];
  return { workspaceId: actor.workspaceId, status, severity, service, team, tag, months, people };
}
