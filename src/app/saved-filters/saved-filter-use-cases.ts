import type { UseCases } from '#app/context';
import { refuse } from '#core/errors';
import type { Actor } from '#core/workflow';
import { deleteSavedFilter, type FilterOwner, insertSavedFilter, listSavedFilters } from '#store/saved-filters';

/** Filters that people keep for themselves. */
export const savedFilterUseCases: UseCases<'listSavedFilters' | 'createSavedFilter' | 'deleteSavedFilter'> = {
  async listSavedFilters(context, actor) {
    return { items: await listSavedFilters(context.db, ownerOf(actor)) };
  },

  async createSavedFilter(context, actor, { body }) {
    const filter = { id: context.newId(), name: clean(body.name), query: clean(body.query) };
    await insertSavedFilter(context.db, ownerOf(actor), { ...filter, at: context.now() });
    return filter;
  },

  async deleteSavedFilter(context, actor, { path }) {
    const isGone = await deleteSavedFilter(context.db, ownerOf(actor), path.filterId);
    return isGone ? undefined : refuse('saved-filter-missing', { id: path.filterId });
  },
};

function ownerOf({ userId, workspaceId }: Actor): FilterOwner {
  return userId === null ? refuse('sign-in-required', {}) : { userId, workspaceId };
}

function clean(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
