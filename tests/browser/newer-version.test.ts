import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { expectShown, openBrowser, type TestBrowser } from '../support/open-browser.ts';
import { testServer, type TestServer } from '../support/test-server.ts';

let web: string;
let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  web = mkdtempSync(join(tmpdir(), 'nevertwice-web-'));
  cpSync('dist/web', web, { recursive: true });
  server = await testServer({ webDirectory: web });
  browser = await openBrowser(server);
}, 60_000);

afterAll(async () => {
  await browser.stop();
  await server.stop();
  rmSync(web, { recursive: true });
});

it('a page that a newer version took away loads the application anew, and comes', async () => {
  const page = await browser.open('/', server.admin);
  await expectShown(page.getByRole('heading', { level: 1 }));
  await page.evaluate(() => Object.assign(globalThis, { before: true }));

  const assets = join(web, 'assets');
  const old = readdirSync(assets).filter((file) => /^(?:actions|settings)-page/u.test(file));
  for (const file of old) rmSync(join(assets, file));
  expect(old.length).toBeGreaterThan(0);
  // Pointing at a link looks ahead; what fails then is nobody's business yet.
  await page.getByRole('link', { name: 'Actions' }).hover();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => 'before' in globalThis)).toBe(true);

  const again = page.waitForEvent('domcontentloaded');
  await page.getByRole('link', { name: 'Actions' }).click();
  await again;
  cpSync('dist/web', web, { recursive: true });
  await page.reload();
  await expectShown(page.getByRole('heading', { name: 'Actions' }));
}, 30_000);
