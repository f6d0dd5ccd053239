import { chance, code } from './chance.ts';
import { iso } from './clock.ts';
import { CART_SKEW_SECONDS, SHA, T, tag } from './story.ts';
import { healthChecks, REQUESTS } from './traffic.ts';

interface Entry {
  readonly at: number;
  readonly level: 'INFO' | 'WARN' | 'ERROR';
  readonly text: string;
}

/** The log of cart: logfmt in UTC. The clock of its nodes is ahead, so every time it writes is later than it was. */
export function cartLog(): { text: string; records: number } {
  const random = chance('cart-log');
  const entries = [...health(), ...saved(), ...failedCalls(), ...started()].toSorted((a, b) => a.at - b.at);
  const lines = entries.map(({ at: time, level, text }) => {
    const written = iso(time + CART_SKEW_SECONDS * 1000, 3);
    return `time=${written} level=${level} ${text} pod=cart-${random.pick(['7qk2m', 'hd9xp', 'w4v8z'])}\n`;
  });
  return { text: lines.join(''), records: entries.length };
}

const health = (): Entry[] =>
  healthChecks(83_027).map((time) => ({ at: time, level: 'INFO', text: 'msg="GET /healthz" status=200 took=412µs' }));

function saved(): Entry[] {
  const random = chance('cart-saved');
  return REQUESTS.filter(({ failed }) => !failed).flatMap(({ at: time }) =>
    random.next() < 0.72
      ? [
          {
            at: time - random.whole(20_000, 90_000),
            level: 'INFO' as const,
            text: `msg="cart saved" cart=${code(`cart:${time}`, 8, 'abcdefghjkmnpqrstvwxyz23456789')} lines=${random.whole(1, 9)} took=${random.whole(6, 31)}ms`,
          },
        ]
      : [],
  );
}

// cart asks checkout-api whether a cart can be paid; both write the same trace, 42 s apart by their clocks.
const failedCalls = (): Entry[] =>
  REQUESTS.filter(({ failed, thread, at: time }) => failed && (thread % 2 === 0 || time === T.firstError)).map(
    ({ at: time, trace, milliseconds }) => ({
      at: time + 6,
      level: 'ERROR',
      text: `msg="checkout call failed" upstream=checkout-api status=503 took=${(milliseconds / 1000).toFixed(3)}s trace=${trace} err="unexpected status 503 Service Unavailable"`,
    }),
  );

const started = (): Entry[] => [
  { at: T.cartRollout + 2_310, level: 'INFO', text: `msg=starting version=${tag(SHA.cartMerge)} go=go1.24.1` },
  {
    at: T.cartRollout + 2_655,
    level: 'WARN',
    text: 'msg="clock differs from the Date header of checkout-api" offset=42.0s',
  },
  { at: T.cartRollout + 2_702, level: 'INFO', text: 'msg=listening addr=:8080' },
  { at: T.cartRollout + 27_418, level: 'INFO', text: `msg=starting version=${tag(SHA.cartMerge)} go=go1.24.1` },
  { at: T.cartRollout + 27_800, level: 'INFO', text: 'msg=listening addr=:8080' },
  { at: T.cartRollout + 52_090, level: 'INFO', text: `msg=starting version=${tag(SHA.cartMerge)} go=go1.24.1` },
  { at: T.cartRollout + 52_471, level: 'INFO', text: 'msg=listening addr=:8080' },
];
