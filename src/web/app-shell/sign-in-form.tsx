import { type ReactElement, type SubmitEvent, useState } from 'react';

import { problemOf, rememberSession, type Session, useCall } from '../api/index.ts';
import { Button, Field, ProblemNotice, TextInput } from '../components/index.ts';

interface SignInFormProps {
  readonly email?: string;
  readonly onSignedIn: (session: Session) => void;
}

/** E-mail and password. */
export function SignInForm({ email: known = '', onSignedIn }: SignInFormProps): ReactElement {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const signIn = useCall('signIn', { onSuccess: (session) => onSignedIn(rememberSession(session)) });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    signIn.mutate({ body: { email, password } });
  };
  return (
    <form className="form" onSubmit={submit}>
      {signIn.error && <ProblemNotice problem={problemOf(signIn.error)} />}
      <Field label="E-mail">
        {(control) => (
          <TextInput
            {...control}
            type="email"
            autoComplete="username"
            required
            value={email}
            data-autofocus={known === '' || undefined}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Field label="Password">
        {(control) => (
          <TextInput
            {...control}
            type="password"
            autoComplete="current-password"
            required
            value={password}
            data-autofocus={known !== '' || undefined}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" busy={signIn.isPending}>
        Sign in
      </Button>
    </form>
  );
}
