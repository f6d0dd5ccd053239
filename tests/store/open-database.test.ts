import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type PrepareDatabase, testDatabase } from '../support/test-database.ts';
import type { Database } from '#store/connection';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
});

describe('values', () => {
  it('arrive as plain data', async () => {
    const { rows } = await sql`
      select 9007199254740991::int8 as count, '2026-03-04 10:00:00.123456+02'::timestamptz as at,
             date '2026-03-04' as day, interval '90 minutes' as duration, array[1, null]::int8[] as counts,
             array['2026-03-04 10:00Z']::timestamptz[] as instants, '{"a": [1]}'::jsonb as json`.execute(database.db);
    expect(rows).toEqual([
      {
        count: Number.MAX_SAFE_INTEGER,
        at: '2026-03-04T08:00:00.123Z',
        day: '2026-03-04',
        duration: 'PT1H30M',
        counts: [1, null],
        instants: ['2026-03-04T10:00:00.000Z'],
        json: { a: [1] },
      },
    ]);
  });

  it('that a number cannot hold fail their query', async () => {
    const query = sql`select 9007199254740993::int8 as count`.execute(database.db);
    await expect(query).rejects.toThrow('9007199254740993 is too large for an exact number.');
  });
});

describe('templates', () => {
  it('are prepared once and copied', async () => {
    let prepared = 0;
    const prepareWords: PrepareDatabase = async ({ db }) => {
      prepared += 1;
      await sql`create table words (word text)`.execute(db);
    };
    const [one, two] = await Promise.all([testDatabase(prepareWords), testDatabase(prepareWords)]);
    await sql`insert into words values ('one')`.execute(one.db);
    expect((await sql`select * from words`.execute(two.db)).rows).toEqual([]);
    expect(prepared).toBe(1);
    await Promise.all([one.close(), two.close()]);
  });
});
