import { replaceEqualDeep } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';

import { observeRecord, readSharedDoc, type Rows, type SharedContent, withStanding } from '#core/shared-doc';

import { type PostmortemDetail, reauthenticate, useSession } from '../api/index.ts';
import { showToast } from '../components/index.ts';
import type { LivePort } from '../document/live-port.ts';
import { applyFix } from '../editor/apply-fix.ts';
import { closeWhenSaved } from '../editor/close-when-saved.ts';
import { type LiveSession, openLiveSession } from '../editor/live-session.ts';
import { useLiveState } from '../editor/use-live.ts';
import { SectionEditor } from './section-editor.tsx';

interface LiveControllerProps {
  readonly detail: PostmortemDetail;
  readonly onPort: (port: LivePort | null) => void;
}

/** Keeps the editing session of a page and tells the page what it needs of it. Shows nothing itself. */
export function LiveController({ detail, onPort }: LiveControllerProps): ReactElement | null {
  const live = useOpenSession(detail.id);
  return live === null ? null : <Connected session={live} detail={detail} onPort={onPort} />;
}

/** Opened when the page first wants to edit, closed when the page is left. */
function useOpenSession(postmortemId: string): LiveSession | null {
  const { user, workspace } = useSession();
  const [live, setLive] = useState<LiveSession | null>(null);
  const { colour, id, name } = user;
  useEffect(() => {
    const opened = openLiveSession({ workspaceId: workspace.id, postmortemId, user: { id, name, colour } });
    // oxlint-disable-next-line react/set-state-in-effect -- a session is a connection: it begins with the effect
    setLive(opened);
    return () => {
      setLive(null);
      closeWhenSaved(opened);
    };
  }, [workspace.id, postmortemId, id, name, colour]);
  return live;
}

interface ConnectedProps extends LiveControllerProps {
  readonly session: LiveSession;
}

function Connected({ detail, onPort, session }: ConnectedProps): null {
  const state = useLiveState(session);
  const content = useLiveContent(session, state.ready);
  useWarningBeforeLeaving(state.saved !== 'saved');
  useSigningInAgain(session, state.status === 'expired');
  useNotice(state.notice);
  useEffect(() => {
    onPort({
      record: content === null ? detail.record : withStanding(content.record, detail.record),
      rows: content?.rows ?? (detail.rows as Rows),
      state,
      editorOf: (place, focus) => <SectionEditor key={place} session={session} place={place} focus={focus} />,
      fix: (fix) => {
        session.closeStep();
        session.change(() => applyFix(session.doc, fix));
        session.closeStep();
      },
      undo: () => session.undo.undo(),
      redo: () => session.undo.redo(),
      reconnect: () => reconnect(session),
    });
  }, [content, detail.record, detail.rows, onPort, session, state]);
  useEffect(() => () => onPort(null), [onPort]);
  return null;
}

const QUIET_MS = 150;

/** The whole document as it stands, read again when nobody has typed for a moment. Unchanged parts stay the same objects. */
function useLiveContent(session: LiveSession, ready: boolean): SharedContent | null {
  const [content, setContent] = useState<SharedContent | null>(null);
  useEffect(() => {
    if (!ready) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      timer = undefined;
      const { record, rows } = readSharedDoc(session.doc);
      setContent((before) => (before === null ? { record, rows } : replaceEqualDeep(before, { record, rows })));
    };
    const stop = observeRecord(session.doc, () => {
      timer ??= setTimeout(read, QUIET_MS);
    });
    read();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [session, ready]);
  return content;
}

function useWarningBeforeLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [unsaved]);
}

function useSigningInAgain(session: LiveSession, expired: boolean): void {
  useEffect(() => {
    if (expired) reconnect(session);
  }, [session, expired]);
}

function reconnect(session: LiveSession): void {
  if (session.status !== 'expired') {
    session.reconnect();
    return;
  }
  reauthenticate()
    .then(() => session.reconnect())
    .catch(reportError);
}

function useNotice(notice: string | null): void {
  useEffect(() => {
    if (notice !== null) showToast({ text: notice, tone: 'danger' });
  }, [notice]);
}
