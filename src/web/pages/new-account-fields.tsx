import type { ReactElement } from 'react';

import { fieldProblem } from './api.ts';
import { Field, TextInput } from './components.ts';

/** What a new account is made of. */
export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

interface NewAccountFieldsProps {
  readonly value: NewAccount;
  readonly onChange: (value: NewAccount) => void;
  /** What came back from the server, to be said at its field. */
  readonly error: unknown;
  readonly emailFixed?: boolean;
}

/** Name, e-mail and password of a new account. */
export function NewAccountFields({ value, onChange, error, emailFixed }: NewAccountFieldsProps): ReactElement {
  return (
    <>
      <Field label="Your name" problem={fieldProblem(error, 'name')}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="name"
            required
            maxLength={200}
            value={value.name}
            onChange={(event) => onChange({ ...value, name: event.target.value })}
          />
        )}
      </Field>
      <Field label="E-mail" problem={fieldProblem(error, 'email')}>
        {(control) => (
          <TextInput
            {...control}
            type="email"
            autoComplete="username"
            required
            readOnly={emailFixed ?? false}
            value={value.email}
            onChange={(event) => onChange({ ...value, email: event.target.value })}
          />
        )}
      </Field>
      <Field label="Password" hint="At least 10 characters." problem={fieldProblem(error, 'password')}>
        {(control) => (
          <TextInput
            {...control}
            type="password"
            autoComplete="new-password"
            required
            minLength={10}
            maxLength={200}
            value={value.password}
            onChange={(event) => onChange({ ...value, password: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
