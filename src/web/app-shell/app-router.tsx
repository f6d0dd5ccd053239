import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';

import { queries, queryClient } from '../api/index.ts';
import { listQueryOf, readListSearch } from '../pages/list/list-search.ts';
import { AppShell } from './app-shell.tsx';
import { FailurePage } from './failure-page.tsx';
import { loadPage } from './load-page.ts';
import { parseSearch, stringifySearch } from './search-string.ts';

const root = createRootRoute({
  notFoundComponent: lazyRouteComponent(
    () => loadPage(() => import('../pages/not-found/not-found-page.tsx')),
    'NotFoundPage',
  ),
});

/** Everything that needs a session. Starts asking for it at once; the pages below ask for theirs meanwhile. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: AppShell,
  loader: () => inBackground(queryClient.query(queries.session())),
});

/** Loads without holding up the page, which shows its own waiting. A failure is told by whoever uses the query. */
function inBackground(work: Promise<unknown>): void {
  work.catch(() => undefined);
}

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  loader: () => inBackground(queryClient.query(queries.home())),
  component: lazyRouteComponent(() => loadPage(() => import('../pages/home/home-page.tsx')), 'HomePage'),
});

const list = createRoute({
  getParentRoute: () => shell,
  path: '/postmortems',
  validateSearch: readListSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => {
    const { q, ...query } = listQueryOf(deps);
    inBackground(queryClient.query(queries.facets()));
    if (q === undefined) inBackground(queryClient.infiniteQuery(queries.postmortems(query)));
  },
  component: lazyRouteComponent(() => loadPage(() => import('../pages/list/list-page.tsx')), 'ListPage'),
});

const search = createRoute({
  getParentRoute: () => shell,
  path: '/search',
  validateSearch: readListSearch,
  beforeLoad: ({ search: found }) => {
    // oxlint-disable-next-line typescript/only-throw-error -- the router's way to send somewhere else
    throw redirect({ to: '/postmortems', search: found, replace: true });
  },
});

const actions = createRoute({
  getParentRoute: () => shell,
  path: '/actions',
  component: lazyRouteComponent(() => loadPage(() => import('../pages/actions/actions-page.tsx')), 'ActionsPage'),
});

const create = createRoute({
  getParentRoute: () => shell,
  path: '/new',
  component: lazyRouteComponent(() => loadPage(() => import('../pages/new/new-page.tsx')), 'NewPage'),
});

const postmortem = createRoute({
  getParentRoute: () => shell,
  path: '/postmortems/$id',
  loader: ({ params }) => inBackground(queryClient.query(queries.postmortem(params.id))),
  component: lazyRouteComponent(
    () => loadPage(() => import('../pages/postmortem/postmortem-page.tsx')),
    'PostmortemPage',
  ),
});

const history = createRoute({
  getParentRoute: () => shell,
  path: '/postmortems/$id/history',
  component: lazyRouteComponent(() => loadPage(() => import('../pages/history/history-page.tsx')), 'HistoryPage'),
});

const evidence = createRoute({
  getParentRoute: () => shell,
  path: '/postmortems/$id/evidence',
  component: lazyRouteComponent(() => loadPage(() => import('../pages/evidence/evidence-page.tsx')), 'EvidencePage'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  beforeLoad: ({ location }) => {
    if (location.pathname.replace(/\/$/u, '') !== '/settings') return;
    // oxlint-disable-next-line typescript/only-throw-error -- the router's way to send somewhere else
    throw redirect({ to: '/settings/$section', params: { section: 'account' }, replace: true });
  },
});

const settingsSection = createRoute({
  getParentRoute: () => settings,
  path: '/$section',
  component: lazyRouteComponent(() => loadPage(() => import('../pages/settings/settings-page.tsx')), 'SettingsPage'),
});

const shortcuts = createRoute({
  getParentRoute: () => shell,
  path: '/shortcuts',
  component: lazyRouteComponent(() => loadPage(() => import('../pages/shortcuts/shortcuts-page.tsx')), 'ShortcutsPage'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => loadPage(() => import('../pages/setup/setup-page.tsx')), 'SetupPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (values: Record<string, unknown>): { to?: string } =>
    typeof values['to'] === 'string' ? { to: values['to'] } : {},
  component: lazyRouteComponent(() => loadPage(() => import('../pages/sign-in/sign-in-page.tsx')), 'SignInPage'),
});

const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => loadPage(() => import('../pages/join/join-page.tsx')), 'JoinPage'),
});

/** The pages and their addresses. Every page is loaded when it is first gone to. */
export const appRouter = createRouter({
  routeTree: root.addChildren([
    shell.addChildren([
      home,
      list,
      search,
      actions,
      create,
      postmortem,
      history,
      evidence,
      settings.addChildren([settingsSection]),
      shortcuts,
    ]),
    setup,
    signIn,
    join,
  ]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: FailurePage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof appRouter;
  }
}
