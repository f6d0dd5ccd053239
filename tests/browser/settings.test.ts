import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { expectShown, openBrowser, type TestBrowser } from '../support/open-browser.ts';
import { testServer, type TestServer } from '../support/test-server.ts';

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

describe('the settings of the workspace', () => {
  it('are changed by an administrator and hold', async () => {
    const page = await browser.open('/settings/workspace', server.admin);
    await page.getByLabel('Time zone').fill('Europe/Berlin');
    await page.getByLabel('Template').selectOption('cycle');
    await page.getByRole('button', { name: 'Save' }).click();
    await expectShown(page.getByText('The settings are saved.'));
    expect(await server.admin.client('getSettings')).toMatchObject({ zone: 'Europe/Berlin', dialect: 'cycle' });
  });

  it('tell of a value that cannot be, at its field', async () => {
    const page = await browser.open('/settings/workspace', server.admin);
    await page.getByLabel('Time zone').fill('Middle/Earth');
    await page.getByRole('button', { name: 'Save' }).click();
    await expectShown(page.getByText('Middle/Earth', { exact: false }).first());
    expect(await page.getByRole('alert').count()).toBeGreaterThan(0);
  });

  it('are never overwritten without a word', async () => {
    const page = await browser.open('/settings/severities', server.admin);
    await page.getByRole('button', { name: 'Add severity' }).click();
    await page.getByLabel('Label of severity 5').fill('P9');
    const { revision, ...settings } = await server.admin.client('getSettings');
    await server.admin.client('updateSettings', {
      body: { ...settings, workspaceName: 'Renamed meanwhile' },
      ifMatch: revision,
    });
    await page.getByRole('button', { name: 'Save' }).click();
    await expectShown(page.getByRole('alert'));
    expect(await page.getByLabel('Label of severity 5').inputValue()).toBe('P9');
    await page.getByRole('button', { name: 'Take theirs' }).click();
    await page.getByLabel('Label of severity 5').waitFor({ state: 'detached' });
  });

  it('keep services with their team when the team is renamed', async () => {
    const page = await browser.open('/settings/services', server.admin);
    await page.getByRole('button', { name: 'Add team' }).click();
    await page.getByLabel('Team 1').fill('payments');
    await page.getByRole('button', { name: 'Add service' }).click();
    await page.getByLabel('Service 1').fill('checkout');
    await page.getByLabel('Team of checkout').selectOption('payments');
    await page.getByLabel('Team 1').fill('money');
    await page.getByRole('button', { name: 'Save' }).click();
    await expectShown(page.getByText('The settings are saved.'));
    expect((await server.admin.client('getSettings')).services).toEqual([{ name: 'checkout', team: 'money' }]);
  });

  it('can be looked at by everybody and changed by no reader', async () => {
    const reader = await server.join('reader');
    const page = await browser.open('/settings/severities', reader);
    await expectShown(page.getByText('Administrators can change this.'));
    expect(await page.getByLabel('Label of severity 1').isEditable()).toBe(false);
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Audit trail' }).count()).toBe(0);
  });
});

describe('an API token', () => {
  it('is told once and works until it is revoked', async () => {
    const page = await browser.open('/settings/tokens', server.admin);
    await page.getByRole('button', { name: 'New token' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Nightly export');
    await page.getByRole('button', { name: 'Make token' }).click();
    const secret = (await page.locator('code', { hasText: 'nvt_' }).textContent()) ?? '';
    const ask = async (): Promise<number> => {
      const answer = await fetch(`${server.url}/api/v1/home`, { headers: { authorization: `Bearer ${secret}` } });
      return answer.status;
    };
    expect(await ask()).toBe(200);

    await page.reload();
    await expectShown(page.getByRole('row', { name: /Nightly export/u }));
    expect(await page.getByText(secret).count()).toBe(0);
    await page.getByRole('button', { name: 'Revoke “Nightly export”' }).click();
    await expectShown(page.getByText('You have no tokens.'));
    expect(await ask()).toBe(401);
  });
});

describe('people', () => {
  it('get another role, and what they may do follows at once', async () => {
    const reader = await server.join('reader');
    const theirs = await browser.open('/', reader);
    await expectShown(theirs.getByRole('heading', { level: 1 }));
    expect(await theirs.getByRole('link', { name: 'New post-mortem' }).count()).toBe(0);

    const page = await browser.open('/settings/people', server.admin);
    await page.getByLabel(/^Role of reader 2/u).selectOption('contributor');
    await expectShown(theirs.getByRole('link', { name: 'New post-mortem' }));
  });

  it('keep at least one administrator', async () => {
    const page = await browser.open('/settings/people', server.admin);
    await page.getByLabel('Role of Ada').selectOption('reader');
    await expectShown(page.getByRole('region', { name: 'Messages' }).getByText(/admin/iu).first());
    expect(await page.getByLabel('Role of Ada').inputValue()).toBe('admin');
  });
});
