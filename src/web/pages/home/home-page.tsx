import type { ReactElement } from 'react';

import { Page } from '../app-shell.ts';

/** Page to come. */
export function HomePage(): ReactElement {
  return <Page title="Home">{null}</Page>;
}
