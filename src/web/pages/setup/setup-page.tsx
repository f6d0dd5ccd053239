import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type SubmitEvent, useState } from 'react';

import { fieldProblem, isSaidAtFields, problemOf, queries, queryClient, useCall } from '../api.ts';
import { Button, ButtonLink, Field, Notice, ProblemNotice, TextInput } from '../components.ts';
import { type NewAccount, NewAccountFields } from '../new-account-fields.tsx';
import { oneTimeToken } from '../one-time-token.ts';
import { Outside } from '../outside.tsx';

/** The first run: makes the first administrator and names the workspace. */
export function SetupPage(): ReactElement {
  const [token] = useState(() => oneTimeToken(location));
  const { data: setup } = useQuery(queries.setup());
  if (setup?.needsSetup === false) {
    return (
      <Outside title="This server is set up" lead="The one-time link has done its work.">
        <ButtonLink to="/sign-in" variant="primary">
          Sign in
        </ButtonLink>
      </Outside>
    );
  }
  if (token === null) {
    return (
      <Outside title="Set up Nevertwice">
        <Notice tone="warning" title="The link is not complete.">
          Copy the whole one-time link from the output of the server, with everything behind “#”.
        </Notice>
      </Outside>
    );
  }
  return (
    <Outside title="Set up Nevertwice" lead="You become the first administrator. You can invite others afterwards.">
      <SetupForm token={token} />
    </Outside>
  );
}

function SetupForm({ token }: { readonly token: string }): ReactElement {
  const [account, setAccount] = useState<NewAccount>({ name: '', email: '', password: '' });
  const [workspaceName, setWorkspaceName] = useState('');
  const complete = useCall('completeSetup', {
    onSuccess: () => {
      queryClient.clear();
      location.replace('/');
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const name = workspaceName.trim();
    complete.mutate({ body: { token, ...account, ...(name !== '' && { workspaceName: name }) } });
  };
  return (
    <form className="form" onSubmit={submit}>
      {complete.error && !isSaidAtFields(complete.error) && <ProblemNotice problem={problemOf(complete.error)} />}
      <NewAccountFields value={account} onChange={setAccount} error={complete.error} />
      <Field
        label="Name of the workspace"
        optional
        hint="Your company or team."
        problem={fieldProblem(complete.error, 'workspaceName')}
      >
        {(control) => (
          <TextInput
            {...control}
            autoComplete="organization"
            maxLength={200}
            value={workspaceName}
            onChange={(event) => setWorkspaceName(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" busy={complete.isPending}>
        Create and sign in
      </Button>
    </form>
  );
}
