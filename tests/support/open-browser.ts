import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';

import sparticuz from '@sparticuz/chromium';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';

import type { Caller, TestServer } from './test-server.ts';

/** How somebody looks at the application. */
interface Sight {
  readonly theme?: 'light' | 'dark';
  /** A phone in the hand. */
  readonly phone?: boolean;
}

/** A real browser, and everybody who sits in front of it. */
export interface TestBrowser {
  /** A fresh window, signed in as that person, or as nobody. */
  open(path: string, as?: Caller, sight?: Sight): Promise<Page>;
  /** Throws what went wrong in the pages since the last look: thrown errors, and messages of the browser. */
  failOnProblems(): void;
  /** Forgets what went wrong on purpose. */
  forgetProblems(): void;
  stop(): Promise<void>;
}

const DESK = { width: 1280, height: 820 };
const PHONE = { width: 390, height: 844 };
/** One process for everything saves memory where functions run, and ends with the first window that closes. */
const UNFIT = /single-process|no-zygote|disable-web-security|site-isolation|headless/u;

/** Starts a browser for that server, which shows what was built into dist/web. */
export async function openBrowser(server: TestServer): Promise<TestBrowser> {
  if (!existsSync('dist/web/index.html')) throw new Error('There is no dist/web. Run "npm run build:web" first.');
  const browser = await launch();
  let problems: string[] = [];
  return {
    open: async (path, as, { theme = 'light', phone = false } = {}) => {
      const context = await browser.newContext({
        viewport: phone ? PHONE : DESK,
        hasTouch: phone,
        isMobile: phone,
        colorScheme: theme,
        locale: 'en-GB',
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const [name = '', value = ''] = (as?.headers['cookie'] ?? '').split('=');
      if (name !== '') await context.addCookies([{ name, value, url: server.url }]);
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        // A refused request is told by the page, too; what counts is that the page does tell.
        const refused = message.text().startsWith('Failed to load resource');
        if (message.type() === 'error' && !refused) problems.push(`${page.url()}: ${message.text()}`);
      });
      await page.goto(`${server.url}${path}`);
      return page;
    },
    failOnProblems: () => {
      const seen = problems;
      problems = [];
      if (seen.length > 0) throw new Error(seen.join('\n'));
    },
    forgetProblems: () => {
      problems = [];
    },
    stop: () => browser.close(),
  };
}

/** Another worker may be unpacking the browser right now. */
async function launch(): Promise<Browser> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await chromium.launch({
        executablePath: await sparticuz.executablePath(),
        args: sparticuz.args.filter((argument) => !UNFIT.test(argument)),
      });
    } catch (error) {
      if (attempt === 5) throw error;
      await setTimeout(1000);
    }
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Expects nothing that axe finds wrong with the page as it is now (WCAG 2.2 A and AA, and good practice). */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    places: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`),
  }));
  expect({ page: page.url(), told }).toEqual({ page: page.url(), told: [] });
}

/** Expects that it shows, or will soon. */
export async function expectShown(locator: Locator): Promise<void> {
  await locator.first().waitFor();
}

/** Expects that the expression is true in the page, or will soon be: the page's own policy forbids to wait inside of it. */
export async function expectTrue(page: Page, expression: string): Promise<void> {
  await expect.poll(() => page.evaluate<unknown>(expression), { timeout: 10_000, message: expression }).toBe(true);
}

/** Keeps how the page looks in reports/screenshots, to be looked at. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync('reports/screenshots', { recursive: true });
  await page.screenshot({ path: `reports/screenshots/${name}.png`, animations: 'disabled' });
}
