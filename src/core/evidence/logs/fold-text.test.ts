import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldText } from './fold-text.ts';
import { mergeFolds } from './merge-folds.ts';

describe('patterns of messages', () => {
  it.each([
    ['jk2_init() Found child 6725 in scoreboard slot 10', 'jk2_init() Found child <*> in scoreboard slot <*>'],
    [
      'Received block blk_-1608999687919862906 of size 91178 from /10.250.10.6',
      'Received block blk_<*> of size <*> from /<*>',
    ],
    ['Created application appattempt_1445144423722_0020_000001', 'Created application appattempt_<*>'],
    ['connect to msra-sa-41:8030 failed', 'connect to msra-sa-<*> failed'],
    ['GET https://shop.example/cart?id=7 took 120ms', 'GET <*> took <*>'],
    ['trace 4f9c1e2a-77aa-4b60-8a9e-1b2c3d4e5f60 lost', 'trace <*> lost'],
    ['mail to ada.l@example.org bounced', 'mail to <*> bounced'],
    ['open proxy.cse.cuhk.edu.hk:5070 now', 'open <*> now'],
    [
      'class org.apache.hadoop.ipc.Client and utf8, ipv4, sha256',
      'class org.apache.hadoop.ipc.Client and utf8, ipv4, sha256',
    ],
    ['session 0x34ede65503f002d with timeout 20000', 'session <*> with timeout <*>'],
    ["user 'u-4711' and \"plain\" can't", "user '<*>' and \"plain\" can't"],
    ['connection from 203.101.45.59 at Sat Jul  9 12:16:49 2005', 'connection from <*> at <*>'],
    ['size 1.5 KB, free 317 MB', 'size <*>, free <*>'],
    ['nodes 10.0.0.1 10.0.0.2 10.0.0.3 gone', 'nodes <*> gone'],
    ['pod checkout-api-7d9c8b5f6-x2x4z restarted', 'pod checkout-api-<*> restarted'],
    ['path /api/orders/123/items', 'path /api/orders/<*>/items'],
    ['progress is : 0.295472', 'progress is : <*>'],
    ['uid=0 euid=1000 tty=ssh', 'uid=<*> euid=<*> tty=ssh'],
    ['delta -12 or +3.5% of #42', 'delta <*> or <*> of <*>'],
    ['', ''],
  ])('“%s” is “%s”', (text, template) => {
    expect(foldText(text)).toBe(template);
  });

  it('gives the same pattern whatever the numbers are', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.ipV4(), (a, b, ip) => {
        expect(foldText(`worker ${String(a)} lost ${ip}:${String(b)} after ${String(b)}ms`)).toBe(
          'worker <*> lost <*> after <*>',
        );
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        expect(foldText(text).length).toBeLessThanOrEqual(3 * text.length + 3);
      }),
    );
  });
});

describe('names that vary', () => {
  const users = ['ada', 'bob', 'eve', 'joe', 'kim'].map((user) => `Invalid user ${user} from <*>`);

  it('are left open from five on', () => {
    expect([...mergeFolds(users).values()]).toEqual(users.map(() => 'Invalid user <*> from <*>'));
    expect(mergeFolds(users.slice(1)).size).toBe(0);
  });

  it('keep the level in front and short messages apart', () => {
    const levels = ['debug', 'info', 'warning', 'error', 'fatal'].map((level) => `${level} pool is full`);
    expect(mergeFolds(levels).size).toBe(0);
    expect(mergeFolds(['a', 'b', 'c', 'd', 'e'].map((word) => `state ${word}`)).size).toBe(0);
  });

  it('do not depend on the order of templates', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...users, 'Invalid user max', 'Connection closed by <*>'], { minLength: 7 }),
        (shuffled) => {
          expect(mergeFolds(shuffled)).toEqual(mergeFolds(users));
        },
      ),
    );
  });
});
