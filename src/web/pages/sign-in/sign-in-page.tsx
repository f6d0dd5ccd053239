import type { ReactElement } from 'react';

import { Page } from '../app-shell.ts';

/** Page to come. */
export function SignInPage(): ReactElement {
  return <Page title="Sign in">{null}</Page>;
}
