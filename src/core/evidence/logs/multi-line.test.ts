import { describe, expect, it } from 'vitest';

import type { EvidenceText, ReadContext } from '../types.ts';
import { readLog } from './read-log.ts';

const context: ReadContext = {
  lookups: { people: new Map(), revisions: new Map(), channels: new Map() },
  now: '2026-12-31T00:00:00Z',
};

/** Lines below a record, as they come from each language. */
const BELOW: readonly (readonly [string, string])[] = [
  [
    'Java',
    'java.lang.IllegalStateException: no pool\n\tat com.acme.Pool.take(Pool.java:41)\n\t... 12 more\nCaused by: java.net.ConnectException: refused\n\tat com.acme.Socket.open(Socket.java:7)',
  ],
  [
    'Python',
    'Traceback (most recent call last):\n  File "/app/pool.py", line 41, in take\n    raise PoolError("empty")\nPoolError: empty\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\nValueError: 2026',
  ],
  [
    'Go',
    'panic: runtime error: invalid memory address\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x4a]\n\ngoroutine 1 [running]:\nmain.take(0xc000012345)\n\t/app/pool.go:41 +0x1d\nexit status 2',
  ],
  [
    '.NET',
    'System.InvalidOperationException: no pool\n ---> System.Net.Sockets.SocketException (111): refused\n   at Shop.Pool.Take() in /app/Pool.cs:line 41\n   --- End of inner exception stack trace ---',
  ],
  [
    'Node',
    "TypeError: Cannot read properties of undefined (reading 'id')\n    at take (/app/pool.js:41:7)\n    at async main (/app/main.js:3:1) {\n  code: 'EPOOL'\n}",
  ],
  ['Ruby', "app/pool.rb:41:in `take': no pool (PoolError)\n\tfrom app/main.rb:3:in `<main>'"],
  [
    'Rust',
    "thread 'main' panicked at src/pool.rs:41:5:\nno pool\nstack backtrace:\n   0: rust_begin_unwind\n   1: shop::pool::take\n             at ./src/pool.rs:41:5\nnote: run with `RUST_BACKTRACE=full`",
  ],
  ['PHP', 'Stack trace:\n#0 /app/pool.php(41): Pool->take()\n#1 {main}\n  thrown in /app/pool.php on line 41'],
  ['SQL', "\tSELECT id\n\t  FROM orders\n\t WHERE placed > '2026-02-23 08:00:00'\n-- of the report\nORDER BY id"],
  ['JSON', '{\n  "order": 12,\n  "placed": "2026-02-23T08:00:00Z"\n}'],
];

/** What stands before the message in logs of several kinds. */
const HEADS: readonly (readonly [string, (minute: number) => string])[] = [
  ['ISO', (minute) => `2026-02-23T08:${String(minute)}:30Z ERROR`],
  ['syslog', (minute) => `Feb 23 08:${String(minute)}:30 web-1 shop[41]:`],
  ['level first', (minute) => `ERROR [main] 2026-02-23 08:${String(minute)}:30,123 Pool:`],
  ['PostgreSQL', (minute) => `2026-02-23 08:${String(minute)}:30.123 UTC [41] ERROR: `],
];

describe('lines below a record', () => {
  it.each(HEADS.flatMap(([head, write]) => BELOW.map(([name, below]) => [name, head, write, below] as const)))(
    '%s below %s belongs to it',
    (...[, , write, below]) => {
      const text = [`${write(15)} failed`, below, `${write(16)} failed again`, below, `${write(17)} over`, ''].join(
        '\n',
      );
      const { events } = readLog(evidence(text), context, { format: 'plain-log', layout: null });
      expect(events.map((event) => event.at.instant?.slice(14, 16))).toEqual(['15', '16', '17']);
      expect(events.map((event) => event.details?.trim())).toEqual([below.trim(), below.trim(), undefined]);
    },
  );

  it('may each have a stamp of their own, as containers give them', () => {
    const stamp = '2026-02-23T08:15:30.123456789Z stderr F';
    const below = (BELOW[0]?.[1] ?? '').split('\n').map((line) => `${stamp} ${line}`);
    const text = [`${stamp} ERROR no pool`, ...below.slice(1), `${stamp} INFO over`].join('\n');
    const { events } = readLog(evidence(text), context, { format: 'container-log', layout: 'container-log' });
    expect(events.map((event) => event.text)).toEqual(['no pool', 'over']);
  });

  it('are what a database says further about a message', () => {
    const stamp = '2026-02-23 08:15:30.123 UTC [41] app@shop';
    const lines = [
      'ERROR:  duplicate key',
      'DETAIL:  Key (id)=(12) already exists.',
      'STATEMENT:  INSERT INTO orders',
      'LOG:  over',
    ];
    const text = lines.map((line) => `${stamp} ${line}`).join('\n');
    const { events } = readLog(evidence(text), context, { format: 'postgresql', layout: 'postgresql' });
    expect(events.map((event) => [event.text, event.level])).toEqual([
      ['duplicate key', 'error'],
      ['over', 'info'],
    ]);
    expect(events[0]?.details).toContain('INSERT INTO orders');
  });
});

function evidence(text: string): EvidenceText {
  return { file: 'shop.log', evidence: 'e', text, encoding: 'utf-8', bomBytes: 0, modified: '2026-12-30T00:00:00Z' };
}
