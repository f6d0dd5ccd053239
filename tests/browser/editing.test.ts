import type { Page, WebSocketRoute } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import {
  expectAccessible,
  expectShown,
  keepScreenshot,
  openBrowser,
  type TestBrowser,
} from '../support/open-browser.ts';
import { type Caller, testServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let browser: TestBrowser;
let ben: Caller;

beforeAll(async () => {
  server = await testServer();
  browser = await openBrowser(server);
  ben = await server.join('contributor');
}, 60_000);

afterEach(() => {
  if (wasCut) browser.forgetProblems();
  wasCut = false;
  browser.failOnProblems();
});

let wasCut = false;

afterAll(async () => {
  await browser.stop();
  await server.stop();
});

const RECORD = {
  summary: { whatHappened: 'The queue filled up.' },
  timeline: [],
  actions: [{ text: 'Add an alert', id: 'A1', owner: 'Ada' }, { text: 'Write a runbook' }],
  factors: [{ text: 'No alert on the queue' }],
  whys: [{ question: 'Why did it fill up?', answer: 'One reader was slow.', parent: null }],
};

let made = 0;

async function makePostmortem(): Promise<string> {
  made += 1;
  const { id } = await server.admin.client('createPostmortem', {
    body: { title: `Queue outage ${String(made)}`, dialect: 'operations', record: RECORD },
    idempotencyKey: `editing-${String(made)}`,
  });
  return id;
}

/** Opens a post-mortem with one section of it being edited. */
async function openSection(id: string, section: string, as: Caller = server.admin): Promise<Page> {
  const page = await browser.open(`/postmortems/${id}`, as);
  await openAnother(page, section);
  return page;
}

async function openAnother(page: Page, section: string): Promise<void> {
  const place = page.locator(`#${section}`);
  await place.scrollIntoViewIfNeeded();
  await place.getByRole('button', { name: /^Edit “/u }).click();
  await place.locator('.section-editor').waitFor();
}

const saved = (page: Page): Promise<void> => expectShown(page.getByText('All changes saved'));

async function recordOf(id: string) {
  return (await server.admin.client('getPostmortem', { path: { postmortemId: id } })).record;
}

/** Waits until one of the editors says so; a document that two people edit gets there in its own time. */
async function expectText(page: Page, selector: string, text: string): Promise<void> {
  // Names at the cursors of others stand in the text, but are not part of it.
  const read = `[...document.querySelectorAll(${JSON.stringify(selector)})].map((editor) => {
    const copy = editor.cloneNode(true);
    for (const caret of copy.querySelectorAll('.cm-other-caret')) caret.remove();
    return copy.textContent;
  }).join('\\n')`;
  await expect.poll(() => page.evaluate<string>(read), { timeout: 8000 }).toContain(text);
}

const WHAT = '[data-path="summary.whatHappened"] .cm-content';

describe('two people in one document', () => {
  it('see each other, and what the other types', async () => {
    const id = await makePostmortem();
    const ada = await openSection(id, 'summary');
    const other = await openSection(id, 'summary', ben);
    await ada.locator(WHAT).click();
    await ada.keyboard.press('End');
    await ada.keyboard.type(' Nobody was told.');
    await other.locator(WHAT).click();
    await other.keyboard.press('Home');
    await other.keyboard.type('Briefly: ');
    await expectText(ada, WHAT, 'Briefly: ');
    await expectText(other, WHAT, 'Nobody was told.');
    await expectShown(ada.getByRole('list', { name: 'Here now' }).getByLabel('contributor 1'));
    await expectShown(ada.locator('.cm-other-name', { hasText: 'contributor 1' }));
    await keepScreenshot(ada, 'editing-two-people');
    await expectAccessible(ada);
    await saved(ada);
    await saved(other);
    expect((await recordOf(id)).summary?.whatHappened).toBe('Briefly: The queue filled up. Nobody was told.');
  });

  it('undo only what they did themselves', async () => {
    const id = await makePostmortem();
    const ada = await openSection(id, 'summary');
    const other = await openSection(id, 'summary', ben);
    await ada.locator(WHAT).click();
    await ada.keyboard.press('End');
    await ada.keyboard.type(' ADA');
    await expectText(other, WHAT, 'ADA');
    await other.locator(WHAT).click();
    await other.keyboard.press('End');
    await other.keyboard.type(' BEN');
    await expectText(ada, WHAT, 'BEN');
    await ada.keyboard.press('Control+z');
    await expectText(other, WHAT, 'The queue filled up. BEN');
    await ada.keyboard.press('Control+Shift+Z');
    await expectText(other, WHAT, 'The queue filled up. ADA BEN');
  });

  it('find what the API writes in their open editor', async () => {
    const id = await makePostmortem();
    const ada = await openSection(id, 'actions');
    await server.admin.client('addAction', {
      path: { postmortemId: id },
      body: { text: 'Limit the queue' },
      idempotencyKey: 'limit',
    });
    await expectText(ada, '#actions .cm-content', 'Limit the queue');
  });
});

describe('lists', () => {
  it('are filled by keyboard alone', async () => {
    const id = await makePostmortem();
    const page = await openSection(id, 'actions');
    await page.locator('#actions [data-path="actions.text"] .cm-content').last().click();
    await page.keyboard.press('Control+Enter');
    await page.locator('#actions [data-row]').nth(2).waitFor();
    await becomesTrue(page, 'document.activeElement.closest("[data-row]")?.matches(":nth-child(n)")');
    await page.locator('#actions [data-path="actions.text"] .cm-content').last().click();
    await page.keyboard.type('Test the limit');
    await page.keyboard.press('Alt+ArrowUp');
    await saved(page);
    await expect
      .poll(async () => (await recordOf(id)).actions.map(({ text }) => text))
      .toEqual(['Add an alert', 'Test the limit', 'Write a runbook']);
  });

  it('give back a row that was removed', async () => {
    const id = await makePostmortem();
    const page = await openSection(id, 'actions');
    await page.getByRole('button', { name: 'Remove action' }).first().click();
    await page.locator('#actions [data-row]').nth(1).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expectText(page, '#actions .cm-content', 'Add an alert');
  });

  it('answer a factor by an action, which gets an id for it', async () => {
    const id = await makePostmortem();
    const page = await openSection(id, 'factors');
    await page.getByRole('button', { name: 'Pick' }).click();
    await page.getByRole('menuitemcheckbox', { name: /Write a runbook/u }).click();
    await page.keyboard.press('Escape');
    await saved(page);
    const { actions, factors } = await recordOf(id);
    expect(factors?.[0]?.answeredBy).toBe('A2');
    expect(actions[1]?.id).toBe('A2');
  });

  it('ask why again below an answer', async () => {
    const id = await makePostmortem();
    const page = await openSection(id, 'whys');
    await page.locator('[data-path="whys.answer"] .cm-content').click();
    await page.keyboard.press('Control+Enter');
    await page.locator('#whys [data-row]').nth(1).waitFor();
    await page.locator('[data-path="whys.question"] .cm-content').nth(1).click();
    await page.keyboard.type('Why was it slow?');
    await saved(page);
    expect((await recordOf(id)).whys).toMatchObject([{ parent: null }, { question: 'Why was it slow?', parent: 0 }]);
  });
});

describe('short fields', () => {
  it('are written as one types, and undone', async () => {
    const id = await makePostmortem();
    const page = await openSection(id, 'impact');
    await page.getByLabel('Users affected').fill('1,240 of 9,800');
    await saved(page);
    expect((await recordOf(id)).impact?.users).toBe('1,240 of 9,800');
    await page.getByLabel('Users affected').press('Control+z');
    await expect.poll(() => page.getByLabel('Users affected').inputValue()).toBe('');
  });

  it('add impact periods up to a duration', async () => {
    const id = await makePostmortem();
    const page = await openSection(id, 'impact');
    for (const [from, to] of [
      ['2026-02-23 10:00', '2026-02-23 10:30'],
      ['2026-02-23 11:00', '2026-02-23 11:12'],
    ] as const) {
      await page.getByRole('button', { name: 'Add a period' }).click();
      await page.getByLabel('From', { exact: true }).last().fill(from);
      await page.getByLabel('To', { exact: true }).last().fill(to);
    }
    await expectShown(page.getByText('Duration: 30 min + 12 min = 42 min'));
  });

  it('change the title for everybody', async () => {
    const id = await makePostmortem();
    const page = await browser.open(`/postmortems/${id}`, server.admin);
    await page.getByRole('button', { name: 'Edit “the head of the document”' }).click();
    await page.getByLabel('Title', { exact: true }).fill('Queue outage, renamed');
    await page.keyboard.press('Escape');
    await expectShown(page.getByRole('heading', { level: 1, name: 'Queue outage, renamed' }));
  });
});

describe('beside the text', () => {
  it('a finding is fixed with one click', async () => {
    const { id } = await server.admin.client('createPostmortem', {
      body: {
        title: 'Blame',
        record: {
          summary: { text: 'It failed.' },
          rootCause: { technical: 'Obviously the operator forgot to check the queue.' },
          timeline: [],
          actions: [],
        },
      },
      idempotencyKey: 'blame',
    });
    const { findings } = await server.admin.client('getFindings', { path: { postmortemId: id } });
    const fix = findings.find((finding) => finding.fix !== undefined)?.fix;
    const page = await browser.open(`/postmortems/${id}`, server.admin);
    await expectShown(page.locator('#root-cause .finding'));
    await expectAccessible(page);
    await keepScreenshot(page, 'postmortem-findings');
    await page
      .getByRole('button', { name: fix?.label ?? 'no fix' })
      .first()
      .click();
    await saved(page);
    await expect.poll(async () => (await recordOf(id)).rootCause?.technical).toBe(fix?.value);
  });

  it('an image that is pasted is attached and shown', async () => {
    const page = await openSection(await makePostmortem(), 'summary');
    await page.locator(WHAT).click();
    await page.evaluate(PASTE_IMAGE);
    await expectText(page, WHAT, '/images/');
    await expectShown(page.locator('.text-field__preview img'));
    await becomesTrue(page, 'document.querySelector(".text-field__preview img").naturalWidth > 0');
    await saved(page);
  });

  it('a click opens the next section once one edits', async () => {
    const page = await openSection(await makePostmortem(), 'summary');
    await page.locator('#factors .factor__text').click();
    await page.locator('#factors .section-editor').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#factors .section-editor').waitFor({ state: 'detached' });
    expect(await page.locator('.section-editor').count()).toBe(1);
  });
});

describe('trouble', () => {
  it('without a connection keeps what one types, and merges it when there is one again', async () => {
    const { line, page, id } = await openOnLine();
    const other = await openSection(id, 'summary', ben);
    await line.cut();
    await page.locator(WHAT).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Written offline.');
    await expectShown(page.getByText('Offline, changes are kept here'));
    await keepScreenshot(page, 'editing-offline');
    await other.locator(WHAT).click();
    await other.keyboard.press('Home');
    await other.keyboard.type('Meanwhile: ');
    line.mend();
    await page.getByRole('button', { name: 'Connect now' }).click();
    await expectText(page, WHAT, 'Meanwhile: The queue filled up. Written offline.');
    await expectText(other, WHAT, 'Meanwhile: The queue filled up. Written offline.');
    await saved(page);
  });

  it('keeps what was not saved over a reload', async () => {
    const { line, page, id } = await openOnLine();
    await line.cut();
    await page.locator(WHAT).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Kept.');
    await expectShown(page.getByText('Offline, changes are kept here'));
    page.on('dialog', (dialog) => {
      dialog.accept().catch(() => undefined);
    });
    await page.reload();
    line.mend();
    await openAnother(page, 'summary');
    await expectText(page, WHAT, 'The queue filled up. Kept.');
    await saved(page);
    expect((await recordOf(id)).summary?.whatHappened).toBe('The queue filled up. Kept.');
  });

  it('with the session lets one sign in again on top, and loses nothing', async () => {
    const { line, page, id } = await openOnLine(ben);
    await page.context().clearCookies();
    await line.cut();
    line.mend();
    await page.locator(WHAT).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Typed while signed out.');
    const dialog = page.getByRole('dialog', { name: /sign in/iu });
    await expectShown(dialog);
    await keepScreenshot(page, 'editing-session-expired');
    await dialog.getByLabel('E-mail').fill('1@example.com');
    await dialog.getByLabel('Password').fill('correct horse battery');
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expectText(page, WHAT, 'Typed while signed out.');
    await saved(page);
    expect((await recordOf(id)).summary?.whatHappened).toContain('Typed while signed out.');
  });

  it('shows readers no way to edit', async () => {
    const id = await makePostmortem();
    const reader = await server.join('reader');
    const page = await browser.open(`/postmortems/${id}`, reader);
    await expectShown(page.getByText('The queue filled up.'));
    expect(await page.getByRole('button', { name: /^Edit/u }).count()).toBe(0);
    expect(await page.locator('.prompt').count()).toBe(0);
    await page.keyboard.press('e');
    expect(await page.locator('.section-editor').count()).toBe(0);
  });
});

/** A summary that is being edited, over a line that can be cut. */
async function openOnLine(as: Caller = server.admin): Promise<{ page: Page; line: Line; id: string }> {
  const id = await makePostmortem();
  const page = await browser.open(`/postmortems/${id}`, as);
  const line = await wire(page);
  await openAnother(page, 'summary');
  await saved(page);
  return { page, line, id };
}

/** A connection to the live document that can be cut. What is sent into the cut line is told by the browser. */
interface Line {
  cut(): Promise<void>;
  mend(): void;
}

/** Puts oneself between the page and the live document; before the page connects to it. */
async function wire(page: Page): Promise<Line> {
  const sockets = new Set<WebSocketRoute>();
  let isCut = false;
  await page.routeWebSocket(/\/live$/u, async (socket) => {
    if (isCut) {
      await socket.close({ code: 4000, reason: 'cut' });
      return;
    }
    socket.connectToServer();
    sockets.add(socket);
  });
  return {
    cut: async () => {
      isCut = true;
      wasCut = true;
      await Promise.all([...sockets].map((socket) => socket.close({ code: 4000, reason: 'cut' })));
      sockets.clear();
    },
    mend: () => {
      isCut = false;
    },
  };
}

/** A picture of one pixel, pasted into what has the focus. */
const PASTE_IMAGE = `(() => {
  const png = atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==');
  const bytes = Uint8Array.from(png, (character) => character.codePointAt(0));
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File([bytes], 'graph.png', { type: 'image/png' }));
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
})()`;

/** Waits until an expression is true in the page, whose policy lets nothing evaluate text there but the browser itself. */
async function becomesTrue(page: Page, expression: string): Promise<void> {
  await expect.poll(() => page.evaluate<boolean>(expression), { timeout: 8000 }).toBe(true);
}
