import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Database } from '#store/connection';
import { migrate } from '#store/migrations';

import { testDatabase } from '../support/test-database.ts';

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  await database.close();
});

async function names(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from migrations order by name`.execute(database.db);
  return rows.map((row) => row.name);
}

describe('migrations', () => {
  it('run once, in order, however many processes start at the same time', async () => {
    await Promise.all([migrate(database.db), migrate(database.db), migrate(database.db)]);
    await migrate(database.db);
    expect((await names()).slice(0, 3)).toEqual(['0001-postmortems', '0002-accounts', '0003-evidence']);
  });

  it('refuse a database that a newer program has used, and change nothing', async () => {
    await migrate(database.db);
    await sql`insert into migrations (name, fingerprint) values ('9999-later', 'x')`.execute(database.db);
    await expect(migrate(database.db)).rejects.toMatchObject({ code: 'database-newer' });
  });

  it('refuse a database whose steps were others', async () => {
    await migrate(database.db);
    await sql`update migrations set fingerprint = 'other' where name = '0002-accounts'`.execute(database.db);
    await expect(migrate(database.db)).rejects.toMatchObject({
      code: 'database-altered',
      message: expect.stringContaining('0002-accounts'),
    });
  });

  it('put the workspace first into every key that has one', async () => {
    await migrate(database.db);
    const { rows } = await sql<{ table: string; first: string }>`
      select c.table_name as table, min(k.column_name) filter (where k.ordinal_position = 1) as first
      from information_schema.columns c
      join information_schema.table_constraints t on t.table_name = c.table_name and t.constraint_type = 'PRIMARY KEY'
      join information_schema.key_column_usage k on k.constraint_name = t.constraint_name
      where c.table_schema = 'public' and c.column_name = 'workspace_id' and c.table_name <> 'sessions'
      group by c.table_name`.execute(database.db);
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter((row) => row.first !== 'workspace_id')).toEqual([]);
  });
});
