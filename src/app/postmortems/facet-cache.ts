import type { AppContext } from '#app/context';
import type { Actor } from '#core/workflow';
import { type Facet, postmortemFacets } from '#store/postmortems';

/** Above this, counting takes long enough that the same counts serve everybody for a while. */
const LARGE = 5000;
const KEPT_MS = 20_000;
const MOST_KEPT = 100;

interface Kept {
  readonly at: number;
  readonly facets: Promise<Facet[]>;
}

/** Counts by database, then by who sees the same. */
const caches = new WeakMap<object, Map<string, Kept>>();

/** Values of the filters with their counts; in large workspaces up to 20 seconds old. */
export async function facetsFor(context: AppContext, actor: Actor): Promise<Facet[]> {
  const cache = caches.get(context.db) ?? new Map<string, Kept>();
  caches.set(context.db, cache);
  const key = `${actor.workspaceId} ${actor.role === 'admin' ? 'admin' : (actor.userId ?? '')}`;
  const now = Date.parse(context.now());
  const known = cache.get(key);
  if (known !== undefined && now - known.at < KEPT_MS) return known.facets;
  const facets = postmortemFacets(context.db, actor);
  cache.set(key, { at: now, facets });
  forgetSome(cache);
  try {
    const found = await facets;
    if ((found.find(({ facet }) => facet === 'total')?.count ?? 0) < LARGE) cache.delete(key);
    return found;
  } catch (error) {
    cache.delete(key);
    throw error;
  }
}

function forgetSome(cache: Map<string, Kept>): void {
  for (const key of cache.keys()) {
    if (cache.size <= MOST_KEPT) return;
    cache.delete(key);
  }
}
