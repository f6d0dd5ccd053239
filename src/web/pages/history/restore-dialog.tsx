import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';

import { queries, useCall } from '../api.ts';
import { Button, Dialog, ProblemNotice, showToast } from '../components.ts';

interface RestoreDialogProps {
  readonly postmortemId: string;
  readonly revision: number;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks before an earlier revision becomes the current one. */
export function RestoreDialog({ onClose, open, postmortemId, revision }: RestoreDialogProps): ReactElement {
  const current = useQuery(queries.postmortem(postmortemId));
  const call = useCall('restoreRevision', {
    outdates: [['postmortem', postmortemId], ['postmortems']],
    onSuccess: () => {
      showToast({ text: `Revision ${String(revision)} is the current one again.`, tone: 'success' });
      onClose();
    },
  });
  const restore = (): void => {
    if (current.data === undefined) return;
    call.mutate({ path: { postmortemId, revision: String(revision) }, ifMatch: current.data.revision });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Restore revision ${String(revision)}?`}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" icon="history" busy={call.isPending} onClick={restore} data-autofocus>
            Restore
          </Button>
        </>
      }
    >
      <p>
        The document will read as it did then, for everybody and at once, also where it is open. A new revision is made,
        so everything since stays in the history.
      </p>
      {call.error && <ProblemNotice problem={call.error.problem} />}
    </Dialog>
  );
}
