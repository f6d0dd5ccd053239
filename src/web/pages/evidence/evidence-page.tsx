import type { ReactElement } from 'react';

import { Page } from '../app-shell.ts';

/** Page to come. */
export function EvidencePage(): ReactElement {
  return <Page title="Evidence">{null}</Page>;
}
