import type { ReactElement } from 'react';

import { Page } from '../app-shell.ts';

/** Page to come. */
export function JoinPage(): ReactElement {
  return <Page title="Join">{null}</Page>;
}
