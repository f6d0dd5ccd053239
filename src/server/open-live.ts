import type { IncomingHttpHeaders } from 'node:http';

import type { AppContext } from '#app/context';
import { keepStateOfLive, liveAccess, loadForLive, saveFromLive } from '#app/postmortems';

import { authenticate, type Identity } from './auth/index.ts';
import { createLive, type Live, type LiveIdentity, type LiveMetrics } from './live/index.ts';

/** Somebody who edits, with what the role and the token in use allow at the moment. */
interface Editor extends LiveIdentity {
  readonly actor: Identity['actor'];
}

/** Puts live editing on top of the use cases: whoever may call them may edit. */
export function openLive(context: AppContext, metrics: LiveMetrics, origin: string): Live {
  return createLive(
    {
      authenticate: (headers) => editorOf(context, headers),
      access: (identity, { postmortemId }) => liveAccess(context, (identity as Editor).actor, postmortemId),
      load: (target) => loadForLive(context, target),
      save: (target, save) => saveFromLive(context, target, save),
      keepState: (target, kept) => keepStateOfLive(context, target, kept),
      log: context.log,
      metrics,
    },
    { origins: [origin] },
  );
}

async function editorOf(context: AppContext, headers: IncomingHttpHeaders): Promise<Editor | null> {
  const identity = await authenticate(context, { headers });
  if (identity === null) return null;
  const { actor, session, token } = identity;
  const { name, userId, workspaceId } = actor;
  return { user: { id: userId, name }, workspaceId, session: session?.id ?? token?.id ?? '', actor };
}
