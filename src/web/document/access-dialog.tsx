import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';

import type { RouteOutput } from '#contract/client';

import { type Person, type PostmortemDetail, queries, useCall } from '../api/index.ts';
import { Loaded } from '../app-shell/index.ts';
import { Button, Checkbox, Dialog, ProblemNotice, Skeleton } from '../components/index.ts';

interface AccessDialogProps {
  readonly detail: PostmortemDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Who may see the post-mortem. */
export function AccessDialog({ detail, onClose, open }: AccessDialogProps): ReactElement {
  return (
    <Dialog open={open} onClose={onClose} title="Who may see it">
      <AccessLoaded postmortemId={detail.id} onClose={onClose} />
    </Dialog>
  );
}

function AccessLoaded({
  onClose,
  postmortemId,
}: {
  readonly postmortemId: string;
  readonly onClose: () => void;
}): ReactElement {
  const access = useQuery({ ...queries.access(postmortemId), staleTime: 0 });
  const people = useQuery(queries.people());
  return (
    <Loaded query={access} skeleton={<Skeleton lines={4} />}>
      {(known) => <AccessForm access={known} people={people.data?.items ?? []} {...{ onClose, postmortemId }} />}
    </Loaded>
  );
}

interface AccessFormProps {
  readonly access: RouteOutput<'getAccess'>;
  readonly people: readonly Person[];
  readonly postmortemId: string;
  readonly onClose: () => void;
}

function AccessForm({ access, onClose, people, postmortemId }: AccessFormProps): ReactElement {
  const [isPrivate, setPrivate] = useState(access.private);
  const [named, setNamed] = useState<ReadonlySet<string>>(new Set(access.people));
  const call = useCall('setAccess', { outdates: [['postmortem', postmortemId], ['postmortems']], onSuccess: onClose });
  const save = (): void => {
    call.mutate({
      path: { postmortemId },
      body: { private: isPrivate, people: [...named] },
      ifMatch: access.revision,
    });
  };
  return (
    <div className="form">
      <Checkbox
        label="Private: only its author, admins and the people named here see it, in lists and searches, too"
        checked={isPrivate}
        onChange={(event) => setPrivate(event.currentTarget.checked)}
      />
      {isPrivate && (
        <fieldset className="access__people">
          <legend>People</legend>
          {people.map(({ id, name, role }) => (
            <Checkbox
              key={id}
              label={role === 'admin' ? `${name} (admin, always)` : name}
              checked={named.has(id) || role === 'admin'}
              disabled={role === 'admin'}
              onChange={() => setNamed(named.symmetricDifference(new Set([id])))}
            />
          ))}
        </fieldset>
      )}
      {call.error && <ProblemNotice problem={call.error.problem} />}
      <div className="access__buttons">
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" busy={call.isPending} onClick={save}>
          Save access
        </Button>
      </div>
    </div>
  );
}
