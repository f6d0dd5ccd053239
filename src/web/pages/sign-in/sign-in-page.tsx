import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { queries, queryClient } from '../api.ts';
import { SignInForm } from '../app-shell.ts';
import { Notice } from '../components.ts';
import { Outside } from '../outside.tsx';

/** Only a place of our own: never another site's. */
function ownPath(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])/u.test(to) ? to : '/';
}

/** Signing in: with e-mail and password, or through the identity provider of the organisation. */
export function SignInPage(): ReactElement {
  const to = ownPath(useSearch({ strict: false }).to);
  const { data: setup } = useQuery(queries.setup());
  const goOn = (): void => {
    queryClient.clear();
    location.replace(to);
  };
  if (setup?.needsSetup) {
    return (
      <Outside title="Almost there" lead="This server has no administrator yet.">
        <Notice title="Open the one-time link.">
          It is in the output of the server, below “First sign-in”. Starting the server again prints a new one.
        </Notice>
      </Outside>
    );
  }
  return (
    <Outside title="Sign in">
      {setup?.oidc && (
        <>
          <a className="button button--secondary button--wide outside__oidc" href={oidcPath(to)}>
            Continue with {setup.oidc.name}
          </a>
          <p className="outside__or">or</p>
        </>
      )}
      <SignInForm onSignedIn={goOn} />
    </Outside>
  );
}

function oidcPath(to: string): string {
  return `/auth/oidc/start?to=${encodeURIComponent(to)}`;
}
