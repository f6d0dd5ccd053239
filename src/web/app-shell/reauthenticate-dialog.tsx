import type { ReactElement } from 'react';

import { finishReauthentication, queryClient, type Session, useReauthenticating } from '../api/index.ts';
import { Dialog } from '../components/index.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Asks to sign in again where the session has ended, on top of the page and what is on it. */
export function ReauthenticateDialog(): ReactElement {
  const asking = useReauthenticating();
  const before = queryClient.getQueryData<Session>(['session']);
  return (
    <Dialog open={asking} onClose={() => undefined} title="Sign in again" size="sm" insistent>
      <p className="dialog__lead">Your session has ended. What is on this page stays as it is.</p>
      <SignInForm email={before?.user.email ?? ''} onSignedIn={finishReauthentication} />
    </Dialog>
  );
}
