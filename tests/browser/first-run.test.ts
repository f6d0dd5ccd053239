import { afterAll, beforeAll, expect, it } from 'vitest';

import { startServer } from '#server';

import { migratedDatabase } from '../support/migrated-database.ts';
import {
  expectAccessible,
  expectShown,
  keepScreenshot,
  openBrowser,
  type TestBrowser,
} from '../support/open-browser.ts';
import type { TestServer } from '../support/test-server.ts';

let database: Awaited<ReturnType<typeof migratedDatabase>>;
let server: Awaited<ReturnType<typeof startServer>>;
let browser: TestBrowser;

beforeAll(async () => {
  database = await migratedDatabase();
  server = await startServer({
    version: '0.0.0-test',
    dataDirectory: '',
    databaseUrl: database.url,
    port: 0,
    logLevel: 'silent',
  });
  browser = await openBrowser(server as Pick<TestServer, 'url'> as TestServer);
}, 60_000);

afterAll(async () => {
  await browser.stop();
  await server.stop();
  await database.close();
});

it('leads from the one-time link to the example incident', async () => {
  const link = new URL(server.firstRunLink ?? '');
  const page = await browser.open('/');
  await expectShown(page.getByText('has no administrator yet'));

  await page.goto(`${server.url}${link.pathname}${link.hash}`);
  await expectShown(page.getByLabel('Your name'));
  await keepScreenshot(page, 'set-up');
  await expectAccessible(page);
  await page.getByLabel('Your name').fill('Ada');
  await page.getByLabel('E-mail').fill('ada@example.com');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Create and sign in' }).click();
  expect(await page.locator('input:invalid').count()).toBe(1);
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByLabel('Name of the workspace').fill('Analytical Engines');
  await page.getByRole('button', { name: 'Create and sign in' }).click();

  await expectShown(page.getByRole('heading', { name: 'Welcome, Ada' }));
  expect(await page.getByRole('link', { name: /Analytical Engines/u }).count()).toBe(1);
  await keepScreenshot(page, 'first-steps');
  await expectAccessible(page);
  for (const way of ['From evidence', 'From Markdown', 'From a template']) {
    expect(await page.getByRole('link', { name: way }).count()).toBe(1);
  }
  await page.getByRole('button', { name: 'Open the example incident' }).click();
  await expectShown(page.getByRole('heading', { level: 1, name: /checkout/iu }));
  browser.failOnProblems();
}, 60_000);

it('makes the one-time link useless after that', async () => {
  const page = await browser.open('/setup#token=whatever');
  await expectShown(page.getByRole('heading', { name: 'This server is set up' }));
});
