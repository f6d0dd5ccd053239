import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { expectShown, expectTrue, openBrowser, type TestBrowser } from '../support/open-browser.ts';
import { testServer, type TestServer } from '../support/test-server.ts';

const COUNT = 130;
const SEVERITIES = ['SEV1', 'SEV2', 'SEV3'];
const SERVICES = ['checkout', 'search'];

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  server = await testServer();
  browser = await openBrowser(server);
  for (let index = 0; index < COUNT; index += 1) {
    const day = new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
    const title = index === 7 ? 'Certificate expired on the gateway' : `Incident number ${String(index)}`;
    const severity = SEVERITIES[index % 3] ?? '';
    await server.admin.client('createPostmortem', {
      body: { title, date: day, severity, services: [SERVICES[index % 2] ?? ''], tags: index === 7 ? ['tls'] : [] },
      idempotencyKey: `seed-${String(index)}`,
    });
  }
}, 120_000);

afterEach(() => browser.failOnProblems());

afterAll(async () => {
  await browser.stop();
  await server.stop();
});

const rows = (page: Page) => page.locator('[data-row-link]');
const search = (page: Page): string => decodeURIComponent(new URL(page.url()).search);

describe('the list', () => {
  it('shows the newest incident first, and the rest as one scrolls', async () => {
    const page = await browser.open('/postmortems', server.admin);
    await expectShown(page.getByRole('link', { name: `Incident number ${String(COUNT - 1)}` }));
    expect(await rows(page).count()).toBeLessThan(60);
    for (
      let turn = 0;
      turn < 40 && (await page.getByRole('link', { name: 'Incident number 0' }).count()) === 0;
      turn += 1
    ) {
      await page.mouse.wheel(0, 1500);
      await page.waitForTimeout(50);
    }
    await expectShown(page.getByRole('link', { name: 'Incident number 0', exact: true }));
    expect(await rows(page).count()).toBeLessThan(60);
  });

  it('is walked through by j and k and opened by Enter', async () => {
    const page = await browser.open('/postmortems', server.admin);
    await expectShown(rows(page).first());
    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
    await expectTrue(page, `document.activeElement.textContent === "Incident number ${String(COUNT - 2)}"`);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/postmortems\/[0-9a-f-]{36}$/u);
  });

  it('comes back to where one was', async () => {
    const page = await browser.open('/postmortems', server.admin);
    await expectShown(rows(page).first());
    await page.mouse.wheel(0, 1200);
    await expectTrue(page, 'scrollY > 1000');
    const link = page.getByRole('link', { name: `Incident number ${String(COUNT - 35)}`, exact: true });
    await link.click();
    await page.waitForURL(/[0-9a-f-]{36}$/u);
    await page.goBack();
    await expectTrue(page, 'scrollY > 1000');
    await expectShown(link);
  });
});

describe('filters', () => {
  it('narrow the list down and stand in the address', async () => {
    const page = await browser.open('/postmortems', server.admin);
    await page.getByRole('button', { name: /^Severity/u }).click();
    await page.getByRole('checkbox', { name: /^SEV1/u }).check();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Service/u }).click();
    await page.getByRole('checkbox', { name: /^search/u }).check();
    await expectShown(page.getByRole('link', { name: 'Incident number 129' }));
    expect(search(page)).toBe('?severity=1&service=search');
    await page.getByRole('link', { name: 'Incident number 128' }).waitFor({ state: 'detached' });

    const copy = await browser.open(`/postmortems${search(page)}`, server.admin);
    await expectShown(copy.getByRole('button', { name: /^Severity SEV1/u }));
    await expectShown(copy.getByRole('link', { name: 'Incident number 123' }));
    await copy.keyboard.press('x');
    await expectShown(copy.getByRole('link', { name: 'Incident number 128' }));
    expect(search(copy)).toBe('');
  });

  it('offer a way out where nothing is left', async () => {
    const page = await browser.open('/postmortems?from=1999-01-01&to=1999-12-31', server.admin);
    await expectShown(page.getByRole('heading', { name: 'No post-mortem is like that' }));
    await page.getByRole('button', { name: 'Remove all filters' }).click();
    await expectShown(page.getByRole('link', { name: 'Incident number 129' }));
  });

  it('leave out what makes no sense in an address', async () => {
    const page = await browser.open('/postmortems?status=sometimes&severity=bad&from=yesterday', server.admin);
    await expectShown(page.getByRole('link', { name: 'Incident number 129' }));
  });

  it('are kept under a name', async () => {
    const page = await browser.open('/postmortems?tag=tls', server.admin);
    await page.getByRole('button', { name: 'Saved' }).click();
    await page.getByLabel('Save these filters as').fill('Certificates');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expectShown(page.getByRole('link', { name: 'Certificates' }));

    const later = await browser.open('/postmortems', server.admin);
    await later.getByRole('button', { name: 'Saved' }).click();
    await later.getByRole('link', { name: 'Certificates' }).click();
    await expectTrue(later, 'document.querySelectorAll("[data-row-link]").length === 1');
    expect(search(later)).toBe('?tag=tls');
  });
});

describe('the search', () => {
  it('finds while one types and marks what it found', async () => {
    const page = await browser.open('/postmortems', server.admin);
    await expectShown(rows(page).first());
    await page.keyboard.press('/');
    await page.keyboard.type('certificate gateway');
    await expectShown(page.getByText('1 result', { exact: true }));
    expect(await page.locator('[data-row-link]').textContent()).toBe('Certificate expired on the gateway');
    expect(search(page)).toBe('?q=certificate+gateway');
    await page.keyboard.press('Escape');
    await expectShown(page.getByRole('link', { name: 'Incident number 129' }));
  });

  it('says when nothing is found', async () => {
    const page = await browser.open('/postmortems?q=xylophone', server.admin);
    await expectShown(page.getByRole('heading', { name: 'Nothing has “xylophone” in it' }));
  });
});
