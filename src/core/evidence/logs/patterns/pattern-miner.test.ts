import { describe, expect, it } from 'vitest';

import { createPatternMiner } from './pattern-miner.ts';

function patternsOf(messages: readonly string[]): string[] {
  const miner = createPatternMiner();
  const ids = messages.map((message) => miner.add(message));
  return ids.map((id) => miner.template(id));
}

describe('the pattern of a message', () => {
  it.each([
    ['request 17 took 350 ms', 'request <*> took <*>'],
    ['sent 2048 bytes (2.0 KB) in 00:12', 'sent <*> in <*>'],
    ['lost node-246 after <1 sec', 'lost node-<*> after <*>'],
    ['peer 10.1.2.3:8080 and db.example.net:5432 away', 'peer <*> and <*> away'],
    ['copied blk_-1608 blk_22 blk_19 to /var/data/a', 'copied blk_<*> to <*>'],
    ['GET /api/orders/17/lines?page=2 failed', 'GET /api/orders/<*>/lines failed'],
    ['mail to ana@example.net from "alice"', 'mail to <*> from "<*>"'],
    ['at Sat Jun 11 03:28:22 2005 again', 'at <*> again'],
    ['id 3f2a9c77-11aa-4c0e-8f00-1234567890ab, hash 9f86d081', 'id <*>, hash <*>'],
    ['sha256 of ssh2 in jk2_init() on IPv6', 'sha<*> of ssh<*> in jk<*>_init() on IPv<*>'],
    ['订单12345失败', '订单<*>失败'],
  ])('of “%s” is “%s”', (message, pattern) => {
    expect(patternsOf([message])).toEqual([pattern]);
  });

  it('leaves names open that vary behind a word that announces them', () => {
    expect(new Set(patternsOf(['session opened for user ana', 'session opened for user tom']))).toEqual(
      new Set(['session opened for user <*>']),
    );
  });

  it.each([97, 300, 3000])('leaves several names open at once, of %d people', (people) => {
    const some = (at: number, factor: number): string => word((Math.imul(at, factor) % people) >>> 0);
    const messages = Array.from({ length: 3000 }, (_, at) => [
      `User ${some(at, 7919)} of team ${some(at, 104_729)} logged in after ${String(at)} ms`,
      `${some(at, 31)} paid ${some(at, 8191)} for order ${String(at)} with the card on file`,
      ...(at % 40 === 0 ? [`User ${some(at, 17)} of team ${some(at, 127)} was refused after ${String(at)} ms`] : []),
    ]).flat();
    expect(new Set(patternsOf(messages))).toEqual(
      new Set([
        'User <*> of team <*> logged in after <*>',
        '<*> paid <*> for order <*> with the card on file',
        'User <*> of team <*> was refused after <*>',
      ]),
    );
  });

  it('keeps messages apart that differ in a few plain words', () => {
    expect(new Set(patternsOf(['machine paused by operator', 'machine resumed by operator'])).size).toBe(2);
  });
});

describe('a miner', () => {
  it('gives the same patterns for any order and any division of the messages', () => {
    const messages = Array.from({ length: 600 }, (_, at) =>
      at % 2 === 0
        ? `Invalid user u${'xyz'.slice(at % 3)}a from 10.0.0.${String(at)}`
        : `${word(at % 50)} sold ${word(at % 70)} to somebody for ${String(at)}`,
    );
    const one = createPatternMiner();
    for (const message of messages) one.add(message);
    const [left, right] = [createPatternMiner(), createPatternMiner()];
    for (const message of messages.slice(0, 100).toReversed()) left.add(message);
    for (const message of messages.slice(100)) right.add(message);
    left.merge(right.toData());
    const templates = (miner: typeof one): string[] => messages.map((message) => miner.template(miner.add(message)));
    expect(templates(left)).toEqual(templates(one));
  });

  it('knows the pattern of a message whose shape is one too many', () => {
    const miner = createPatternMiner();
    for (let at = 0; at < 20_000; at += 1) miner.add(`Invalid user ${word(at)} from 10.0.0.1`);
    const shape = miner.add(`Invalid user ${word(20_001)} from 10.0.0.1`);
    expect([miner.shapes, miner.overflow, miner.template(shape)]).toEqual([20_000, 0, 'Invalid user <*> from <*>']);
  });

  it('counts messages whose shape is one too many and fits no pattern', () => {
    const miner = createPatternMiner();
    for (let at = 0; at < 20_050; at += 1) miner.add(`${word(at)} stopped`);
    expect([miner.shapes, miner.overflow]).toEqual([20_001, 50]);
  });
});

/** A word of letters for a number. */
function word(at: number): string {
  return String(at).replaceAll(/\d/gu, (digit) => 'abcdefghij'.charAt(Number(digit)));
}
