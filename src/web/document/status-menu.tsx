import type { ReactElement } from 'react';

import { STATUS_MOVES } from '#core/workflow';

import { api, type PostmortemDetail, queries, queryClient, type Status } from '../api/index.ts';
import { tellProblem } from '../app-shell/index.ts';
import { Button, Menu, MenuChoice, showToast, STATUS_LABELS } from '../components/index.ts';

/** Moves the post-mortem to a status that its own leads to, for those who may. */
export function StatusMenu({ detail }: { readonly detail: PostmortemDetail }): ReactElement {
  const move = (status: Status): void => {
    setStatus(detail, status).catch(tellProblem);
  };
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="quiet" icon="chevron-down" aria-label={`Status: ${STATUS_LABELS[detail.status]}. Change it`}>
          {STATUS_LABELS[detail.status]}
        </Button>
      }
    >
      <MenuChoice<Status>
        label="Status"
        value={detail.status}
        onChange={move}
        options={[detail.status, ...STATUS_MOVES[detail.status]].map((value) => ({
          value,
          label: STATUS_LABELS[value],
        }))}
      />
    </Menu>
  );
}

/** Asks for the newest revision first: a status is said of what stands there now. */
async function setStatus(detail: PostmortemDetail, status: Status): Promise<void> {
  const now = await queryClient.query({ ...queries.postmortem(detail.id), staleTime: 0 });
  const changed = await api('setStatus', {
    path: { postmortemId: detail.id },
    body: { status },
    ifMatch: now.revision,
  });
  queryClient.setQueryData(queries.postmortem(detail.id).queryKey, changed);
  showToast({ text: `Status is now “${STATUS_LABELS[status]}”.`, tone: 'success' });
}
