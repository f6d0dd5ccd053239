import type { ReactElement } from 'react';

import { Button, Icon } from '../components/index.ts';
import type { LiveState } from '../editor/live-state.ts';
import './save-state.css';

interface SaveStateProps {
  /** Absent while the editor is on its way. */
  readonly state: LiveState | undefined;
  readonly onReconnect: (() => void) | undefined;
}

/** Whether what one writes is safe; announced when it changes. */
export function SaveState({ onReconnect, state }: SaveStateProps): ReactElement {
  const { detail, label, tone } = state === undefined ? OPENING : describe(state);
  return (
    <span className={`save-state save-state--${tone}`}>
      {tone !== 'calm' && <Icon name={tone === 'offline' ? 'offline' : 'warning'} />}
      <span role="status" title={detail}>
        {label}
      </span>
      {onReconnect !== undefined && (state?.status === 'expired' || state?.status === 'offline') && (
        <Button size="sm" variant="quiet" onClick={onReconnect}>
          {state.status === 'expired' ? 'Sign in' : 'Connect now'}
        </Button>
      )}
    </span>
  );
}

interface Description {
  readonly label: string;
  readonly detail?: string;
  readonly tone: 'calm' | 'offline' | 'warning';
}

const OPENING: Description = { label: 'Opening for editing', tone: 'calm' };

/** The state of a session in words. */
function describe({ reason, saved, status }: LiveState): Description {
  switch (status) {
    case 'connecting':
      return reason === null ? OPENING : { label: reason, tone: 'offline' };
    case 'offline':
      return {
        label: 'Offline, changes are kept here',
        detail: 'Your changes are kept here and merged when the connection is back.',
        tone: 'offline',
      };
    case 'expired':
      return {
        label: 'Signed out, changes are kept here',
        detail: 'Sign in again; nothing that you wrote is lost.',
        tone: 'warning',
      };
    case 'read-only':
      return { label: 'Read only', detail: 'You may look, but not change.', tone: 'calm' };
    case 'closed':
      return { label: reason ?? 'This post-mortem cannot be edited any more.', tone: 'warning' };
    case 'live':
      return describeSaving(saved, reason);
  }
}

function describeSaving(saved: LiveState['saved'], reason: string | null): Description {
  if (saved === 'saved') return { label: 'All changes saved', tone: 'calm' };
  if (saved === 'saving') return { label: 'Saving', tone: 'calm' };
  return { label: `Not saved: ${reason ?? 'the server could not store it'} Retrying.`, tone: 'warning' };
}
