import type { ReactElement } from 'react';

import { Page } from '../app-shell.ts';

/** Page to come. */
export function ShortcutsPage(): ReactElement {
  return <Page title="Keyboard shortcuts">{null}</Page>;
}
