import type { ReactElement } from 'react';

import { Page } from '../app-shell.ts';

/** Page to come. */
export function ListPage(): ReactElement {
  return <Page title="Post-mortems">{null}</Page>;
}
