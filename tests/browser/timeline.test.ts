import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import {
  expectAccessible,
  expectShown,
  keepScreenshot,
  openBrowser,
  type TestBrowser,
} from '../support/open-browser.ts';
import { testServer, type TestServer } from '../support/test-server.ts';

const EVIDENCE = 'examples/checkout-outage/evidence';

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

const TIMELINE = [
  ['12:05', 'Deployed api 42'],
  ['12:20', 'Errors rise'],
  ['12:21', 'Alert on error rate'],
  ['12:40', 'Rolled back api. Errors fall.'],
  [null, 'Somebody restarted the queue'],
] as const;

let made = 0;

async function makePostmortem(rows: readonly (readonly [string | null, string])[] = TIMELINE): Promise<string> {
  made += 1;
  const timeline = rows.map(([written, text]) => ({ at: written === null ? null : unresolved(written), text }));
  const { id } = await server.admin.client('createPostmortem', {
    body: {
      title: `Outage ${String(made)}`,
      dialect: 'sev',
      record: { timeline, timelineZone: 'UTC', incident: { date: unresolved('2026-03-17') }, actions: [] },
    },
    idempotencyKey: `timeline-${String(made)}`,
  });
  return id;
}

function unresolved(written: string) {
  return { written, instant: null, precision: 'unknown', approximate: false, zone: null, zoneStated: false };
}

async function openEditor(id: string, patience = 10_000): Promise<Page> {
  const page = await browser.open(`/postmortems/${id}`, server.admin);
  page.setDefaultTimeout(patience);
  const place = page.locator('#timeline');
  await place.scrollIntoViewIfNeeded();
  await place.getByRole('button', { name: /^Edit “/u }).click();
  await place.locator('.timeline--editing').waitFor();
  return page;
}

const options = (page: Page): Locator => page.locator('.pool-row');
const rows = (page: Page): Locator => page.locator('tr[data-row]');
const rowWith = (page: Page, text: string): Locator => rows(page).filter({ hasText: text });

async function storedTimeline(id: string): Promise<string[]> {
  const { record } = await server.admin.client('getPostmortem', { path: { postmortemId: id } });
  return record.timeline.map(({ at, text }) => `${at?.instant?.slice(11, 16) ?? '–'} ${text}`);
}

async function expectStored(id: string, timeline: readonly string[]): Promise<void> {
  await expect.poll(() => storedTimeline(id), { timeout: 8000 }).toEqual(timeline);
}

async function evidenceFiles(): Promise<string[]> {
  const found = await readdir(EVIDENCE, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('a post-mortem from evidence', () => {
  it('comes of files that are dropped, with a true timeline, in one click more', async () => {
    const page = await browser.open('/new', server.admin);
    await expectShown(page.getByRole('button', { name: 'Choose files' }));
    await keepScreenshot(page, 'new');
    await expectAccessible(page);
    await dropFiles(page, await evidenceFiles());
    await expectShown(page.getByText('30 recognised'));
    await expectShown(page.getByRole('button', { name: 'Create post-mortem' }));
    await expectShown(page.getByText('Impact started', { exact: true }));
    await keepScreenshot(page, 'new-from-evidence');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Create post-mortem' }).click();
    await page.waitForURL(/\/postmortems\//u);
    const id = page.url().split('/').at(-1) ?? '';
    const { record, rows: metas } = await server.admin.client('getPostmortem', { path: { postmortemId: id } });
    const moments = record.timeline.flatMap(({ at, moments: kinds = [] }) =>
      kinds.map((kind) => `${kind} ${at?.instant?.slice(11, 16) ?? ''}`),
    );
    expect(moments).toEqual(expect.arrayContaining(['impact-started 13:21', 'mitigated 13:58', 'resolved 15:20']));
    expect(metas['timeline']?.every(({ sources = [] }) => sources.length > 0)).toBe(true);
  }, 60_000);

  it('says at the file what could not be read, and lets a moment be chosen', async () => {
    const page = await browser.open('/new', server.admin);
    await page.locator('input[aria-label="Files"]').setInputFiles([
      { name: 'empty.log', mimeType: 'text/plain', buffer: Buffer.from('') },
      { name: 'picture.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([0, 1, 2, 255, 254, 0, 0, 9]) },
      ...(await Promise.all(
        ['pagerduty-log-entries.json', 'statuspage-incident.json'].map(async (name) => ({
          name,
          mimeType: 'application/json',
          buffer: await readFile(join(EVIDENCE, name)),
        })),
      )),
    ]);
    await expectShown(page.getByText('The file is empty.'));
    await expectShown(page.getByText('not recognised; kept as it is'));
    const change = page.getByRole('button', { name: 'Change Resolved' });
    await change.click();
    await page.getByLabel('None of these; leave it open').check();
    await change.click();
    await expectShown(page.getByRole('group', { name: 'Resolved' }).getByText('not known'));
  });
});

/** Drops files onto the page as a person does. */
async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const files = await Promise.all(
    paths.map(async (path) => ({
      name: path.split('/').at(-1) ?? '',
      content: (await readFile(path)).toString('base64'),
    })),
  );
  const transfer = await page.evaluateHandle<unknown>(`((files) => {
    const transfer = new DataTransfer();
    for (const { content, name } of files)
      transfer.items.add(new File([Uint8Array.from(atob(content), (character) => character.codePointAt(0))], name));
    return transfer;
  })(${JSON.stringify(files)})`);
  await page.locator('.drop-zone').dispatchEvent('drop', { dataTransfer: transfer });
}

describe('the timeline editor', () => {
  it('adds events in one line each, where their times belong', async () => {
    const id = await makePostmortem();
    const page = await openEditor(id);
    const line = page.getByLabel('Add an event');
    await line.fill('12:30 paged Ana');
    await expectShown(page.getByText('Tue 17 Mar, 12:30 UTC'));
    await line.press('Enter');
    await line.fill('nobody knows when');
    await line.press('Enter');
    await expectStored(id, [
      '12:05 Deployed api 42',
      '12:20 Errors rise',
      '12:21 Alert on error rate',
      '12:30 paged Ana',
      '12:40 Rolled back api. Errors fall.',
      '– Somebody restarted the queue',
      '– nobody knows when',
    ]);
    await keepScreenshot(page, 'timeline-editor');
    await expectAccessible(page);
  });

  it('retimes, splits, merges, folds and marks by the keyboard alone', async () => {
    const id = await makePostmortem();
    const page = await openEditor(id);
    await rowWith(page, 'Errors rise').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await expectShown(rowWith(page, 'Errors rise').getByText('12:20'));
    await expectShown(rowWith(page, 'Errors rise').getByText('12:22'));
    await page.keyboard.press('m');
    const moment = page.getByRole('menuitemcheckbox', { name: /^Impact started/u });
    await moment.waitFor();
    await moment.press('Enter');
    await page.keyboard.press('Escape');
    await expectShown(rowWith(page, 'Errors rise').locator('.timeline-moment'));

    await rowWith(page, 'Rolled back api').focus();
    await page.keyboard.press('s');
    await expectShown(rowWith(page, 'Errors fall.').filter({ hasNotText: 'Rolled' }));
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('g');
    await expectShown(rowWith(page, 'Rolled back api.').getByText('Also 12:40: Errors fall.'));

    await rowWith(page, 'Alert on error rate').focus();
    await page.keyboard.press('f');
    await expectShown(rowWith(page, 'Deployed api 42').getByText('1 event folded'));
    await page.keyboard.press('t');
    await page.keyboard.type('12:06');
    await page.keyboard.press('Enter');
    await expectStored(id, [
      '12:06 Deployed api 42',
      '12:21 Alert on error rate',
      '12:22 Errors rise',
      '12:40 Rolled back api.',
      '– Somebody restarted the queue',
    ]);
    const { record, rows: metas } = await server.admin.client('getPostmortem', { path: { postmortemId: id } });
    expect(record.timeline.find(({ text }) => text === 'Errors rise')?.moments).toEqual(['impact-started']);
    expect(metas['timeline']?.[2]?.original?.at?.written).toBe('12:20');
  });

  it('deletes with a way back, and says what a line means in another zone', async () => {
    const id = await makePostmortem();
    const page = await openEditor(id);
    await rowWith(page, 'Errors rise').focus();
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expectShown(rowWith(page, 'Errors rise'));
    await page.getByLabel('Zone of the times').selectOption('Asia/Tokyo');
    await expectShown(rowWith(page, 'Errors rise').getByText('21:20'));
    await page.getByLabel('Add an event').fill('21:30 paged Ana');
    await page.getByLabel('Add an event').press('Enter');
    await expect.poll(() => storedTimeline(id), { timeout: 8000 }).toContain('12:30 paged Ana');
  });

  it('moves an event that is dragged in the picture', async () => {
    const id = await makePostmortem();
    const page = await openEditor(id);
    const dot = page.locator('.timeline-picture__dot').first();
    const box = await dot.boundingBox();
    const picture = await page.locator('.timeline-picture__drawing').boundingBox();
    if (box === null || picture === null) throw new Error('The picture is not drawn.');
    const isAcross = picture.width > picture.height * 1.5;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + (isAcross ? 60 : 3), box.y + (isAcross ? 3 : 60), { steps: 5 });
    await page.mouse.up();
    await expectShown(rowWith(page, 'Deployed api 42').locator('del'));
    const moved = await storedTimelineOnce(id);
    expect(moved.filter((row) => /^1[23]:\d\d Deployed api 42$/u.test(row))).toHaveLength(1);
  });

  async function storedTimelineOnce(id: string): Promise<string[]> {
    await expect.poll(() => storedTimeline(id), { timeout: 8000 }).not.toContain('12:05 Deployed api 42');
    return storedTimeline(id);
  }

  it('keeps up with typing in a timeline of 2,000 events', async () => {
    const many = Array.from({ length: 2000 }, (_none, index): readonly [string, string] => {
      const seconds = 8 * 3600 + index * 20;
      const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
      return [parts.map((part) => String(part).padStart(2, '0')).join(':'), `request ${String(index)} failed`];
    });
    const id = await makePostmortem(many);
    const page = await openEditor(id, 30_000);
    const frames = await page.evaluate<number[]>(MEASURE_SCROLL);
    await rows(page).first().focus();
    await page.keyboard.press('Enter');
    await page.evaluate(WATCH_FRAMES);
    await page.keyboard.type(' and was tried again', { delay: 30 });
    const typing = await page.evaluate<number[]>('globalThis.stopFrames()');
    await page.keyboard.press('Enter');
    console.log(`2,000 events: ${told('scrolling', frames)}; ${told('typing', typing)}`);
    await expect.poll(() => storedTimeline(id).then((all) => all[0]), { timeout: 15_000 }).toContain('was tried again');
    expect(frames.length).toBeGreaterThan(10);
  }, 60_000);
});

function told(what: string, frames: readonly number[]): string {
  const sorted = frames.toSorted((one, other) => one - other);
  const at = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1);
  return `${what} ${String(sorted.length)} frames, median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`;
}

const WATCH_FRAMES = `(() => {
  const frames = []; let last = performance.now(); let on = true;
  const step = (now) => { frames.push(now - last); last = now; if (on) requestAnimationFrame(step); };
  requestAnimationFrame(step);
  globalThis.stopFrames = () => { on = false; return frames.slice(1); };
})()`;

const MEASURE_SCROLL = `new Promise((resolve) => {
  const frames = []; let last = performance.now();
  const step = (now) => {
    frames.push(now - last); last = now; scrollBy(0, 240);
    if (frames.length < 120) requestAnimationFrame(step); else resolve(frames.slice(1));
  };
  requestAnimationFrame(step);
})`;

describe('the timeline to read', () => {
  it('shows the same event in picture and table, and leads to it by its address', async () => {
    const id = await makePostmortem();
    const page = await browser.open(`/postmortems/${id}`, server.admin);
    const picture = page.getByRole('application', { name: /^Timeline to scale/u });
    await picture.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expectShown(page.locator('.timeline-card').getByText('Errors rise'));
    await expectShown(page.locator('.timeline-row[data-pointed="true"]').getByText('Errors rise'));
    await page.keyboard.press('+');
    await expectShown(page.getByRole('button', { name: 'Show everything' }));
    const { rows: metas } = await server.admin.client('getPostmortem', { path: { postmortemId: id } });
    const last = metas['timeline']?.at(3)?.id ?? '';
    const other = await browser.open(`/postmortems/${id}#event-${last}`, server.admin);
    await expectShown(other.locator('.timeline-row[data-pointed="true"]').getByText('Rolled back api'));
  });

  it('is printed in full, however long it is', async () => {
    const id = await makePostmortem(
      Array.from({ length: 400 }, (_none, index) => [
        `12:${String(index % 60).padStart(2, '0')}`,
        `event ${String(index)}`,
      ]),
    );
    const page = await browser.open(`/postmortems/${id}`, server.admin);
    await page.locator('.timeline-table').waitFor();
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.timeline-table tr.timeline-row').count()).toBe(400);
    await keepScreenshot(page, 'timeline-print');
  });
});

describe('the evidence page', () => {
  let id: string;

  beforeAll(async () => {
    ({ id } = await server.admin.client('createDemo', { idempotencyKey: 'timeline-demo' }));
  }, 60_000);

  it('finds events, adds one with its source, and shows its line', async () => {
    const page = await browser.open(`/postmortems/${id}/evidence`, server.admin);
    await expectShown(options(page));
    await page.locator('.timeline--editing').waitFor();
    await keepScreenshot(page, 'evidence');
    await expectAccessible(page);
    const before = await storedTimeline(id);
    await page.getByLabel('Search the evidence').fill('gradle');
    await expect.poll(() => options(page).count()).toBeLessThan(8);
    await page.getByRole('listbox').focus();
    await page.keyboard.press('a');
    await expectShown(options(page).first().getByRole('img', { name: 'in the timeline' }));
    await expect.poll(() => storedTimeline(id), { timeout: 8000 }).toHaveLength(before.length + 1);
    await page.keyboard.press('Enter');
    const line = page.locator('.raw-line[aria-current="location"]');
    await expectShown(line);
    expect(await line.textContent()).toMatch(/^\d+\S/u);
    await keepScreenshot(page, 'evidence-raw');
    await expectAccessible(page);
  });

  it('is for reading where one may only read', async () => {
    const reader = await server.join('reader');
    const page = await browser.open(`/postmortems/${id}/evidence`, reader, { theme: 'dark' });
    await expectShown(options(page));
    expect(await page.getByRole('button', { name: /Add/u }).count()).toBe(0);
    await keepScreenshot(page, 'evidence-dark');
    await expectAccessible(page);
  });

  it('fits a phone', async () => {
    const page = await browser.open(`/postmortems/${id}/evidence`, server.admin, { phone: true, theme: 'dark' });
    await expectShown(options(page));
    await keepScreenshot(page, 'evidence-phone');
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });
});
