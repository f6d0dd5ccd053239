import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

import { figure, printTable } from '../print-table.ts';
import { call } from './load.ts';
import { numbers } from './numbers.ts';
import { type BenchServer, startBenchServer } from './running-server.ts';
import { makeRecord } from './seed.ts';

const VISITS = 7;
const ROWS = 200;
const EVENTS = 2000;
/** One process for everything saves memory where functions run, and ends with the first window that closes. */
const UNFIT = /single-process|no-zygote|disable-web-security|site-isolation|headless/u;

/** Collects what the browser says of a page from its first moment on; `READY` is what makes it one that answers. */
const WATCH = `
  window.bench = { blocked: 0, ready: 0, frames: [] };
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries())
      if (window.bench.ready === 0 || startTime < window.bench.ready) window.bench.blocked += Math.max(0, duration - 50);
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    if (document.querySelector(READY) === null) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => { window.bench.ready = performance.now(); }, 0));
  };
  look();`;

const RECORD_FRAMES = `{
  window.bench.frames = [];
  window.bench.isRecording = true;
  let last = performance.now();
  const frame = (now) => {
    window.bench.frames.push(now - last);
    last = now;
    if (window.bench.isRecording) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}`;

const SCRIPT_KB = `performance.getEntriesByType('resource')
  .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000`;

/** What pages weigh, how soon they answer, and how smoothly a long timeline is scrolled and written in. */
export async function benchPages(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'nevertwice-bench-pages-'));
  const server = await startBenchServer(directory);
  const browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: sparticuz.args.filter((argument) => !UNFIT.test(argument)),
  });
  try {
    for (let index = 0; index < ROWS; index += 1) await create(server, index, 20);
    const long = await create(server, ROWS, EVENTS);
    const short = await create(server, ROWS + 1, 20);
    await visits({ browser, server }, short);
    await longTimeline({ browser, server }, long);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

interface Stage {
  readonly browser: Browser;
  readonly server: BenchServer;
}

async function create({ headers, url }: BenchServer, index: number, eventsEach: number): Promise<string> {
  const record = makeRecord(numbers(index + 1), { start: Date.UTC(2026, 0, 1), eventsEach, index });
  const answer = await call(`${url}/api/v1/postmortems`, {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
    body: { title: record.title, record },
  });
  return (JSON.parse(answer) as { id: string }).id;
}

/** A window that has never been here: nothing is in its cache. */
async function newWindow({ browser, server }: Stage, ready: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 820 } });
  const [name = '', value = ''] = (server.headers['cookie'] ?? '').split('=');
  await context.addCookies([{ name, value, url: server.url }]);
  await context.addInitScript(WATCH.replace('READY', JSON.stringify(ready)));
  return { context, page: await context.newPage() };
}

interface Visit {
  readonly ready: number;
  readonly blocked: number;
  readonly kilobytes: number;
}

async function visit(stage: Stage, { path, ready }: { path: string; ready: string }): Promise<Visit> {
  const { context, page } = await newWindow(stage, ready);
  await page.goto(`${stage.server.url}${path}`);
  while ((await page.evaluate<number>('window.bench.ready')) === 0) await wait(50);
  // What is loaded in the quiet afterwards counts, too.
  await wait(1500);
  const seen = await page.evaluate<Visit>(
    `({ ready: window.bench.ready, blocked: window.bench.blocked, kilobytes: ${SCRIPT_KB} })`,
  );
  await context.close();
  return seen;
}

async function visits(stage: Stage, id: string): Promise<void> {
  const rows: string[][] = [['cold, median', 'JavaScript kB', 'aim', 'answers after ms', 'aim', 'blocked ms', 'aim']];
  const pages = [
    { name: 'list', path: '/postmortems', ready: '.list-rows li', aims: ['150', '500', '50'] },
    { name: 'reading a post-mortem', path: `/postmortems/${id}`, ready: '#timeline tr', aims: ['250', '–', '–'] },
  ];
  for (const { aims, name, path, ready } of pages) {
    const seen: Visit[] = [];
    for (let count = 0; count < VISITS; count += 1) seen.push(await visit(stage, { path, ready }));
    const middle = (key: keyof Visit): string =>
      figure(
        part(
          seen.map((each) => each[key]),
          0.5,
        ),
      );
    rows.push([name, middle('kilobytes'), aims[0]!, middle('ready'), aims[1]!, middle('blocked'), aims[2]!]);
  }
  printTable(
    `Pages in a browser that has never been here, ${ROWS} post-mortems`,
    rows,
    'JavaScript as it is sent, with what is loaded in the second and a half afterwards. Blocked: beyond 50 ms of a task.',
  );
}

async function longTimeline(stage: Stage, id: string): Promise<void> {
  const { context, page } = await newWindow(stage, '#timeline tr');
  page.setDefaultTimeout(60_000);
  await page.goto(`${stage.server.url}/postmortems/${id}`);
  const section = page.locator('#timeline');
  await section.getByRole('button', { name: /^Edit “/u }).click();
  await section.locator('.timeline--editing').waitFor();
  const scrolling = await framesWhile(page, async () => {
    await page.mouse.move(640, 400);
    for (let step = 0; step < 90; step += 1) {
      await page.mouse.wheel(0, 120);
      await wait(16);
    }
  });
  await page.locator('tr[data-row]').first().focus();
  await page.keyboard.press('Enter');
  const writing = await framesWhile(page, () => page.keyboard.type('what happened, in words', { delay: 60 }));
  printTable(
    `A timeline of ${EVENTS.toLocaleString('en')} events that is being edited (aim: 60 frames a second, 16.7 ms each)`,
    [
      ['ms per frame', 'median', 'p95', 'longest', 'in time'],
      frameCells('scrolling', scrolling),
      frameCells('typing in a cell', writing),
    ],
    'Drawn without a graphics card, so absolute figures are the worst case.',
  );
  await context.close();
}

function frameCells(name: string, frames: readonly number[]): string[] {
  const inTime = frames.filter((each) => each <= 17.5).length / frames.length;
  const figures = [part(frames, 0.5), part(frames, 0.95), Math.max(...frames)].map(figure);
  return [name, ...figures, `${Math.round(inTime * 100)} %`];
}

async function framesWhile(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(RECORD_FRAMES);
  await work();
  return page.evaluate<number[]>('(window.bench.isRecording = false, window.bench.frames.slice(1))');
}

function part(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
