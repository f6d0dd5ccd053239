import { chance, code, hex } from './chance.ts';
import { at } from './clock.ts';
import { healthChecks, LOG_SPAN, REQUESTS } from './traffic.ts';

interface Entry {
  readonly time: number;
  readonly level: 30 | 40 | 50;
  readonly rest: Readonly<Record<string, unknown>>;
  readonly msg: string;
}

const HOST = `payments-${code('payments:template', 10, 'bcdfghjklmnpqrstvwxz2456789')}-`;

/** The log of payments: JSON lines as pino writes them, epoch milliseconds. */
export function paymentsLog(): { text: string; records: number } {
  const random = chance('payments-log');
  const entries = [...health(), ...authorised(), ...hungUp(), ...slowProvider(), ...oddities()].toSorted(
    (a, b) => a.time - b.time,
  );
  const lines = entries.map(({ time, level, rest, msg }) =>
    JSON.stringify({
      level,
      time,
      pid: 1,
      hostname: HOST + random.pick(['4kzqn', 'x8v2d']),
      name: 'payments',
      ...rest,
      msg,
    }),
  );
  return { text: `${lines.join('\n')}\n`, records: entries.length };
}

const health = (): Entry[] =>
  healthChecks(48_310).map((time) => ({
    time,
    level: 30,
    rest: { req: { method: 'GET', url: '/healthz' }, res: { statusCode: 200 }, responseTime: 1 },
    msg: 'request completed',
  }));

const authorised = (): Entry[] =>
  REQUESTS.filter(({ failed }) => !failed).map(({ at: time, order, trace, thread }) => ({
    time: time - 60,
    level: 30,
    rest: { traceId: trace, orderId: order, provider: 'psp', amountMinor: 1900 + thread * 37, currency: 'EUR' },
    msg: 'payment authorised',
  }));

// checkout-api gives up after five seconds: payments sees a caller that has gone away.
const hungUp = (): Entry[] =>
  REQUESTS.filter(({ failed, thread }) => failed && thread % 3 !== 0).map(({ at: time, trace, milliseconds }) => ({
    time: time + 11,
    level: 40,
    rest: { traceId: trace, caller: 'checkout-api', responseTime: milliseconds - 30 },
    msg: 'client closed request before the answer',
  }));

/** The wrong trail: the provider is slow for a while, for reasons of its own, and no payment fails by it. */
function slowProvider(): Entry[] {
  const random = chance('slow-provider');
  const entries: Entry[] = [];
  for (let time = at('13:16:12.450'); time < at('13:41:00'); time += random.whole(40, 85) * 1000) {
    entries.push({
      time,
      level: 40,
      rest: { provider: 'psp', p95: random.whole(1200, 2100), limit: 1000 },
      msg: 'provider latency above limit',
    });
  }
  return entries;
}

function oddities(): Entry[] {
  const random = chance('payments-oddities');
  const declined = Array.from({ length: 26 }, (_, index): Entry => ({
    time: LOG_SPAN.from + 211_000 + index * 540_000 + random.whole(0, 200_000),
    level: 30,
    rest: { provider: 'psp', reason: random.pick(['insufficient_funds', 'expired_card', 'do_not_honour']) },
    msg: 'card declined',
  }));
  return [...declined, refusedWebhook('12:08:33.017'), refusedWebhook('14:29:05.880')];
}

const refusedWebhook = (time: string): Entry => ({
  time: at(time),
  level: 50,
  rest: {
    err: {
      type: 'SignatureError',
      message: 'webhook signature does not match',
      stack:
        'SignatureError: webhook signature does not match\n    at verify (/app/src/webhooks/verify.js:41:11)\n    at async receive (/app/src/webhooks/receive.js:18:3)',
    },
    requestId: hex(`webhook:${time}`, 12),
  },
  msg: 'webhook refused',
});
