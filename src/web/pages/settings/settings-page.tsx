import type { ReactElement } from 'react';

import { Page } from '../app-shell.ts';

/** Page to come. */
export function SettingsPage(): ReactElement {
  return <Page title="Settings">{null}</Page>;
}
