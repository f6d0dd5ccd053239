import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { useSession } from '../api/index.ts';
import { Avatar, Icon, Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from '../components/index.ts';
import { signOut } from './sign-out.ts';
import { setTheme, useTheme } from './theme.ts';

const THEMES = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** Behind one's own name: theme, shortcuts, account, sign-out. */
export function PersonMenu(): ReactElement {
  const { user } = useSession();
  const theme = useTheme();
  const navigate = useNavigate();
  const goToAccount = (): void => {
    navigate({ to: '/settings/$section', params: { section: 'account' } }).catch(reportError);
  };
  const goToShortcuts = (): void => {
    navigate({ to: '/shortcuts' }).catch(reportError);
  };
  return (
    <Menu
      trigger={
        <button type="button" className="app-shell__person">
          <Avatar name={user.name} colour={user.colour} decorative />
          <span className="app-shell__person-name">{user.name}</span>
          <Icon name="chevron-down" />
        </button>
      }
    >
      {user.email !== null && <MenuLabel>{user.email}</MenuLabel>}
      <MenuItem icon="key" onSelect={goToAccount}>
        My account
      </MenuItem>
      <MenuItem icon="keyboard" keys="?" onSelect={goToShortcuts}>
        Keyboard shortcuts
      </MenuItem>
      <MenuSeparator />
      <MenuChoice label="Theme" value={theme} onChange={setTheme} options={THEMES} />
      <MenuSeparator />
      <MenuItem icon="sign-out" onSelect={() => signOut().catch(reportError)}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
