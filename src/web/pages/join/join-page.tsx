import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type SubmitEvent, useState } from 'react';

import { api, isSaidAtFields, problemOf, queryClient, useCall } from '../api.ts';
import { Loaded } from '../app-shell.ts';
import { Button, Notice, ProblemNotice, Skeleton } from '../components.ts';
import { type NewAccount, NewAccountFields } from '../new-account-fields.tsx';
import { oneTimeToken } from '../one-time-token.ts';
import { Outside } from '../outside.tsx';

/** Joining a workspace with the link of an invitation. */
export function JoinPage(): ReactElement {
  const [token] = useState(() => oneTimeToken(location));
  if (token === null) {
    return (
      <Outside title="Join">
        <Notice tone="warning" title="The link is not complete.">
          Copy the whole link of the invitation, with everything behind “#”.
        </Notice>
      </Outside>
    );
  }
  return <Invited token={token} />;
}

function Invited({ token }: { readonly token: string }): ReactElement {
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api('readInvitation', { body: { token } }),
  });
  const { data } = invitation;
  const lead = data && `${data.by ?? 'Somebody'} invited you as ${data.role}.`;
  return (
    <Outside title={data ? `Join ${data.workspaceName}` : 'Join'} {...(lead !== undefined && { lead })}>
      <Loaded query={invitation} skeleton={<Skeleton lines={6} height="2rem" />}>
        {({ email }) => <JoinForm token={token} email={email} />}
      </Loaded>
    </Outside>
  );
}

function JoinForm({ token, email }: { readonly token: string; readonly email: string | null }): ReactElement {
  const [account, setAccount] = useState<NewAccount>({ name: '', email: email ?? '', password: '' });
  const accept = useCall('acceptInvitation', {
    onSuccess: () => {
      queryClient.clear();
      location.replace('/');
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    accept.mutate({ body: { token, ...account } });
  };
  return (
    <form className="form" onSubmit={submit}>
      {accept.error && !isSaidAtFields(accept.error) && <ProblemNotice problem={problemOf(accept.error)} />}
      <NewAccountFields value={account} onChange={setAccount} error={accept.error} emailFixed={email !== null} />
      <Button type="submit" variant="primary" busy={accept.isPending}>
        Join
      </Button>
    </form>
  );
}
