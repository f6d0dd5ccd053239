import { type ReactElement, type SubmitEvent, useState } from 'react';

import { fieldProblem, isSaidAtFields, problemOf, queryClient, type Session, useCall, useSession } from '../api.ts';
import { setTheme, type Theme, useTheme } from '../app-shell.ts';
import { Button, Field, ProblemNotice, SegmentedControl, showToast, TextInput } from '../components.ts';

const THEMES = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const satisfies readonly { value: Theme; label: string }[];

/** One's own name, password and theme. */
export function AccountSection(): ReactElement {
  const theme = useTheme();
  return (
    <>
      <section className="settings__part">
        <h2>Name</h2>
        <p className="settings__lead">Your colleagues see it at what you write.</p>
        <NameForm />
      </section>
      <section className="settings__part">
        <h2>Password</h2>
        <p className="settings__lead">Changing it ends your sessions in other browsers.</p>
        <PasswordForm />
      </section>
      <section className="settings__part">
        <h2>Theme</h2>
        <p className="settings__lead">For this browser.</p>
        <SegmentedControl label="Theme" value={theme} onChange={setTheme} options={THEMES} />
      </section>
    </>
  );
}

function keepSession(session: Session): void {
  queryClient.setQueryData(['session'], session);
}

function NameForm(): ReactElement {
  const { user } = useSession();
  const [name, setName] = useState(user.name);
  const update = useCall('updateMe', {
    onSuccess: (session) => {
      keepSession(session);
      showToast({ text: 'Your name is saved.', tone: 'success' });
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    update.mutate({ body: { name } });
  };
  return (
    <form className="form settings__form" onSubmit={submit}>
      {update.error && !isSaidAtFields(update.error) && <ProblemNotice problem={problemOf(update.error)} />}
      <Field label="Your name" problem={fieldProblem(update.error, 'name')}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="name"
            required
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" busy={update.isPending} disabled={name.trim() === user.name}>
        Save
      </Button>
    </form>
  );
}

function PasswordForm(): ReactElement {
  const [currentPassword, setCurrentPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const update = useCall('updateMe', {
    onSuccess: (session) => {
      keepSession(session);
      setCurrentPassword('');
      setNewPassword('');
      showToast({ text: 'Your password is changed.', tone: 'success' });
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    update.mutate({ body: { ...(currentPassword !== '' && { currentPassword }), newPassword } });
  };
  return (
    <form className="form settings__form" onSubmit={submit}>
      {update.error && !isSaidAtFields(update.error) && <ProblemNotice problem={problemOf(update.error)} />}
      <Field label="Current password" problem={fieldProblem(update.error, 'currentPassword')}>
        {(control) => (
          <TextInput
            {...control}
            type="password"
            autoComplete="current-password"
            value={currentPassword}
            onChange={(event) => setCurrentPassword(event.target.value)}
          />
        )}
      </Field>
      <Field label="New password" hint="At least 10 characters." problem={fieldProblem(update.error, 'newPassword')}>
        {(control) => (
          <TextInput
            {...control}
            type="password"
            autoComplete="new-password"
            required
            minLength={10}
            maxLength={200}
            value={newPassword}
            onChange={(event) => setNewPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" busy={update.isPending}>
        Change password
      </Button>
    </form>
  );
}
