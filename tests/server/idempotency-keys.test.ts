import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type IdempotencyKeys, idempotencyKeys } from '#store/idempotency';

import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.ts';

const MINUTE = 60_000;
const HASH = Buffer.from('one');

let database: MigratedDatabase;
let now = Date.parse('2026-03-04T10:00:00.000Z');
let keys: IdempotencyKeys;

beforeAll(async () => {
  database = await migratedDatabase();
  keys = idempotencyKeys(database.db, () => new Date(now).toISOString());
});

afterAll(() => database.close());

function owner(key: string) {
  const workspaceId = '0197a0c4-5b1e-7c3a-9f00-000000000001';
  return { workspaceId, userId: '0197a0c4-5b1e-7c3a-9f00-000000000002', route: 'createPostmortem', key };
}

describe('idempotency keys', () => {
  it('go to exactly one of those who want them at the same time', async () => {
    const states = await Promise.all(Array.from({ length: 8 }, () => keys.take(owner('a'), HASH)));
    expect(states.filter(({ state }) => state === 'new')).toHaveLength(1);
    expect(states.filter(({ state }) => state === 'working')).toHaveLength(7);
  });

  it('keep their answer for a day', async () => {
    await keys.take(owner('b'), HASH);
    await keys.finish(owner('b'), 'answer "quoted"');
    now += 23 * 60 * MINUTE;
    await keys.forgetOld();
    expect(await keys.take(owner('b'), HASH)).toEqual({ state: 'done', answer: 'answer "quoted"' });
    expect(await keys.take(owner('b'), Buffer.from('two'))).toEqual({ state: 'other-request' });
    now += 2 * 60 * MINUTE;
    expect(await keys.take(owner('b'), Buffer.from('two'))).toEqual({ state: 'new' });
  });

  it('are free again when they were given back, or when their process ended', async () => {
    await keys.take(owner('c'), HASH);
    await keys.release(owner('c'));
    expect(await keys.take(owner('c'), HASH)).toEqual({ state: 'new' });
    now += 4 * MINUTE;
    expect(await keys.take(owner('c'), HASH)).toEqual({ state: 'working' });
    now += 2 * MINUTE;
    expect(await keys.take(owner('c'), HASH)).toEqual({ state: 'new' });
  });
});
