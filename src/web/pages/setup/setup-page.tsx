import type { ReactElement } from 'react';

import { Page } from '../app-shell.ts';

/** Page to come. */
export function SetupPage(): ReactElement {
  return <Page title="Setup">{null}</Page>;
}
