import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { expectShown, openBrowser, type TestBrowser } from '../support/open-browser.ts';
import { testServer, type TestServer } from '../support/test-server.ts';

const PASSWORD = 'correct horse battery';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  server = await testServer();
  browser = await openBrowser(server);
}, 60_000);

afterEach(() => browser.failOnProblems());

afterAll(async () => {
  await browser.stop();
  await server.stop();
});

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill('ada@example.com');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

describe('somebody who is not signed in', () => {
  it('signs in and comes to the page that was asked for', async () => {
    const page = await browser.open('/postmortems?status=draft');
    await signIn(page, PASSWORD);
    await expectShown(page.getByRole('heading', { name: 'Post-mortems' }));
    expect(new URL(page.url()).search).toBe('?status=draft');
  });

  it('is told when the password is wrong, and keeps what was typed', async () => {
    const page = await browser.open('/sign-in');
    await signIn(page, 'not the password');
    await expectShown(page.getByRole('alert'));
    expect(await page.getByLabel('E-mail').inputValue()).toBe('ada@example.com');
  });

  it('is never sent to another site afterwards', async () => {
    for (const to of ['https://evil.example', '//evil.example', String.raw`/\evil.example`]) {
      const page = await browser.open(`/sign-in?to=${encodeURIComponent(to)}`);
      await signIn(page, PASSWORD);
      await expectShown(page.getByRole('link', { name: 'Home', exact: true }));
      expect(new URL(page.url()).origin).toBe(server.url);
      await page.context().close();
    }
  });
});

describe('a session that ends while somebody works', () => {
  it('is renewed on top of the page, and what was begun goes on', async () => {
    const page = await browser.open('/sign-in');
    await signIn(page, PASSWORD);
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByLabel('Your name').fill('Ada Lovelace');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Save' }).click();

    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.getByLabel('Password').fill(PASSWORD);
    expect(await page.getByLabel('Your name').inputValue()).toBe('Ada Lovelace');
    await dialog.getByRole('button', { name: 'Sign in' }).click();

    await expectShown(page.getByText('Your name is saved.'));
    expect(await page.getByRole('button', { name: /Ada Lovelace/u }).count()).toBe(1);
  });

  it('ends with nothing of it on the page when one signs out', async () => {
    const page = await browser.open('/sign-in');
    await signIn(page, PASSWORD);
    await page.getByRole('button', { name: /Ada/u }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expectShown(page.getByRole('heading', { name: 'Sign in' }));
    await page.goBack();
    await expectShown(page.getByRole('heading', { name: 'Sign in' }));
  });
});

describe('an invitation', () => {
  it('is a link with which somebody joins', async () => {
    const admin = await browser.open('/settings/people', server.admin);
    await admin.getByRole('button', { name: 'Invite' }).click();
    await admin.getByRole('dialog').getByLabel('Role').selectOption('contributor');
    await admin.getByRole('button', { name: 'Make link' }).click();
    const url = (await admin.locator('code', { hasText: '/join#token=' }).textContent()) ?? '';

    const guest = await browser.open(new URL(url).pathname + new URL(url).hash);
    await expectShown(guest.getByText('invited you as contributor'));
    await guest.getByLabel('Your name').fill('Grace Hopper');
    await guest.getByLabel('E-mail').fill('grace@example.com');
    await guest.getByLabel('Password').fill(PASSWORD);
    await guest.getByRole('button', { name: 'Join' }).click();
    await expectShown(guest.getByRole('heading', { name: 'Welcome, Grace Hopper' }));

    await admin.reload();
    const row = admin.getByRole('row', { name: /Grace Hopper/u });
    expect(await row.getByRole('combobox').inputValue()).toBe('contributor');
  });

  it('that was used says so', async () => {
    const page = await browser.open('/join#token=nobody-knows-this-one');
    await expectShown(page.getByRole('alert'));
  });
});
