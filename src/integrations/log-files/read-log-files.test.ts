import { afterAll, describe, expect, it } from 'vitest';

import { logLine, START, temporaryDirectory, writeLog } from './log-files.fixture.ts';
import { planLog } from './plan-log.ts';
import { readLogFiles } from './read-log-files.ts';

const directory = temporaryDirectory();
afterAll(() => directory.end());

const ALL = { window: { from: -Infinity, to: Infinity }, notable: true };

describe('logs on several threads', () => {
  it('give what one thread gives', async () => {
    const plans = [0, 1].map((file) => {
      const lines = Array.from({ length: 120_000 }, (_, index) =>
        logLine(
          START + index * 100,
          `order ${String(index)} of shop ${String(file)} is gone`,
          index % 7 === 0 ? 'ERROR' : 'INFO',
        ),
      );
      return writeLog(directory.path, `shop-${String(file)}.log`, `${lines.join('\n')}\n`);
    });
    const seriesWith = async (threads: number): Promise<unknown> => {
      const { miner, stats } = await readLogFiles(plans, ALL, { cache: null, threads, leastForThreads: 0 });
      const { series } = stats.toData();
      return series
        .map(({ shape, ...rest }) => ({ ...rest, template: miner.template(shape) }))
        .toSorted((a, b) => a.firstPlace - b.firstPlace);
    };
    expect(await seriesWith(3)).toEqual(await seriesWith(1));
  });

  it('keep a record together that goes on behind a piece of work', async () => {
    const record = (index: number): string =>
      `${logLine(START + index, 'gone')}\n\tat com.shop.Pool.take(Pool.java:41)\n\tat com.shop.Cart.pay(Cart.java:7)`;
    const text = Array.from({ length: 120_000 }, (_, index) => record(index)).join('\n');
    const plan = writeLog(directory.path, 'traces.log', `${text}\n`);
    expect(plan.size).toBeGreaterThan(8 << 20);
    const { miner, stats } = await readLogFiles([plan], ALL, { cache: null, threads: 1 });
    expect(stats.toData().series.map(({ shape, count }) => [miner.template(shape), count])).toEqual([
      ['gone · trace at com.shop.Pool.take, com.shop.Cart.pay', 120_000],
    ]);
  });

  it('end when reading is stopped by a failure', async () => {
    const plan = writeLog(directory.path, 'gone.log', `${logLine(START, 'gone')}\n`.repeat(200_000));
    const missing = { ...plan, path: `${plan.path}.not` };
    const { logs } = await readLogFiles([missing, plan], ALL, { cache: null, threads: 2, leastForThreads: 0 });
    expect(logs.map(({ trouble }) => trouble === null)).toEqual([false, true]);
  });
});

describe('a log with a zone of its own', () => {
  it('is read in it', () => {
    const { path } = writeLog(directory.path, 'db.log', `${logLine(START, 'gone')}\n`);
    const zones = new Map([['db.log', 'Europe/Berlin']]);
    expect(planLog(path, 'db.log', { zone: 'UTC', zones })?.context.zone).toBe('Europe/Berlin');
    expect(planLog(path, 'app.log', { zone: 'UTC', zones })?.context.zone).toBe('UTC');
  });
});
