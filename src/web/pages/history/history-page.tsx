import type { ReactElement } from 'react';

import { Page } from '../app-shell.ts';

/** Page to come. */
export function HistoryPage(): ReactElement {
  return <Page title="History">{null}</Page>;
}
