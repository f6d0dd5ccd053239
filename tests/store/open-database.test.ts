import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type PrepareDatabase, testDatabase } from '../support/test-database.ts';
import { type Database, openDatabase } from '#store/connection';

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

describe('a database of somebody else', () => {
  it('gives the same values whatever its own settings are', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await sql.raw(`alter database ${name} set timezone = 'America/St_Johns'`).execute(database.db);
    await sql.raw(`alter database ${name} set intervalstyle = 'postgres'`).execute(database.db);
    const again = await openDatabase({ databaseUrl: database.url, dataDirectory: '' });
    const { rows } = await sql`
      select '2026-03-04 23:30:00Z'::timestamptz as at, '2026-03-04 23:30:00Z'::timestamptz::date as day,
             interval '90 minutes' as duration`.execute(again.db);
    await again.close();
    expect(rows).toEqual([{ at: '2026-03-04T23:30:00.000Z', day: '2026-03-04', duration: 'PT1H30M' }]);
  });

  it('is refused when its text is not in UTF8', async () => {
    const name = `${new URL(database.url).pathname.slice(1)}_ascii`;
    await sql.raw(`create database ${name} template template0 encoding SQL_ASCII locale 'C'`).execute(database.db);
    const url = new URL(database.url);
    url.pathname = `/${name}`;
    await expect(openDatabase({ databaseUrl: url.href, dataDirectory: '' })).rejects.toMatchObject({
      code: 'database-unsuitable',
      message: expect.stringContaining('it keeps its text in SQL_ASCII, not in UTF8'),
    });
    await sql.raw(`drop database ${name}`).execute(database.db);
  });

  it('that is not there is refused', async () => {
    const url = new URL(database.url);
    url.pathname = '/nothing';
    await expect(openDatabase({ databaseUrl: url.href, dataDirectory: '' })).rejects.toMatchObject({
      code: 'database-unreachable',
      message: expect.stringContaining('database "nothing" does not exist'),
    });
  });
});
