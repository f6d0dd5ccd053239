import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useEffect, useRef } from 'react';

import { followChanges, hasCode, problemOf, queries } from '../api/index.ts';
import { Banner, ProblemNotice, Toasts } from '../components/index.ts';
import { type Command, useCommands, useKeyListener } from './command-registry.ts';
import { GO_TO } from './go-to.data.ts';
import { Navigation, NavigationBar } from './navigation.tsx';
import { Palette } from './palette.tsx';
import { closePalette, openPalette } from './palette-state.ts';
import { ReauthenticateDialog } from './reauthenticate-dialog.tsx';
import { signOut } from './sign-out.ts';
import { setTheme } from './theme.ts';
import { useOnline } from './use-online.ts';

/** Waits until it is known who is signed in; nothing below shows without. */
export function AppShell(): ReactElement {
  const session = useQuery({ ...queries.session(), retryOnMount: false });
  if (session.data !== undefined) return <SignedIn />;
  if (hasCode(session.error, 'sign-in-required')) return <ToSignIn />;
  if (session.error === null) return <div className="app-shell app-shell--waiting" aria-busy="true" />;
  return (
    <main className="app-shell__failure">
      <h1 className="visually-hidden">Nevertwice</h1>
      <ProblemNotice problem={problemOf(session.error)} onRetry={() => session.refetch().catch(reportError)} />
    </main>
  );
}

/** Once: the address changes while one is on the way, and is not where one wanted to go. */
function ToSignIn(): null {
  const navigate = useNavigate();
  useEffect(() => {
    const to = location.pathname + location.search + location.hash;
    navigate({ to: '/sign-in', search: to === '/' ? {} : { to }, replace: true }).catch(reportError);
  }, [navigate]);
  return null;
}

function SignedIn(): ReactElement {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const online = useOnline();
  const seen = useRef(pathname);
  useKeyListener();
  useShellCommands();
  useEffect(followChanges, []);
  useEffect(() => {
    // A new page starts at its beginning, for the keyboard and for a screen reader, too.
    if (seen.current !== pathname && !location.hash) main.current?.focus({ preventScroll: true });
    seen.current = pathname;
  }, [pathname]);
  return (
    <div className="app-shell">
      <a href="#main" className="skip-link visually-hidden">
        Skip to the content
      </a>
      <Navigation />
      <div className="app-shell__column">
        {!online && (
          <Banner tone="warning" icon="offline">
            No connection. What you see may be older than it is; what you write is kept and sent when the connection is
            back.
          </Banner>
        )}
        <main id="main" ref={main} tabIndex={-1} className="app-shell__main">
          <Outlet />
        </main>
      </div>
      <NavigationBar />
      <Palette />
      <ReauthenticateDialog />
      <Toasts />
    </div>
  );
}

const leave = (): void => {
  signOut().catch(reportError);
};

function useShellCommands(): void {
  const navigate = useNavigate();
  const go = (to: '/' | '/postmortems' | '/actions' | '/settings' | '/new' | '/shortcuts') => () => {
    closePalette();
    navigate({ to }).catch(reportError);
  };
  const pages: Command[] = GO_TO.map(({ to, label, icon, keys }) => ({
    label,
    icon,
    keys,
    run: go(to),
    group: 'Go to',
  }));
  useCommands([
    ...pages,
    {
      label: 'New post-mortem',
      icon: 'plus',
      keys: 'c',
      run: go('/new'),
      group: 'Do',
      keywords: 'create import draft',
    },
    { label: 'Find or do something', keys: 'mod+k', run: openPalette, group: 'Go to', keysOnly: true },
    { label: 'Keyboard shortcuts', icon: 'keyboard', keys: '?', run: go('/shortcuts'), group: 'Go to' },
    { label: 'Light theme', icon: 'sun', run: () => setTheme('light'), group: 'Do' },
    { label: 'Dark theme', icon: 'moon', run: () => setTheme('dark'), group: 'Do' },
    { label: "The system's theme", icon: 'monitor', run: () => setTheme('system'), group: 'Do' },
    { label: 'Sign out', icon: 'sign-out', run: leave, group: 'Do' },
  ]);
}
