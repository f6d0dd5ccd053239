import type { ReactElement } from 'react';

import { Page } from '../app-shell.ts';

/** Page to come. */
export function ActionsPage(): ReactElement {
  return <Page title="Actions">{null}</Page>;
}
