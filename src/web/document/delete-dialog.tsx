import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { type PostmortemDetail, useCall } from '../api/index.ts';
import { Button, Dialog, ProblemNotice, showToast } from '../components/index.ts';

interface DeleteDialogProps {
  readonly detail: PostmortemDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks before a post-mortem is deleted. */
export function DeleteDialog({ detail, onClose, open }: DeleteDialogProps): ReactElement {
  const navigate = useNavigate();
  const call = useCall('deletePostmortem', {
    outdates: [['postmortems'], ['home'], ['facets'], ['actions']],
    onSuccess: async () => {
      showToast({ text: `“${detail.title}” was deleted.` });
      await navigate({ to: '/postmortems' });
    },
  });
  const remove = (): void => {
    call.mutate({ path: { postmortemId: detail.id }, ifMatch: detail.revision });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Delete this post-mortem?"
      size="sm"
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            Keep it
          </Button>
          <Button variant="danger" icon="trash" busy={call.isPending} onClick={remove}>
            Delete
          </Button>
        </>
      }
    >
      <p>
        “{detail.title}” with its {detail.events} events, {detail.actions} actions and {detail.revision} revisions goes
        for everybody. This cannot be undone; download it first if in doubt.
      </p>
      {call.error && <ProblemNotice problem={call.error.problem} />}
    </Dialog>
  );
}
