import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import {
  expectAccessible,
  keepScreenshot,
  expectShown,
  openBrowser,
  type TestBrowser,
} from '../support/open-browser.ts';
import { testServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let browser: TestBrowser;
let example: string;

beforeAll(async () => {
  server = await testServer();
  browser = await openBrowser(server);
  const { id } = await server.admin.client('createDemo', { idempotencyKey: 'example' });
  example = id;
  await server.admin.client('createPostmortem', {
    body: { title: 'Login failures', severity: 'SEV1', date: '2026-02-03', private: true, services: ['auth'] },
    idempotencyKey: 'private',
  });
  await server.admin.client('createInvitation', { body: { role: 'reader' }, idempotencyKey: 'invitation' });
  await server.join('contributor');
}, 60_000);

afterEach(() => browser.failOnProblems());

afterAll(async () => {
  await browser.stop();
  await server.stop();
});

interface Stop {
  readonly name: string;
  readonly path: string;
  /** A heading that is there when the page is. */
  readonly heading: RegExp;
}

const PAGES: readonly Stop[] = [
  { name: 'home', path: '/', heading: /^Home$/u },
  { name: 'list', path: '/postmortems', heading: /^Post-mortems$/u },
  { name: 'search', path: '/postmortems?q=checkout', heading: /^Post-mortems$/u },
  { name: 'nothing-found', path: '/postmortems?tag=nothing-has-it', heading: /^Post-mortems$/u },
  { name: 'actions', path: '/actions', heading: /^Actions$/u },
  { name: 'new', path: '/new', heading: /post-mortem/iu },
  { name: 'postmortem', path: '/postmortems/EXAMPLE', heading: /Checkout outage/u },
  { name: 'history', path: '/postmortems/EXAMPLE/history', heading: /History/u },
  { name: 'evidence', path: '/postmortems/EXAMPLE/evidence', heading: /Evidence/u },
  { name: 'account', path: '/settings/account', heading: /^My account$/u },
  { name: 'tokens', path: '/settings/tokens', heading: /^API tokens$/u },
  { name: 'people', path: '/settings/people', heading: /^People$/u },
  { name: 'workspace', path: '/settings/workspace', heading: /^Workspace$/u },
  { name: 'severities', path: '/settings/severities', heading: /^Severities$/u },
  { name: 'services', path: '/settings/services', heading: /^Services and teams$/u },
  { name: 'audit', path: '/settings/audit', heading: /^Audit trail$/u },
  { name: 'shortcuts', path: '/shortcuts', heading: /^Keyboard shortcuts$/u },
  { name: 'not-found', path: '/no-such-page', heading: /^There is no such page$/u },
];

const OUTSIDE: readonly Stop[] = [
  { name: 'sign-in', path: '/sign-in', heading: /^Sign in$/u },
  { name: 'join-cut-off', path: '/join', heading: /^Join$/u },
  { name: 'set-up-already', path: '/setup#token=used', heading: /^This server is set up$/u },
];

async function expectPage(stop: Stop, sight: { theme: 'light' | 'dark'; phone: boolean }): Promise<void> {
  const as = OUTSIDE.includes(stop) ? undefined : server.admin;
  const page = await browser.open(stop.path.replace('EXAMPLE', example), as, sight);
  await expectShown(page.getByRole('heading', { name: stop.heading }).first());
  await page.waitForLoadState('networkidle');
  await keepScreenshot(page, `${stop.name}-${sight.theme}${sight.phone ? '-phone' : ''}`);
  await expectAccessible(page);
  // A page that is wider than its window moves under the thumb.
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  await page.context().close();
}

describe.each(['light', 'dark'] as const)('in the %s theme, every page is accessible', (theme) => {
  it.each([...PAGES, ...OUTSIDE].map((stop) => [stop.name, stop] as const))('%s', async (_name, stop) => {
    await expectPage(stop, { theme, phone: false });
  });
});

describe('on a phone, every page is accessible and fits', () => {
  it.each([...PAGES, ...OUTSIDE].map((stop) => [stop.name, stop] as const))('%s', async (_name, stop) => {
    await expectPage(stop, { theme: 'light', phone: true });
  });
});
