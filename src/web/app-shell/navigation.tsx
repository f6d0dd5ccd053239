import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { useMay, useSession } from '../api/index.ts';
import { ButtonLink, Icon, Kbd } from '../components/index.ts';
import { GO_TO } from './go-to.data.ts';
import { openPalette } from './palette-state.ts';
import { PersonMenu } from './person-menu.tsx';

/** The column at the left: where one is, where one can go. */
export function Navigation(): ReactElement {
  const { workspace } = useSession();
  const mayCreate = useMay('postmortem.create');
  return (
    <nav className="app-shell__navigation" aria-label="Main">
      <Link to="/" className="app-shell__workspace" aria-label={`${workspace.name}, home`}>
        <img src="/mark.svg" alt="" width="22" height="22" />
        <span>{workspace.name}</span>
      </Link>
      <button type="button" className="app-shell__find" onClick={openPalette} title="Find or do something">
        <Icon name="search" />
        <span>Find</span>
        <Kbd keys="mod+k" />
      </button>
      <ul className="app-shell__links">
        {GO_TO.map(({ to, label, icon, keys }) => (
          <li key={to}>
            <Link to={to} className="app-shell__link" activeOptions={{ exact: to === '/' }} aria-keyshortcuts={keys}>
              <Icon name={icon} />
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
      {mayCreate && (
        <ButtonLink to="/new" variant="primary" icon="plus" className="app-shell__new">
          <span>New post-mortem</span>
        </ButtonLink>
      )}
      <PersonMenu />
    </nav>
  );
}

/** The bar at the bottom of a phone. */
export function NavigationBar(): ReactElement {
  const mayCreate = useMay('postmortem.create');
  return (
    <nav className="app-shell__bar" aria-label="Pages">
      {GO_TO.map(({ to, label, icon }) => (
        <Link key={to} to={to} className="app-shell__bar-link" activeOptions={{ exact: to === '/' }}>
          <Icon name={icon} />
          {label}
        </Link>
      ))}
      {mayCreate && (
        <Link to="/new" className="app-shell__bar-link">
          <Icon name="plus" />
          New
        </Link>
      )}
    </nav>
  );
}
