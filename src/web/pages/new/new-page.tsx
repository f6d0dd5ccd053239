import type { ReactElement } from 'react';

import { Page } from '../app-shell.ts';

/** Page to come. */
export function NewPage(): ReactElement {
  return <Page title="New post-mortem">{null}</Page>;
}
