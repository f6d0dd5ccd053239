import { readFile } from 'node:fs/promises';

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import {
  expectAccessible,
  expectShown,
  keepScreenshot,
  openBrowser,
  type TestBrowser,
} from '../support/open-browser.ts';
import { testServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let browser: TestBrowser;
const ids = new Map<string, string>();

const DIALECTS = ['operations', 'standard', 'sev', 'cycle', 'platform'] as const;

beforeAll(async () => {
  server = await testServer();
  browser = await openBrowser(server);
  const files = await Promise.all(
    DIALECTS.map(async (name) => ({
      name: `${name}.md`,
      markdown: await readFile(`tests/fixtures/filled/${name}.md`, 'utf8'),
    })),
  );
  const { results } = await server.admin.client('importMarkdown', { body: { files }, idempotencyKey: 'filled' });
  for (const { file, id } of results) ids.set(file.replace('.md', ''), id ?? '');
}, 60_000);

afterEach(() => browser.failOnProblems());

afterAll(async () => {
  await browser.stop();
  await server.stop();
});

const open = (name: string): Promise<Page> => browser.open(`/postmortems/${ids.get(name) ?? ''}`, server.admin);

describe('a post-mortem to read', () => {
  it.each(DIALECTS)('of the template "%s" says everything that its document says', async (dialect) => {
    const page = await open(dialect);
    await expectShown(page.getByRole('heading', { level: 1 }));
    await page.waitForLoadState('networkidle');
    const { record } = await server.admin.client('getPostmortem', { path: { postmortemId: ids.get(dialect) ?? '' } });
    const shown = new Set(words(await page.evaluate<string>(ALL_TEXT)));
    expect(
      textsOf(record)
        .flatMap(words)
        .filter((word) => !shown.has(word)),
    ).toEqual([]);
    await keepScreenshot(page, `postmortem-${dialect}`);
  });

  it('leads from the contents to a section, and from a link to an event', async () => {
    const page = await open('operations');
    await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Action items' }).click();
    expect(new URL(page.url()).hash).toBe('#actions');
    await becomesTrue(page, 'document.querySelector("#actions").getBoundingClientRect().top < 200');
    await becomesTrue(page, 'document.querySelector(".contents [aria-current]").textContent.includes("Action items")');
    const event = await page.locator('[id^="event-"]').last().getAttribute('id');
    const { pathname } = new URL(page.url());
    const other = await browser.open(`${pathname}#${event ?? ''}`, server.admin);
    await other.locator(`#${event ?? ''}`).waitFor();
    await becomesTrue(
      other,
      `document.getElementById(${JSON.stringify(event)}).getBoundingClientRect().top < innerHeight`,
    );
  });

  it('copies the link of a section', async () => {
    const page = await open('sev');
    await page.locator('#detection').hover();
    await page.getByRole('button', { name: 'Copy link to “Detection”' }).click();
    await expectShown(page.getByText('Link to “Detection” copied.'));
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${page.url().split('#')[0] ?? ''}#detection`);
  });

  it('moves to another status, and says who may see it', async () => {
    const page = await open('cycle');
    await page.getByRole('button', { name: /^Draft|Status: Draft/u }).click();
    await page.getByRole('menuitemradio', { name: 'In review' }).click();
    await expectShown(page.getByText('Status is now “In review”.'));
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Who may see it' }).click();
    const dialog = page.getByRole('dialog', { name: 'Who may see it' });
    await dialog.getByLabel(/Private: only/u).check();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Save access' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expectShown(page.locator('.title-block').getByText('Private'));
  });

  it('is deleted only after a question', async () => {
    const { id } = await server.admin.client('createPostmortem', {
      body: { title: 'A mistake' },
      idempotencyKey: 'del',
    });
    const page = await browser.open(`/postmortems/${id}`, server.admin);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expectShown(page.getByText('“A mistake” was deleted.'));
    await page.goto(`${server.url}/postmortems/${id}`);
    await expectShown(page.getByText('There is no such post-mortem'));
  });
});

describe('downloads', () => {
  it.each([
    ['Markdown', /\.md$/u, '# Post-Mortem: Invoice totals unavailable'],
    ['JSON, everything in it', /\.json$/u, '"timeline"'],
    ['CSV', /\.csv$/u, '14:02'],
    ['SVG picture', /\.svg$/u, '<svg'],
    ['Mermaid', /./u, 'timeline'],
    ['SEV engineering kit', /\.md$/u, '**Incident ID:**'],
  ])('%s', async (label, name, content) => {
    const page = await open('operations');
    await page.getByRole('button', { name: 'Download' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: label, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(name);
    expect(await readFile(await download.path(), 'utf8')).toContain(content);
  });

  it('paper: a report without the application around it', async () => {
    const page = await open('operations');
    await page.waitForLoadState('networkidle');
    const pdf = await page.pdf({ format: 'A4', printBackground: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: 'print' });
    for (const part of ['.app-shell__navigation', '.document-bar', '.document__side', '.section__tools'])
      expect({ [part]: await page.locator(part).first().isVisible() }).toEqual({ [part]: false });
    await expectShown(page.getByText('Incident declared as P0'));
    await keepScreenshot(page, 'postmortem-print');
  });
});

describe('hostile text', () => {
  it('neither runs nor loads anything', async () => {
    const attack =
      '<img src=x onerror="window.attacked=1"><script>window.attacked=1</script> [a](javascript:window.attacked=1) ' +
      '![b](https://elsewhere.invalid/b.png) <svg onload="window.attacked=1"> <iframe src="//elsewhere.invalid"></iframe>';
    const { id } = await server.admin.client('createPostmortem', {
      body: {
        title: attack,
        record: {
          severity: { label: attack },
          summary: { text: attack },
          roles: { authors: attack },
          impact: { customer: attack, users: attack, systems: [attack] },
          timeline: [{ at: null, text: attack, who: attack, notes: attack }],
          whys: [{ question: attack, answer: attack, parent: null }],
          factors: [{ text: attack, details: attack, category: attack }],
          actions: [{ text: attack, owner: attack, ticket: 'javascript:window.attacked=1', criterion: attack }],
          unmapped: [{ markdown: attack }],
        },
      },
      idempotencyKey: 'attack',
    });
    const page = await browser.open('/', server.admin);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${server.url}/postmortems/${id}`);
    await expectShown(page.getByRole('heading', { level: 1 }));
    await page.locator('#summary').getByRole('button', { name: /^Edit/u }).click();
    await expectShown(page.locator('.section-editor .cm-content'));
    await page.goto(`${server.url}/postmortems/${id}/history`);
    await expectShown(page.getByRole('heading', { level: 2 }));
    expect(await page.evaluate('window.attacked')).toBeUndefined();
    expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
  });
});

describe('the history', () => {
  it('tells what changed in words, and brings an earlier revision back', async () => {
    const { id } = await server.admin.client('createPostmortem', {
      body: {
        title: 'Slow search',
        record: { summary: { text: 'Search was slow for ten minutes.' }, timeline: [], actions: [] },
      },
      idempotencyKey: 'history',
    });
    const { record, revision } = await server.admin.client('getPostmortem', { path: { postmortemId: id } });
    const ben = await server.join('contributor');
    await ben.client('replacePostmortem', {
      path: { postmortemId: id },
      body: { record: { ...record, summary: { text: 'Search was slow for twenty minutes.' } } },
      ifMatch: revision,
    });
    const page = await browser.open(`/postmortems/${id}/history`, server.admin);
    await expectShown(page.locator('ins', { hasText: 'twenty' }));
    await expectShown(page.locator('del', { hasText: 'ten' }));
    await expectShown(page.getByText('contributor').first());
    await expectAccessible(page);
    await keepScreenshot(page, 'history-diff');
    await page.getByRole('button', { name: /^1 / }).click();
    await page.getByRole('button', { name: 'Restore revision 1' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
    await expectShown(page.getByText('Revision 1 is the current one again.'));
    const restored = await server.admin.client('getPostmortem', { path: { postmortemId: id } });
    expect(restored.record.summary?.text).toBe('Search was slow for ten minutes.');
  });

  it('compares any two revisions', async () => {
    const { id } = await server.admin.client('createPostmortem', { body: { title: 'One' }, idempotencyKey: 'two' });
    for (const owner of ['Ada', 'Ben', 'Cleo']) {
      await server.admin.client('addAction', {
        path: { postmortemId: id },
        body: { text: `Ask ${owner}` },
        idempotencyKey: owner,
      });
    }
    const { items } = await server.admin.client('listRevisions', { path: { postmortemId: id } });
    const page = await browser.open(`/postmortems/${id}/history`, server.admin);
    await page.locator('.revision').last().hover();
    await page.locator('.revision').last().getByRole('button', { name: 'Compare' }).click();
    await expectShown(
      page.getByText(`What changed from revision ${String(items.at(-1)?.revision)} to ${String(items[0]?.revision)}`),
    );
    await expectShown(page.locator('ins', { hasText: 'Ask Cleo' }));
  });
});

/** All text of the document, folded or not; texts of neighbours stay apart. */
const ALL_TEXT = `(() => {
  const walker = document.createTreeWalker(document.querySelector('.document'), NodeFilter.SHOW_TEXT);
  const texts = [...document.querySelectorAll('.document [title]')].map((element) => element.title);
  while (walker.nextNode()) texts.push(walker.currentNode.data);
  return texts.join(' ');
})()`;

/** What names something for programs and is shown in words: readings of times, ids of templates, kinds, places. */
const FOR_PROGRAMS = new Set([
  'instant',
  'until',
  'precision',
  'zone',
  'dialect',
  'horizon',
  'kind',
  'after',
  'moments',
  'people',
]);

/** Every text in a value that a person wrote. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => (FOR_PROGRAMS.has(key) ? [] : textsOf(child)));
}

/** Words of a text, without addresses and the languages of code. */
function words(text: string): string[] {
  return text
    .replaceAll(/\]\([^)]*\)|https?:\/\/\S+|^```\w+/gmu, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);
}

/** Waits until an expression is true in the page, whose policy lets nothing evaluate text there but the browser itself. */
async function becomesTrue(page: Page, expression: string): Promise<void> {
  await expect.poll(() => page.evaluate<boolean>(expression), { timeout: 8000 }).toBe(true);
}
