import type { AppContext } from '#app/context';
import { refuse } from '#core/errors';
import { accessTo, type Actor } from '#core/workflow';
import {
  confidentialityOf,
  loadPostmortem,
  type StoredConfidentiality,
  type StoredPostmortem,
} from '#store/postmortems';

/** Reads a post-mortem. One that the actor may not see is refused exactly as one that does not exist. */
export async function findPostmortem(
  context: Pick<AppContext, 'db'>,
  seek: { readonly actor: Actor; readonly id: string },
  options: { readonly more?: boolean } = {},
): Promise<StoredPostmortem> {
  const stored = await loadPostmortem(context.db, seek, options);
  return stored ?? refuse('postmortem-missing', { id: seek.id });
}

/** Makes sure that the actor may read or write a post-mortem; answers with what decides about that. */
export async function requirePostmortem(
  context: Pick<AppContext, 'db'>,
  actor: Actor,
  { id, need }: { readonly id: string; readonly need: 'read' | 'write' },
): Promise<StoredConfidentiality> {
  const found = await confidentialityOf(context.db, { workspaceId: actor.workspaceId, postmortemId: id });
  const access = found === undefined ? 'none' : accessTo(actor, found);
  if (found === undefined || access === 'none') return refuse('postmortem-missing', { id });
  if (need === 'write' && access === 'read') {
    return refuse('permission-missing', { permission: 'postmortem.edit', role: actor.role });
  }
  return found;
}

/** The server itself, which sees everything of a workspace. */
export function systemActor(workspaceId: string): Actor {
  return { workspaceId, userId: null, name: 'Nevertwice', role: 'admin', via: 'system' };
}
