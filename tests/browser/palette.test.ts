import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { expectAccessible, expectShown, expectTrue, openBrowser, type TestBrowser } from '../support/open-browser.ts';
import { testServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  server = await testServer();
  browser = await openBrowser(server);
  await server.admin.client('createPostmortem', {
    body: { title: 'Certificate expired on the gateway' },
    idempotencyKey: 'one',
  });
}, 60_000);

afterEach(() => browser.failOnProblems());

afterAll(async () => {
  await browser.stop();
  await server.stop();
});

describe('the palette', () => {
  it('goes to a page by a few letters', async () => {
    const page = await browser.open('/', server.admin);
    await expectShown(page.getByRole('heading', { level: 1 }));
    await page.keyboard.press('Control+k');
    await expectShown(page.getByRole('dialog', { name: 'Find or do something' }));
    await expectAccessible(page);
    await page.keyboard.type('sett');
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('heading', { name: 'My account' }));
  });

  it('finds a post-mortem by its words', async () => {
    const page = await browser.open('/settings', server.admin);
    await page.getByRole('button', { name: /^Find/u }).click();
    await page.keyboard.type('gateway');
    await page.getByRole('option', { name: /Certificate expired/u }).click();
    await expectShown(page.getByRole('heading', { name: 'Certificate expired on the gateway' }));
  });

  it('gives the focus back when it is left', async () => {
    const page = await browser.open('/shortcuts', server.admin);
    const button = page.getByRole('button', { name: /^Find/u });
    await button.focus();
    await page.keyboard.press('Enter');
    await expectShown(page.getByRole('dialog'));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.title')).toBe('Find or do something');
  });
});

describe('keys', () => {
  it('go to pages, one after the other', async () => {
    const page = await browser.open('/', server.admin);
    await expectShown(page.getByRole('heading', { level: 1 }));
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await expectShown(page.getByRole('heading', { name: 'Actions' }));
    await page.keyboard.press('?');
    await expectShown(page.getByRole('heading', { name: 'Keyboard shortcuts' }));
  });

  it('do nothing while one types', async () => {
    const page = await browser.open('/settings/account', server.admin);
    await page.getByLabel('Your name').fill('');
    await page.getByLabel('Your name').pressSequentially('gac?');
    expect(await page.getByLabel('Your name').inputValue()).toBe('gac?');
    expect(new URL(page.url()).pathname).toBe('/settings/account');
  });

  it('reach everything from the start of the page, which can be skipped', async () => {
    const page = await browser.open('/postmortems', server.admin);
    await expectShown(page.getByRole('heading', { name: 'Post-mortems' }));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Search post-mortems');
  });
});

describe('menus', () => {
  it('open, move and close by the keyboard', async () => {
    const page = await browser.open('/', server.admin);
    const button = page.getByRole('button', { name: /Ada/u });
    await button.focus();
    await page.keyboard.press('Enter');
    await expectTrue(page, 'document.activeElement.textContent.includes("My account")');
    await page.keyboard.press('ArrowDown');
    await expectTrue(page, 'document.activeElement.textContent.includes("Keyboard shortcuts")');
    await page.keyboard.press('d');
    await expectTrue(page, 'document.activeElement.textContent === "Dark"');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    await expectShown(page.locator('button[aria-haspopup=menu][aria-expanded=false]'));
    await page.reload();
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
  });
});

describe('a lost connection', () => {
  it('is told, and what failed can be tried again', async () => {
    const page = await browser.open('/', server.admin);
    await expectShown(page.getByRole('heading', { level: 1 }));
    await page.context().setOffline(true);
    await expectShown(page.getByText('No connection.'));
    await page.getByRole('link', { name: 'Actions' }).click();
    const retry = page.getByRole('button', { name: 'Try again' });
    await expectShown(retry);
    await page.context().setOffline(false);
    await retry.click();
    await expectShown(page.getByRole('heading', { name: /There are no open actions/u }));
    browser.forgetProblems();
  });
});
