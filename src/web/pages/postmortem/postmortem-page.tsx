import type { ReactElement } from 'react';

import { Page } from '../app-shell.ts';

/** Page to come. */
export function PostmortemPage(): ReactElement {
  return <Page title="Post-mortem">{null}</Page>;
}
