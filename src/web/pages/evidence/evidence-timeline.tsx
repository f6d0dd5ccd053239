import { type ReactElement, useEffect, useState } from 'react';

import { useSession } from '../api.ts';
import { Notice, Skeleton } from '../components.ts';
import { addPoolEvents } from './add-pool-events.ts';
import type { EvidenceDesk, PoolEvent } from './evidence-context.ts';
import { setKnownReferences } from './known-references.ts';
import {
  closeWhenSaved,
  type LiveSession,
  openLiveSession,
  TimelineEditing,
  useLiveState,
  useTimelineEntries,
} from '../live.ts';

interface EvidenceTimelineProps {
  readonly postmortemId: string;
  readonly zone: string;
  /** Tells how events are added, as soon as that is possible. */
  readonly onAdd: (add: EvidenceDesk['add']) => void;
}

/** The timeline beside the pool, for whoever may edit it. */
export function EvidenceTimeline(props: EvidenceTimelineProps): ReactElement {
  const { user, workspace } = useSession();
  const { colour, id, name } = user;
  const [session, setSession] = useState<LiveSession | null>(null);
  useEffect(() => {
    const opened = openLiveSession({
      workspaceId: workspace.id,
      postmortemId: props.postmortemId,
      user: { id, name, colour },
    });
    // oxlint-disable-next-line react/set-state-in-effect -- a session is a connection: it begins with the effect
    setSession(opened);
    return () => {
      setSession(null);
      closeWhenSaved(opened);
    };
  }, [workspace.id, props.postmortemId, id, name, colour]);
  if (session === null) return <Skeleton lines={10} height="1.6rem" />;
  return <OpenTimeline session={session} {...props} />;
}

function OpenTimeline({
  onAdd,
  session,
  zone,
}: EvidenceTimelineProps & { readonly session: LiveSession }): ReactElement {
  const state = useLiveState(session);
  const entries = useTimelineEntries(session.doc);
  useEffect(() => setKnownReferences(new Set(entries.flatMap(({ sources }) => sources))), [entries]);
  useEffect(() => {
    if (!state.ready || state.status === 'read-only') return undefined;
    onAdd((events: readonly PoolEvent[]) => addPoolEvents(session, events));
    return () => onAdd(undefined);
  }, [onAdd, session, state.ready, state.status]);
  if (!state.ready)
    return state.status === 'closed' ? (
      <Notice tone="warning" title="The timeline cannot be opened for editing.">
        {state.reason ?? 'Load the page again to see what you may do.'}
      </Notice>
    ) : (
      <Skeleton lines={10} height="1.6rem" />
    );
  return (
    <>
      {state.saved === 'failed' && (
        <Notice tone="danger" title="Not saved.">
          {state.reason} Your changes are kept here, and saving is tried again.
        </Notice>
      )}
      {state.status === 'offline' && (
        <Notice tone="warning" title="No connection.">
          Your changes are kept here and merged when it is back.
        </Notice>
      )}
      <TimelineEditing session={session} zone={zone} />
    </>
  );
}
