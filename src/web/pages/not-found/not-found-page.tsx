import type { ReactElement } from 'react';

import { useTitle } from '../app-shell.ts';
import { ButtonLink, EmptyState } from '../components.ts';

/** An address that leads nowhere. */
export function NotFoundPage(): ReactElement {
  useTitle('Not found');
  return (
    <main className="outside">
      <EmptyState
        title="There is no such page"
        heading="h1"
        actions={
          <>
            <ButtonLink to="/" variant="primary">
              Home
            </ButtonLink>
            <ButtonLink to="/postmortems">All post-mortems</ButtonLink>
          </>
        }
      >
        Nothing is at <code>{location.pathname}</code>. It may have been deleted, or the link was cut off.
      </EmptyState>
    </main>
  );
}
